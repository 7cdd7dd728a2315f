import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Closes a menu made of `<details>`: by Escape, which gives the focus back, or by going elsewhere. */
export function useMenu(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const details = menu.current;
    if (details === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const closeUnlessInside = (target: EventTarget | null): void => {
      if (target instanceof Node && !details.contains(target)) details.open = false;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !details.open) return;
      // What is selected on the page stays so.
      event.preventDefault();
      details.open = false;
      details.querySelector('summary')?.focus();
    };
    details.addEventListener('keydown', onKeyDown, { signal });
    details.addEventListener('focusout', (event) => closeUnlessInside(event.relatedTarget), {
      signal,
    });
    // A press on what takes no focus moves none.
    window.addEventListener('pointerdown', (event) => closeUnlessInside(event.target), { signal });
    return () => stop.abort();
  }, [menu]);
}
