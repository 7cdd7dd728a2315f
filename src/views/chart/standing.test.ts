import { describe, expect, it } from 'vitest';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { Breakdown } from '../../run/recording.ts';
import { findingOf } from './finding.ts';
import { breakdownPerEvent, growthInputs, partsPerEvent, standingBars } from './standing.ts';

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
    completedEvents: 2,
    outcome: 'completed',
    stop: 'none',
    faultsLeftOut: 0,
    series: {
      length: 2,
      event: Float64Array.of(1, 2),
      time: column(total),
      native: column(1200),
      nativeWait: column(0),
      nominal: column(1000),
      parts: PARTS.map((part) => column(perEvent[part] ?? 0)),
    },
    ...over,
  };
}

const FAULTS = { faults: true, naive: false };

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
  expect(findingOf(rows, FAULTS)).toBe(
    'Shared memory is cheapest over the whole run: 20.9\u202f% under TMR, because it sends no IPI; migration (45.0\u202f%) sends 6.0 per event.',
  );
  expect(findingOf(rows.slice(0, 2), FAULTS)).toBeNull();
});

describe('a run that stopped', () => {
  const whole = rowOf({});
  const after = (completedEvents: number): MatrixRow => ({
    ...whole,
    completedEvents,
    stop: 'debugger',
    outcome: 'detected, stopped',
    // Of what was completed, as the summary of the run has it.
    overheadPercent: completedEvents === 0 ? 0 : whole.overheadPercent,
    series: { ...whole.series, length: completedEvents },
  });

  it('grows as far as it came, in the same unit, and then says why it stays', () => {
    const row = after(1);
    expect(pick(standingBars([row], 0))?.stopped).toBeNull();
    const stood = pick(standingBars([row], 1));
    expect(stood).toEqual(pick(standingBars([row], 2)));
    expect(stood?.stopped).toBe('halts in debugger');
    expect(stood?.percent).toBe(pick(standingBars([whole], 1))?.percent);
    expect(stood?.finalPercent).toBe(stood?.percent);
  });

  it('has a bar and a line of no length when no event was completed', () => {
    const bar = pick(standingBars([after(0)], 0));
    expect(bar).toMatchObject({ percent: 0, finalPercent: 0, stopped: 'halts in debugger' });
    expect(growthInputs([after(0)])).toMatchObject([{ x: [0], percent: [0], stopped: true }]);
    const idle = standingBars([{ ...after(0), nativeCycles: 0 }], 2);
    expect(pick(idle)?.percent).toBe(0);
    expect(breakdownPerEvent(whole.breakdown, 0).every((cycles) => cycles === 0)).toBe(true);
  });

  it('is named in the finding instead of a winner over whole runs', () => {
    const rows = [
      { ...after(1), signalling: 'polling' as const },
      after(1),
      rowOf({ signalling: 'migration', overheadPercent: 56.4, outcome: 'corrected' }),
    ];
    expect(findingOf(rows, FAULTS)).toBe(
      'With these faults, under TMR: migration reaches the end, 56.4\u202f%; shared memory and sync IPC do not (halts in debugger, event 2).',
    );
    const none = rows.map((row) => ({ ...after(0), signalling: row.signalling }));
    expect(findingOf(none, FAULTS)).toBe(
      'With these faults, under TMR: shared memory, sync IPC and migration do not reach the end (halts in debugger, event 1).',
    );
    expect(findingOf(none, { faults: false, naive: true })).toMatch(
      /^With each replica at the device itself, under TMR: /,
    );
  });
});
