import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossoversOf } from './crossovers.ts';
import type { SweepAxis } from './spec.ts';

const AXIS: SweepAxis = { parameter: 'ipi', scale: 'linear', from: 0, to: 1000, steps: 11 };
const xs = Array.from({ length: 11 }, (_, i) => 100 * i);

describe('crossoversOf', () => {
  it('finds where two straight lines cross, on any axis, wherever that is', () => {
    const scales = fc.constantFrom('linear', 'log');
    fc.assert(
      fc.property(scales, fc.double({ min: 105, max: 9900, noNaN: true }), (scale, where) => {
        const axis: SweepAxis = {
          parameter: 'cold_cache',
          scale,
          from: 100,
          to: 10_000,
          steps: 17,
        };
        const values = Array.from({ length: 17 }, (_, i) =>
          Math.round(scale === 'log' ? 100 * 100 ** (i / 16) : 100 + (9900 * i) / 16),
        );
        const rising = values.map((x) => 10 * x);
        const level = values.map(() => 10 * where);
        const [found, ...more] = crossoversOf(axis, rising, level, 'lower');
        expect(more).toEqual([]);
        expect(found.at).toBeCloseTo(where, 6);
        expect(found.firstBelow).toBe(true);
        const [low, high] = found.bracket.map((index) => values[index]);
        expect(low <= where && where <= high).toBe(true);
      }),
    );
  });

  it('turns round where higher is better', () => {
    const [found] = crossoversOf(
      AXIS,
      xs,
      xs.map(() => 450),
      'higher',
    );
    expect(found).toMatchObject({ firstBelow: false, bracket: [4, 5], at: 450 });
  });

  it('finds none where lines keep apart or only touch', () => {
    const touching = xs.map((x) => 1000 + Math.abs(x - 500));
    expect(
      crossoversOf(
        AXIS,
        touching,
        xs.map(() => 1000),
        'lower',
      ),
    ).toEqual([]);
    expect(crossoversOf(AXIS, xs, xs, 'lower')).toEqual([]);
    expect(
      crossoversOf(
        AXIS,
        xs,
        xs.map((x) => x + 1),
        'lower',
      ),
    ).toEqual([]);
  });

  it('takes the middle of a stretch in which both are equal', () => {
    const other = [5, 5, 5, 5, 500, 600, 700, 5, 5, 5, 5];
    const first = [1, 1, 1, 1, 500, 600, 700, 9, 9, 9, 9];
    expect(crossoversOf(AXIS, first, other, 'lower')).toMatchObject([{ bracket: [3, 7], at: 500 }]);
  });

  it('looks over positions without a value, and keeps to the axis', () => {
    const first: (number | null)[] = [...xs];
    first[4] = null;
    first[5] = null;
    const [found] = crossoversOf(
      AXIS,
      first,
      xs.map(() => 450),
      'lower',
    );
    expect(found.bracket).toEqual([3, 6]);
    expect(found.at).toBeCloseTo(450, 9);
  });

  it('calls those clear that lie between leads of at least 3 percent', () => {
    const near = xs.map((x) => 1000 + (x - 500) / 50);
    expect(
      crossoversOf(
        AXIS,
        near,
        xs.map(() => 1000.01),
        'lower',
      ),
    ).toMatchObject([{ clear: false }]);
    const far = xs.map((x) => 1000 + (x - 500) / 10);
    expect(
      crossoversOf(
        AXIS,
        far,
        xs.map(() => 1000.01),
        'lower',
      ),
    ).toMatchObject([{ clear: true }]);
  });

  it('finds nothing on an axis of words', () => {
    const axis: SweepAxis = {
      parameter: 'placement',
      scale: 'list',
      values: ['same-socket', 'spread'],
    };
    expect(crossoversOf(axis, [1, 2], [2, 1], 'lower')).toEqual([]);
  });

  it('alternates in direction where lines cross several times', () => {
    const line = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(line, line, (first, second) => {
        const found = crossoversOf(AXIS, first, second, 'lower');
        for (const [i, { bracket, firstBelow, at }] of found.entries()) {
          const [low, high] = bracket;
          expect(firstBelow ? first[low] < second[low] : first[low] > second[low]).toBe(true);
          expect(firstBelow ? first[high] > second[high] : first[high] < second[high]).toBe(true);
          expect(at >= xs[low] && at <= xs[high]).toBe(true);
          expect(firstBelow).toBe(found[0].firstBelow === (i % 2 === 0));
        }
      }),
    );
  });
});
