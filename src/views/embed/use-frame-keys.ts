import { useEffect } from 'react';

import type { Parent } from './parent.ts';

/**
 * Gives the page around what a frame has no use for: PageUp and PageDown, which change slides, are its
 * own from the start; of all other keys those that nothing in here took. Escape gives back the focus.
 */
export function useFrameKeys(parent: Parent | null): void {
  useEffect(() => {
    if (parent === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const first = (event: KeyboardEvent): void => {
      if (!isSlideKey(event) || isNeeded(event)) return;
      event.stopImmediatePropagation();
      report(parent, event);
    };
    const last = (event: KeyboardEvent): void => {
      if (event.isComposing || isNeeded(event)) return;
      // Those who listen behind this one may take it, too.
      setTimeout(() => {
        if (event.defaultPrevented) return;
        if (event.key === 'Escape') leave(parent);
        else report(parent, event);
      });
    };
    window.addEventListener('keydown', first, { signal, capture: true });
    window.addEventListener('keydown', last, { signal });
    return () => stop.abort();
  }, [parent]);
}

function isSlideKey({ key, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  const plain = !ctrlKey && !altKey && !metaKey && !shiftKey;
  return plain && (key === 'PageUp' || key === 'PageDown');
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Tab']);
const MOVES = /^(?:Arrow|Home|End)/u;

/** Does the browser itself do something with the key where the focus is? */
function isNeeded({ key, target }: KeyboardEvent): boolean {
  if (MODIFIERS.has(key)) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog[open], :popover-open, [contenteditable]') !== null) return true;
  if (key === 'Escape') return false;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) {
    if (!isMark(target)) return true;
    return key === ' ' || MOVES.test(key);
  }
  const pressed = key === ' ' || key === 'Enter';
  return pressed && target.closest('button, summary, a[href]') !== null;
}

/** Is nothing typed into it? */
function isMark({ type }: HTMLInputElement): boolean {
  return type === 'checkbox' || type === 'radio' || type === 'range' || type === 'button';
}

function report(parent: Parent, event: KeyboardEvent): void {
  // Decks still read the number.
  // oxlint-disable-next-line typescript/no-deprecated
  const { key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey, repeat } = event;
  const keys = { key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey, repeat };
  parent.tell({ type: 'watchmen:key', ...keys });
}

function leave(parent: Parent): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  parent.focus();
  parent.tell({ type: 'watchmen:leave' });
}
