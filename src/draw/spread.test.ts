import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from './spread.ts';

describe('spreadLabels', () => {
  it('leaves labels that do not touch where they want to be', () => {
    expect(
      spreadLabels(
        [
          { wanted: 20, size: 10 },
          { wanted: 60, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([20, 60]);
  });

  it('keeps labels apart, in order and inside, whenever they fit', () => {
    const label = fc.record({
      wanted: fc.double({ min: 0, max: 500, noNaN: true }),
      size: fc.double({ min: 1, max: 60, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 8 }), (unsorted) => {
        const labels = unsorted.toSorted((a, b) => a.wanted - b.wanted);
        const centres = spreadLabels(labels, 0, 500);
        labels.forEach((one, i) => {
          const centre = centres[i];
          expect(centre - one.size / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(centre + one.size / 2).toBeLessThanOrEqual(500 + 1e-6);
          const next = labels[i + 1];
          if (next === undefined) return;
          const gap = centres[i + 1] - centre;
          expect(gap).toBeGreaterThanOrEqual((one.size + next.size) / 2 - 1e-6);
        });
      }),
    );
  });
});
