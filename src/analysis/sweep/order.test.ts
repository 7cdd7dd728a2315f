import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOrder, levelsOf } from './order.ts';

const lengths = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((n) => [n]),
  fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })),
);

describe('levelsOf', () => {
  it('halves the stretches that are left', () => {
    expect(levelsOf(9)).toEqual([0, 3, 2, 3, 1, 3, 2, 3, 0]);
    expect(levelsOf(1)).toEqual([0]);
    expect(levelsOf(2)).toEqual([0, 0]);
  });
});

describe('gridOrder', () => {
  it('has every position exactly once', () => {
    fc.assert(
      fc.property(lengths, (sizes) => {
        const { positions } = gridOrder(sizes);
        const keys = new Set(positions.map((at) => at.join()));
        expect(positions).toHaveLength(sizes.reduce((a, b) => a * b, 1));
        expect(keys.size).toBe(positions.length);
        for (const at of positions) {
          at.forEach((index, axis) => expect(index).toBeLessThan(sizes[axis]));
        }
      }),
    );
  });

  it('completes a whole grid with every stage, the first of which is the corners', () => {
    fc.assert(
      fc.property(lengths, (sizes) => {
        const { positions, stages } = gridOrder(sizes);
        expect(stages.at(-1)).toBe(positions.length);
        for (const end of stages) {
          const done = positions.slice(0, end);
          const perAxis = sizes.map((_, axis) => new Set(done.map((at) => at[axis])).size);
          expect(done).toHaveLength(perAxis.reduce((a, b) => a * b, 1));
        }
        const corners = positions.slice(0, stages[0]);
        expect(corners.every((at) => at.every((i, axis) => i === 0 || i === sizes[axis] - 1))).toBe(
          true,
        );
      }),
    );
  });
});
