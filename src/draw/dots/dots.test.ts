import { describe, expect, it } from 'vitest';

import { dotAt, layDots } from './layout.ts';
import type { DotRowInput, DotsInput } from './layout.ts';
import { layDotLegend } from './paint.ts';

const row = (redundancy: number, ...values: readonly number[]): DotRowInput => ({
  method: 'ipc',
  redundancy,
  dots: values.map((value, i) => ({ value, face: i === 0 ? 'ring' : 'solid' })),
  words: 'ten points less',
  short: '10',
});

const INPUT: DotsInput = {
  rows: [row(2, 20, 10), row(2, 40, 30), row(3, 150, 50)],
  axisMax: 100,
  unit: '% of all',
  shortUnit: '%',
  format: String,
  groupName: (redundancy) => `${redundancy} replicas`,
  selected: { row: 1, dot: 0 },
  width: 800,
};

describe('dots on an axis', () => {
  const geometry = layDots(INPUT);

  it('stand where their values are, and at its end beyond', () => {
    const { left, right, rows } = geometry;
    expect(rows[0]?.dots[0]?.x).toBeCloseTo(left + (right - left) * 0.2, 6);
    expect(rows[2]?.dots[0]).toMatchObject({ x: right, beyond: true });
    expect(rows[2]?.dots[1]).toMatchObject({ beyond: false });
  });

  it('are headed once per redundancy', () => {
    expect(geometry.rows.map(({ heading }) => heading)).toEqual(['2 replicas', null, '3 replicas']);
    expect(geometry.rows.map(({ selected }) => selected)).toEqual([false, true, false]);
  });

  it('have whiskers where they have an interval', () => {
    const dots = [{ value: 20, face: 'ring', low: 10, high: 40 }] as const;
    const [only] = layDots({ ...INPUT, rows: [{ ...row(2), dots }] }).rows;
    const { left, right } = geometry;
    expect(only?.dots[0]?.whisker?.map((x) => (x - left) / (right - left))).toEqual([
      expect.closeTo(0.1, 6),
      expect.closeTo(0.4, 6),
    ]);
  });

  it('say less in a narrow figure', () => {
    const { rows, unit } = layDots({ ...INPUT, width: 360 });
    expect([rows[0]?.words, unit]).toEqual(['10', '%']);
  });

  it('are found by the nearest in the row under the pointer', () => {
    const [, second] = geometry.rows;
    const y = (second?.y ?? 0) + 9;
    expect(dotAt(geometry, { x: geometry.right, y })).toEqual({ row: 1, dot: 0 });
    expect(dotAt(geometry, { x: geometry.left, y })).toEqual({ row: 1, dot: 1 });
    expect(dotAt(geometry, { x: 300, y: 2 })).toBeNull();
  });
});

describe('the legend of dots', () => {
  it('goes on below where there is no room', () => {
    const faces = [
      { face: 'ring', text: 'as it is, without the wish' },
      { face: 'solid', text: 'with the wish granted' },
    ] as const;
    const wide = layDotLegend(faces, 800);
    const narrow = layDotLegend(faces, 220);
    expect(wide.entries.map(({ y }) => y)).toEqual([14, 14]);
    expect(narrow.entries.map(({ y }) => y)).toEqual([14, 32]);
    expect(narrow.height).toBeGreaterThan(wide.height);
  });
});
