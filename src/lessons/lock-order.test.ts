import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { LockPuzzle } from './lock-order.ts';
import { lockFigure, playLocks } from './lock-order.ts';

const PUZZLE: LockPuzzle = {
  threads: [{ add: 3 }, { times: 2 }],
  start: 5,
  reach: [
    [100, 140],
    [150, 120],
  ],
  hold: 60,
  order: 'free',
};

const arbitraryPuzzle: fc.Arbitrary<LockPuzzle> = fc.integer({ min: 2, max: 4 }).chain((threads) =>
  fc.record({
    threads: fc.array(
      fc.oneof(
        fc.record({ add: fc.integer({ min: -9, max: 9 }) }),
        fc.record({ times: fc.integer({ min: -3, max: 3 }) }),
      ),
      { minLength: threads, maxLength: threads },
    ),
    start: fc.integer({ min: -9, max: 9 }),
    reach: fc.array(fc.array(fc.nat({ max: 500 }), { minLength: threads, maxLength: threads }), {
      minLength: 2,
      maxLength: 3,
    }),
    hold: fc.nat({ max: 90 }),
    order: fc.constantFrom('free' as const, 'leader' as const),
  }),
);

describe('threads at a lock', () => {
  it('take it in the order of their arrival, so that replicas differ', () => {
    expect(playLocks(PUZZLE)).toEqual([
      {
        turns: [
          { thread: 0, reached: 100, taken: 100, released: 160, value: 8 },
          { thread: 1, reached: 140, taken: 160, released: 220, value: 16 },
        ],
        value: 16,
        waited: 20,
      },
      {
        turns: [
          { thread: 1, reached: 120, taken: 120, released: 180, value: 10 },
          { thread: 0, reached: 150, taken: 180, released: 240, value: 13 },
        ],
        value: 13,
        waited: 30,
      },
    ]);
    expect(lockFigure(PUZZLE, 'agree')).toBe('no');
    expect(lockFigure(PUZZLE, 'values')).toBe(2);
    expect(lockFigure(PUZZLE, 'orders')).toBe(2);
  });

  it('agree and wait longer when all take it in the order of the leader', () => {
    const ordered = { ...PUZZLE, order: 'leader' as const };
    expect(playLocks(ordered).map(({ value }) => value)).toEqual([16, 16]);
    expect(lockFigure(ordered, 'agree')).toBe('yes');
    expect(lockFigure(ordered, 'orders')).toBe(1);
    expect(lockFigure(ordered, 'waited')).toBe(20 + 90);
    expect(lockFigure(PUZZLE, 'waited')).toBe(20 + 30);
  });

  it('never have it two at a time, never before they reach it, and all agree under the leader', () => {
    fc.assert(
      fc.property(arbitraryPuzzle, (puzzle) => {
        for (const { turns } of playLocks(puzzle)) {
          turns.forEach(({ reached, taken, released }, i) => {
            expect(taken).toBeGreaterThanOrEqual(Math.max(reached, turns[i - 1]?.released ?? 0));
            expect(released).toBe(taken + puzzle.hold);
          });
        }
        expect(lockFigure({ ...puzzle, order: 'leader' }, 'agree')).toBe('yes');
      }),
    );
  });
});
