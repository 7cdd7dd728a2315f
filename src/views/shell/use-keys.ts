import { useEffect } from 'react';

import type { AppStore } from '../../store/app-store.ts';
import type { AppState } from '../../store/state.ts';
import { commandOf, pageTakes } from './commands/bindings.ts';
import type { Focus } from './commands/bindings.ts';
import { strokeOf } from './commands/chord.ts';
import { isAvailable } from './commands/command.ts';
import { createKeyHold, pressOnFocus } from './key-hold.ts';

/** Listens to the keys of the whole page. */
export function useKeys(app: AppStore): void {
  useEffect(() => {
    // What is typed while a field is on its way is meant for that field.
    const hold = createKeyHold(pressOnFocus);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return;
      const coming = isOpening(app.store.getState()) && !isDialogThere();
      if (coming && hold.take(event)) return event.preventDefault();
      if (isDialogComing(app.store.getState())) return;
      const asked = commandOf(strokeOf(event), app.settings.get());
      // The timeline itself takes what is meant for it while it is near.
      if (asked === undefined || asked.command.place === 'timeline') return;
      if (!pageTakes(asked, focusOf(event.target)) || !isAvailable(asked.command, app)) return;
      event.preventDefault();
      if (!event.repeat || asked.command.repeats === true) asked.command.run(app);
    };
    // Behind what is under way: React answers each key only when it has finished.
    const release = (): void => queueMicrotask(hold.release);
    const onFocus = ({ target }: FocusEvent): void => {
      if (isInDialog(target)) release();
    };
    const leave = app.store.subscribe((state, before) => {
      if (isOpening(before) && !isOpening(state)) release();
    });
    const heard = new AbortController();
    const { signal } = heard;
    window.addEventListener('keydown', onKeyDown, { signal });
    window.addEventListener('focusin', onFocus, { signal });
    // Whoever points elsewhere has given up the field.
    window.addEventListener('pointerdown', hold.drop, { signal });
    return () => {
      leave();
      heard.abort();
    };
  }, [app]);
}

/** Is something on its way, or there, that takes what is typed? */
function isOpening(state: AppState): boolean {
  return state.searching || isDialogComing(state);
}

function isDialogComing({ overlay, injecting }: AppState): boolean {
  return overlay !== null || injecting !== null;
}

/** A press on its empty parts takes the focus out of a dialog, which is there all the same. */
function isDialogThere(): boolean {
  return document.querySelector('dialog[open]') !== null;
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
