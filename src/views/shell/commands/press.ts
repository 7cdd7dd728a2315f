import type { AppStore } from '../../../store/app-store.ts';
import { commandOf, pageTakes } from './bindings.ts';
import type { Focus } from './bindings.ts';
import { strokeOf } from './chord.ts';
import { isAvailable } from './command.ts';

/** Does what a key asks for where it was pressed, if that is anything that the page does now. */
export function press(app: AppStore, event: KeyboardEvent): void {
  const asked = commandOf(strokeOf(event), app.settings.get());
  // The timeline itself takes what is meant for it while it is near.
  if (asked === undefined || asked.command.place === 'timeline') return;
  if (!pageTakes(asked, focusOf(event.target)) || !isAvailable(asked.command, app)) return;
  event.preventDefault();
  if (!event.repeat || asked.command.repeats === true) asked.command.run(app);
}

const TEXT_TYPES = new Set(['text', 'number', 'search', 'url', 'email', 'password', 'tel']);

function focusOf(target: EventTarget | null): Focus {
  if (target instanceof HTMLInputElement) {
    if (target.type === 'radio' || target.type === 'checkbox') return 'choice';
    return TEXT_TYPES.has(target.type) ? 'text' : 'control';
  }
  if (target instanceof HTMLTextAreaElement) return 'text';
  if (target instanceof HTMLSelectElement) return 'list';
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.isContentEditable) return 'text';
  return target.closest('button, summary, a[href]') === null ? 'other' : 'button';
}
