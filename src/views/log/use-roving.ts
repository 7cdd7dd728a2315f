import { useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';

import { nudge } from './log-scroll.ts';
import type { LogScroll } from './use-log-scroll.ts';

/** Handlers of the grid, and where its focus is. */
interface Roving {
  /** Position that has the focus; `null` = none. */
  readonly active: number | null;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onClick: (event: MouseEvent<HTMLElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
    readonly onBlur: () => void;
  };
}

/** One Tab stop among `rows` rows: arrows, Page, Home and End move the focus, Enter and a click go to a row. */
export function useRoving(
  rows: number,
  { box, extent, scroll, follow, moveTo }: LogScroll,
  onGo: (position: number) => void,
): Roving {
  const [focused, setFocused] = useState<number | null>(null);
  const toFocus = useRef<number | null>(null);
  const active = focused !== null && focused < rows ? focused : null;

  // The row may have come into the page with this very render.
  useLayoutEffect(() => {
    if (toFocus.current === null) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${toFocus.current}"]`);
    row?.focus({ preventScroll: true });
    toFocus.current = null;
  });

  const go = (position: number): void => {
    follow(true);
    onGo(position);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (active === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(extent.viewPx / extent.rowPx) - 1);
    const to = destination(event.key, { from: active, page, last: rows - 1 });
    if (event.key !== 'Enter' && to === undefined) return;
    event.preventDefault();
    if (to === undefined) {
      go(active);
      return;
    }
    follow(false);
    setFocused(to);
    toFocus.current = to;
    moveTo(nudge(extent, scroll, to));
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const position = positionOf(event.target);
    if (position !== null) go(position);
  };
  return {
    active,
    handlers: {
      onKeyDown,
      onClick,
      onFocus: (event) => setFocused(positionOf(event.target)),
      onBlur: () => setFocused(null),
    },
  };
}

function positionOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('[data-row]') : null;
  return row === null ? null : Number(row.getAttribute('data-row'));
}

function destination(
  key: string,
  { from, page, last }: { readonly from: number; readonly page: number; readonly last: number },
): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: last,
  };
  const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return to === undefined ? undefined : Math.min(Math.max(to, 0), last);
}
