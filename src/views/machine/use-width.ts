import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Inner width of an element in CSS px, kept up to date; `initial` until it is measured. */
export function useWidth(element: RefObject<HTMLElement | null>, initial: number): number {
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return undefined;
    // It reports once at the start, before the first paint.
    const observer = new ResizeObserver(() => setWidth(node.clientWidth));
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
