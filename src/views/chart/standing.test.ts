import { expect, it } from 'vitest';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { Breakdown } from '../../run/recording.ts';
import { findingOf } from './finding.ts';
import { growthInputs, partsPerEvent, standingBars } from './standing.ts';

const column = (perEvent: number) => Float64Array.of(perEvent, 2 * perEvent);

/** Two events of 1000 nominal and 200 native trap cycles each; every event costs `trap` + `handle`. */
function rowOf(over: Partial<MatrixRow>, trap = 100, handle = 500): MatrixRow {
  const perEvent: Partial<Breakdown> = { compute: 1000, trap, handle };
  const total = 1000 + trap + handle;
  return {
    signalling: 'ipc',
    redundancy: 3,
    overheadPercent: ((total - 1200) / 1200) * 100,
    cyclesPerEvent: trap + handle,
    ipisPerEvent: 12,
    breakdown: Object.fromEntries(PARTS.map((part) => [part, 2 * (perEvent[part] ?? 0)])) as Record<
      (typeof PARTS)[number],
      number
    >,
    nativeCycles: 2400,
    totalCycles: 2 * total,
    events: 2,
    series: {
      length: 2,
      event: Float64Array.of(1, 2),
      time: column(total),
      native: column(1200),
      nominal: column(1000),
      parts: PARTS.map((part) => column(perEvent[part] ?? 0)),
    },
    ...over,
  };
}

const pick = (bars: ReturnType<typeof standingBars>) =>
  bars.find((bar) => bar.signalling === 'ipc' && bar.redundancy === 3);

it('grows to the overhead of the run', () => {
  const row = rowOf({});
  expect(pick(standingBars([row], 0))?.percent).toBe(0);
  expect(pick(standingBars([row], 1))?.percent).toBeCloseTo(row.overheadPercent / 2);
  expect(pick(standingBars([row], 2))?.percent).toBeCloseTo(row.overheadPercent);
});

it('stacks parts that sum to the bar', () => {
  for (const events of [0, 1, 2]) {
    const bar = pick(standingBars([rowOf({})], events));
    const sum = bar?.parts.reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(bar?.percent ?? NaN);
  }
});

it('keeps a place for every run that is still pending', () => {
  const bars = standingBars([rowOf({})], 1);
  expect(bars).toHaveLength(8);
  expect(bars.filter((bar) => bar.percent === null)).toHaveLength(7);
});

it('splits an event of the run so far into its parts without computing', () => {
  const parts = partsPerEvent(rowOf({}).series, 2);
  expect(parts[PARTS.indexOf('compute')]).toBe(0);
  expect(parts.reduce((a, b) => a + b, 0)).toBe(600);
});

it('ends each growth line at the overhead of its run', () => {
  const [line] = growthInputs([rowOf({})]);
  expect(line?.x[0]).toBe(0);
  expect(line?.percent[line.percent.length - 1]).toBeCloseTo(rowOf({}).overheadPercent);
});

it('names the cheapest alternative and why, from the numbers', () => {
  const rows = [
    rowOf({ signalling: 'polling', overheadPercent: 20.94, ipisPerEvent: 0 }),
    rowOf({ signalling: 'ipc', overheadPercent: 36.35 }),
    rowOf({ signalling: 'migration', overheadPercent: 45, ipisPerEvent: 6 }),
    rowOf({ signalling: 'local', overheadPercent: 5 }),
  ];
  expect(findingOf(rows)).toBe(
    'Shared memory is cheapest over the whole run: 20.9\u2009% under TMR, because it sends no IPI; migration (45.0\u2009%) sends 6.0 per event.',
  );
  expect(findingOf(rows.slice(0, 2))).toBeNull();
});
