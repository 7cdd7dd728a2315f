import { useEffect } from 'react';

import type { AppStore } from '../../store/app-store.ts';
import type { AppState } from '../../store/state.ts';
import { createKeyHold, pressOnFocus } from './key-hold.ts';
import { lateCode } from '../../store/late-code.ts';
import { useLateCode } from './use-late-code.ts';

const latePress = lateCode(async () => (await import('./commands/press.ts')).press);

/** Listens to the keys of the whole page. */
export function useKeys(app: AppStore): void {
  useLateCode(latePress);
  useEffect(() => {
    // What is typed while a field is on its way is meant for that field.
    const hold = createKeyHold(pressOnFocus);
    /** Was the dialog there that is still known? Then it is being closed, and the browser has yet to say so. */
    let closing = false;
    /** Keys that came while it was, which it would not have taken. */
    let behind: KeyboardEvent[] = [];
    const answer = (event: KeyboardEvent): void => {
      const awaited = isOpening(app.store.getState()) && !isDialogThere();
      if (awaited && hold.take(event, closing)) return event.preventDefault();
      if (isDialogComing(app.store.getState())) {
        if (awaited && closing) behind.push(event);
        return;
      }
      const press = latePress.get();
      if (press === null) void whenKnown(app, event, answer);
      else press(app, event);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return;
      answer(event);
    };
    // Behind what is under way: React answers each key only when it has finished.
    const release = (): void => queueMicrotask(hold.release);
    const onFocus = ({ target }: FocusEvent): void => {
      if (!isInDialog(target)) return;
      closing = true;
      release();
    };
    const leave = app.store.subscribe((state, before) => {
      if (!isOpening(before) || isOpening(state)) return;
      closing = false;
      release();
      // A dialog that is opened again is to be gone first.
      const keys = behind;
      behind = [];
      setTimeout(() => keys.forEach(answer));
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

/** Answers a key as soon as it is known what it asks for: those that come early count, too. */
async function whenKnown(
  app: AppStore,
  event: KeyboardEvent,
  answer: (event: KeyboardEvent) => void,
): Promise<void> {
  // Else the browser would scroll, or search in the page.
  if (event.target === document.body && isPlain(event)) event.preventDefault();
  const known = app.awaitPart();
  await latePress.load();
  if (latePress.get() !== null) answer(event);
  known();
}

/** Has the key, with nothing held but Shift, a meaning of its own to the browser? */
function isPlain({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const moves = /^(?:Arrow.+|Home|End|Page.+)$/u.test(key);
  return !ctrlKey && !metaKey && !altKey && (key.length === 1 || moves);
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
