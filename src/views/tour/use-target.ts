import { useEffect, useState } from 'react';

import type { Box } from './place-card.ts';

/** Where on the page the first thing is that one of `selectors` finds; `null` until there is one. Scrolls to it. */
export function useTarget(selectors: readonly string[]): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    let target: Element | null = null;
    let frame = 0;
    const measure = (): void => {
      frame = 0;
      const found = firstFound(selectors);
      if (found !== target) {
        target = found;
        if (found !== null) scrollTo(found);
      }
      const { left, top, width, height } = found?.getBoundingClientRect() ?? NOWHERE;
      setBox((before) =>
        before?.left === left &&
        before.top === top &&
        before.width === width &&
        before.height === height
          ? before
          : { left, top, width, height },
      );
    };
    const later = (): void => {
      frame ||= requestAnimationFrame(measure);
    };
    // Parts of the page come late, and move what is there.
    const watch = new MutationObserver(later);
    watch.observe(document.querySelector('.frame') ?? document.body, {
      childList: true,
      subtree: true,
    });
    const sizes = new ResizeObserver(later);
    sizes.observe(document.body);
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('scroll', later, { capture: true, passive: true, signal });
    window.addEventListener('resize', later, { signal });
    later();
    return () => {
      watch.disconnect();
      sizes.disconnect();
      stop.abort();
      cancelAnimationFrame(frame);
    };
  }, [selectors]);
  return box;
}

/** CSS px above what is lit, where there is page. */
const AIR = 12;

function scrollTo(target: Element): void {
  // On a phone the card lies over the lower part of the window.
  const sheet = window.matchMedia('(max-width: 599px)').matches;
  target.scrollIntoView({ block: sheet ? 'start' : 'nearest' });
  if (sheet) window.scrollBy(0, -AIR);
}

const NOWHERE: Box = { left: 0, top: 0, width: 0, height: 0 };

function firstFound(selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const found = document.querySelector(selector);
    if (found !== null && found.getClientRects().length > 0) return found;
  }
  return null;
}
