import { useEffect } from 'react';

import type { AppStore } from '../../store/app-store.ts';
import type { AppState } from '../../store/state.ts';
import { commandOf, pageTakes } from './commands/bindings.ts';
import type { Focus } from './commands/bindings.ts';
import { strokeOf } from './commands/chord.ts';
import { isAvailable } from './commands/command.ts';

/** Listens to the keys of the whole page. */
export function useKeys(app: AppStore): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return;
      // A dialog is on its way: what is typed is meant for it.
      if (isOpening(app.store.getState())) return;
      const asked = commandOf(strokeOf(event), app.settings.get());
      // The timeline itself takes what is meant for it while it is near.
      if (asked === undefined || asked.command.place === 'timeline') return;
      if (!pageTakes(asked, focusOf(event.target)) || !isAvailable(asked.command, app)) return;
      event.preventDefault();
      if (!event.repeat || asked.command.repeats === true) asked.command.run(app);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [app]);
}

function isOpening({ overlay, injecting }: AppState): boolean {
  return overlay !== null || injecting !== null;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog[open], :popover-open') !== null;
}

const TEXT_TYPES = new Set(['text', 'number', 'search', 'url', 'email', 'password', 'tel']);

function focusOf(target: EventTarget | null): Focus {
  if (target instanceof HTMLInputElement) {
    return TEXT_TYPES.has(target.type) ? 'text' : 'control';
  }
  if (target instanceof HTMLTextAreaElement) return 'text';
  if (target instanceof HTMLSelectElement) return 'list';
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.isContentEditable) return 'text';
  return target.closest('button, summary, a[href]') === null ? 'other' : 'button';
}
