import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { layAxis } from './axis.ts';

const STRETCH = { from: 50, to: 550, apart: 70 };

/** Where an axis of the counts from 1 to `max` is marked. */
function wholeTicks(max: number): number[] {
  return layAxis({ kind: 'whole', min: 1, max }, STRETCH).ticks.map(({ value }) => value);
}

describe('layAxis', () => {
  it('marks decades, and steps between them while there is room', () => {
    const wide = layAxis({ kind: 'log', min: 100, max: 10_000 }, { ...STRETCH, apart: 60 });
    expect(wide.ticks.map(({ value }) => value)).toEqual([100, 200, 500, 1000, 2000, 5000, 10_000]);
    const narrow = layAxis({ kind: 'log', min: 100, max: 10_000 }, { ...STRETCH, to: 250 });
    expect(narrow.ticks.map(({ value }) => value)).toEqual([100, 1000, 10_000]);
  });

  it('marks every word of a list', () => {
    const { ticks } = layAxis({ kind: 'words', min: 0, max: 2 }, STRETCH);
    expect(ticks.map(({ value }) => value)).toEqual([0, 1, 2]);
  });

  it('marks whole numbers alone, every one if there is room', () => {
    expect(wholeTicks(4)).toEqual([1, 2, 3, 4]);
    expect(wholeTicks(12)).toHaveLength(12);
    expect(wholeTicks(64)).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
  });

  it('has a single value in the middle', () => {
    expect(layAxis({ kind: 'log', min: 7, max: 7 }, STRETCH)).toMatchObject({
      ticks: [{ value: 7, px: 300 }],
    });
  });

  it('keeps the order of values, their ends, and its marks apart, whatever they are', () => {
    const range = fc.tuple(
      fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
      fc.double({ min: 1.01, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(range, fc.constantFrom('linear', 'log'), ([min, factor], kind) => {
        const max = min * factor;
        const { toPx, ticks } = layAxis({ kind, min, max }, STRETCH);
        expect(toPx(min)).toBeCloseTo(50, 6);
        expect(toPx(max)).toBeCloseTo(550, 6);
        for (const { px } of ticks) {
          expect(px).toBeGreaterThanOrEqual(49.9);
          expect(px).toBeLessThanOrEqual(550.1);
        }
        const gaps = ticks.slice(1).map(({ px }, i) => px - ticks[i].px);
        expect(Math.min(Infinity, ...gaps)).toBeGreaterThan(20);
      }),
    );
  });
});
