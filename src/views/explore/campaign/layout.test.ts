import { describe, expect, it } from 'vitest';

import { FAULT_OUTCOMES } from '../../../base/vocabulary.ts';
import { latencyGeometry } from './latency-layout.ts';
import { outcomeBar } from './outcome-layout.ts';

const counts = (...given: readonly number[]): number[] =>
  FAULT_OUTCOMES.map((_, i) => given[i] ?? 0);

describe('outcomeBar', () => {
  it('fills its width, mildest outcome first', () => {
    const { segments } = outcomeBar({ name: '', runs: 100, counts: counts(50, 0, 30, 20) }, 400);
    expect(segments.map(({ outcome, x, width }) => [outcome, x, width])).toEqual([
      ['masked', 0, 200],
      ['corrected', 200, 120],
      ['detected, stopped', 320, 80],
    ]);
  });

  it('keeps the rarest outcome in sight without growing', () => {
    const { segments } = outcomeBar(
      { name: '', runs: 100_000, counts: counts(99_999, 0, 0, 0, 0, 0, 1) },
      400,
    );
    expect(segments.map(({ width }) => width)).toEqual([398, 2]);
  });

  it('draws the interval of each boundary around it, within the bar', () => {
    const { boundaries } = outcomeBar({ name: '', runs: 100, counts: counts(50, 0, 48, 2) }, 400);
    expect(boundaries).toHaveLength(2);
    for (const { x, low, high } of boundaries) {
      expect(low).toBeLessThan(x);
      expect(high).toBeGreaterThan(x);
      expect(high).toBeLessThanOrEqual(400);
    }
    // 50 of 100: 40.4 to 59.6 %.
    expect(boundaries[0]?.low).toBeCloseTo(161.5, 0);
  });

  it('draws nothing without runs', () => {
    expect(outcomeBar({ name: '', runs: 0, counts: counts() }, 400).segments).toEqual([]);
  });
});

describe('latencyGeometry', () => {
  const latency = {
    detected: 12,
    median: 100,
    p95: 900,
    buckets: [
      [96, 112, 4],
      [896, 1024, 8],
    ] as const,
  };
  const geometry = latencyGeometry(latency, { width: 300, height: 100 });

  it('spans the powers of ten around the buckets', () => {
    expect(geometry.ticks.map(({ value, x }) => [value, Math.round(x)])).toEqual([
      [10, 0],
      [100, 100],
      [1000, 200],
      [10_000, 300],
    ]);
  });

  it('makes the fullest bucket as high as the plot', () => {
    expect(geometry.bars.map(({ y, height }) => [y, height])).toEqual([
      [50, 50],
      [0, 100],
    ]);
  });

  it('leaves out ticks whose labels would touch', () => {
    const narrow = latencyGeometry(latency, { width: 120, height: 100 });
    expect(narrow.ticks.map(({ value }) => value)).toEqual([10, 1000]);
  });
});
