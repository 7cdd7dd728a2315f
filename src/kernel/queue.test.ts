import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KernelEvent } from './events.ts';
import { popEvent, pushEvent } from './queue.ts';

const eventAt = (time: number, seq: number): KernelEvent => ({
  time,
  seq,
  kind: 'trap',
  core: 0,
  thread: 0,
  token: -1,
  arg: 0,
});

/** Few distinct times, so that ties are common; `null` takes an event out. */
const operations = fc.array(
  fc.oneof({ weight: 2, arbitrary: fc.nat({ max: 9 }) }, fc.constant(null)),
  {
    maxLength: 200,
  },
);

it('gives events back by time, and ties in the order in which they were put in', () => {
  fc.assert(
    fc.property(operations, (list) => {
      const heap: KernelEvent[] = [];
      let left: KernelEvent[] = [];
      const popped: KernelEvent[] = [];
      const expected: KernelEvent[] = [];
      const pop = () => {
        if (left.length === 0) return;
        left = left.toSorted((a, b) => a.time - b.time || a.seq - b.seq);
        expected.push(...left.splice(0, 1));
        popped.push(popEvent(heap));
      };
      list.forEach((time, seq) => {
        if (time === null) return pop();
        pushEvent(heap, eventAt(time, seq));
        left.push(eventAt(time, seq));
        return undefined;
      });
      while (left.length > 0) pop();
      expect(popped).toEqual(expected);
      expect(heap).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('is the same heap after a slice', () => {
  const heap: KernelEvent[] = [];
  for (const [seq, time] of [5, 1, 5, 3, 1, 4].entries()) pushEvent(heap, eventAt(time, seq));
  const copy = heap.slice();
  const taken = heap.slice().map(() => popEvent(heap));
  expect(copy.slice().map(() => popEvent(copy))).toEqual(taken);
  expect(taken.map((event) => event.seq)).toEqual([1, 4, 3, 5, 0, 2]);
});
