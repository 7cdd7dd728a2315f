import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Histogram } from './histogram.ts';
import {
  addToHistogram,
  bucketOf,
  bucketStart,
  histogramQuantile,
  histogramTotal,
  mergeHistogram,
} from './histogram.ts';

const value = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

function histogramOf(values: readonly number[]): Histogram {
  const histogram: Histogram = [];
  for (const one of values) addToHistogram(histogram, one);
  return histogram;
}

describe('buckets', () => {
  it('begin at 0 to 7, then at four steps from each power of two to the next', () => {
    expect(Array.from({ length: 17 }, (_, i) => bucketStart(i))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32,
    ]);
  });

  it('hold every value, none wider than a quarter of its start', () => {
    fc.assert(
      fc.property(value, (one) => {
        const bucket = bucketOf(one);
        const [from, to] = [bucketStart(bucket), bucketStart(bucket + 1)];
        expect(from).toBeLessThanOrEqual(one);
        expect(to).toBeGreaterThan(one);
        expect(to - from).toBeLessThanOrEqual(Math.max(1, from / 4));
      }),
    );
  });
});

describe('histograms', () => {
  it('of parts add up to that of the whole', () => {
    fc.assert(
      fc.property(fc.array(value), fc.array(value), (some, others) => {
        const merged = histogramOf(some);
        mergeHistogram(merged, histogramOf(others));
        expect(merged).toEqual(histogramOf([...others, ...some]));
        expect(histogramTotal(merged)).toBe(some.length + others.length);
      }),
    );
  });

  it('tell quantiles within an eighth, small ones exactly', () => {
    const values = Array.from({ length: 1000 }, (_, i) => i * i);
    const histogram = histogramOf(values);
    for (const share of [0.5, 0.95, 1]) {
      const exact = values[Math.ceil(1000 * share) - 1];
      const told = histogramQuantile(histogram, share) ?? Number.NaN;
      expect(Math.abs(told - exact) / exact).toBeLessThanOrEqual(0.125);
    }
    expect(histogramQuantile(histogramOf([7, 7, 7, 3]), 0.5)).toBe(7);
    expect(histogramQuantile([], 0.5)).toBeNull();
  });
});
