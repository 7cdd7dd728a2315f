import type { KernelEvent } from './events.ts';

/*
 * A binary heap of events by (time, seq). By time alone a heap returns ties in an order that
 * depends on its shape; with `seq`, ties run in the order in which they were scheduled.
 * The heap is a plain array so that a copy of the machine is a slice.
 */

function before(a: KernelEvent, b: KernelEvent): boolean {
  return a.time < b.time || (a.time === b.time && a.seq < b.seq);
}

/** Adds `event`. */
export function pushEvent(heap: KernelEvent[], event: KernelEvent): void {
  let i = heap.length;
  heap.push(event);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const other = heap[parent];
    if (!before(event, other)) break;
    heap[i] = other;
    i = parent;
  }
  heap[i] = event;
}

/** Removes and returns the earliest event; the heap must not be empty. */
export function popEvent(heap: KernelEvent[]): KernelEvent {
  const first = heap[0];
  const last = heap.pop() as KernelEvent;
  const length = heap.length;
  if (length === 0) return first;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= length) break;
    if (child + 1 < length && before(heap[child + 1], heap[child])) child++;
    const other = heap[child];
    if (!before(other, last)) break;
    heap[i] = other;
    i = child;
  }
  heap[i] = last;
  return first;
}
