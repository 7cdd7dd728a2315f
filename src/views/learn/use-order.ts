import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';

import { moved } from './order.ts';

/** An order that is being made. */
interface Ordering {
  readonly order: readonly number[];
  /** Goes on the list; its entries bear `data-item`. */
  readonly list: RefObject<HTMLOListElement | null>;
  /** The item that was moved last; `null` = none. */
  readonly last: number | null;
  readonly move: (item: number, by: -1 | 1) => void;
  /** Go on the grip of an item. */
  readonly press: (event: KeyboardEvent, item: number) => void;
  readonly drag: (event: PointerEvent, item: number) => void;
}

/** Puts the numbers below `count` into an order, with keys, buttons or a pointer. */
export function useOrder(count: number): Ordering {
  const [order, setOrder] = useState<readonly number[]>(() => [...Array(count).keys()]);
  const [last, setLast] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<number | null>(null);
  // An element that is put elsewhere in the list loses the focus.
  useLayoutEffect(() => {
    const item = held.current;
    held.current = null;
    if (item !== null) gripOf(list.current, item)?.focus();
  }, [order]);
  const moveTo = (item: number, to: number): void => {
    const from = order.indexOf(item);
    if (to < 0 || to >= count || from === to) return;
    setOrder(moved(order, from, to));
    setLast(item);
  };
  return {
    order,
    list,
    last,
    move: (item, by) => moveTo(item, order.indexOf(item) + by),
    press(event, item) {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (by === 0) return;
      event.preventDefault();
      event.stopPropagation();
      held.current = item;
      moveTo(item, order.indexOf(item) + by);
    },
    drag(event, item) {
      if (event.buttons === 0) return;
      const over = itemAt(list.current, event.clientY);
      if (over !== null) moveTo(item, order.indexOf(over));
    },
  };
}

function gripOf(list: Element | null, item: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-item="${item}"] .lesson-grip`) ?? null;
}

/** The item whose line is at this height. */
function itemAt(list: Element | null, y: number): number | null {
  const lines = [...(list?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  const line = lines.find((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return y >= top && y < bottom;
  });
  return line === undefined ? null : Number(line.dataset['item']);
}
