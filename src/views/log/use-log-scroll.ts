import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

import { useMedia } from '../shell/use-media.ts';
import { reveal, scrolledBy, scrolledTo } from './log-scroll.ts';
import type { Extent, Scroll } from './log-scroll.ts';

/** Height of a row; the second one is for fingers. In step with log.css. */
const ROW_PX = [38, 48] as const;

/** The list as it is scrolled. */
export interface LogScroll {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly extent: Extent;
  readonly scroll: Scroll;
  /** Does the list follow the playhead, or did the person scroll away? */
  readonly following: boolean;
  readonly follow: (following: boolean) => void;
  readonly moveTo: (next: Scroll) => void;
  readonly onScroll: () => void;
}

/** Scrolls a list of `rows` rows, of which `current` is kept in sight as long as nobody scrolls. */
export function useLogScroll(rows: number, current: number): LogScroll {
  const box = useRef<HTMLDivElement>(null);
  const viewPx = useHeight(box);
  const rowPx = ROW_PX[useMedia('(max-width: 1023px)') ? 1 : 0];
  const [scroll, setScroll] = useState<Scroll>({ top: 0, y: 0 });
  const [following, follow] = useState(true);
  /** Where the page itself has scrolled to; any other position is the person's. */
  const own = useRef(0);
  const extent = { rows, rowPx, viewPx };

  const moveTo = useCallback((next: Scroll): void => {
    if (box.current === null) return;
    box.current.scrollTop = next.top;
    own.current = box.current.scrollTop;
    setScroll({ top: own.current, y: next.y });
  }, []);

  useLayoutEffect(() => {
    if (viewPx === 0) return;
    const size = { rows, rowPx, viewPx };
    const within = scrolledTo(size, scroll.y);
    const next = following && current >= 0 ? reveal(size, within, current) : within;
    if (next.y !== scroll.y) moveTo(next);
    // Scrolling by itself moves nothing: only what is shown, and where, does.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [rows, rowPx, viewPx, current, following, moveTo]);

  const onScroll = (): void => {
    const top = box.current?.scrollTop ?? 0;
    if (Math.abs(top - own.current) < 1) return;
    follow(false);
    const next = scrolledBy(extent, scroll, top);
    if (next.top === top) {
      own.current = top;
      setScroll(next);
    } else moveTo(next);
  };
  return { box, extent, scroll, following, follow, moveTo, onScroll };
}

/** Height of an element in CSS px; 0 until it is known. */
function useHeight(box: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    // It answers at once, and then whenever the height changes.
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return height;
}
