import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Keeps the focus in a box whose buttons come and go: when the one that had it is gone, such as
 * "Start" while its work runs, the first that is there gets it.
 */
export function useKeepFocus<E extends HTMLElement>(): RefObject<E | null> {
  const box = useRef<E>(null);
  const within = useRef(false);
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      within.current = target instanceof Node && box.current?.contains(target) === true;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // After every drawing: what goes takes the focus along without a word.
  useLayoutEffect(() => {
    if (!within.current || document.activeElement !== document.body) return;
    const all = box.current?.querySelectorAll<HTMLElement>('button:enabled,summary') ?? [];
    // Those of a closed menu are there, but nobody could see where the focus is.
    [...all].find((one) => one.getClientRects().length > 0)?.focus();
  });
  return box;
}
