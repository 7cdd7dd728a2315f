import { describe, expect, it } from 'vitest';
import { driverPlan } from '../testing/driver-runs.ts';
import type { DeviceView } from './device-view.ts';
import { record } from './record.ts';
import { createSeeker } from './seek.ts';
import { viewMachine } from './view.ts';

type Changes = Parameters<typeof driverPlan>[0];

/** The device at each of the first `count` instants at which something happens, and as it is at the end. */
function viewsOf(changes: Changes, count = Infinity): DeviceView[] {
  const plan = driverPlan({ interrupts: 3, every: 400_000, ...changes });
  const recording = record(plan);
  const seeker = createSeeker(plan, recording);
  const { events, summary } = recording;
  const times = [...new Set(events.time.slice(0, Math.min(count, events.length)))];
  return [...times, summary.totalCycles].flatMap((time) => {
    const { device } = viewMachine(plan, recording, seeker.machineAt(time), time).apps[0];
    return device === null ? [] : [device];
  });
}

/** The last view of each interrupt served. */
function lastOfEach(views: readonly DeviceView[]): DeviceView[] {
  return views.filter(({ serving }, i) => serving >= 0 && views[i + 1]?.serving !== serving);
}

describe('naive access', () => {
  it('shows one replica with the item, the others with an empty FIFO, and a write of each', () => {
    const [first] = lastOfEach(viewsOf({ access: 'naive' }));
    const { reads, writes, dueWords } = first;
    expect(reads.map(({ right }) => right)).toEqual([true, false, false]);
    expect(reads.map(({ words }) => words)).toEqual([dueWords, [null], [null]]);
    expect(new Set(reads.map(({ replica }) => replica)).size).toBe(3);
    expect(writes.map(({ repeated }) => repeated)).toEqual([false, true, true]);
    expect(first.soFar).toMatchObject({ reads: 3, readsDue: 1, writes: 3, writesDue: 1 });
  });

  it('shows three words of a counter', () => {
    const [{ reads, queued }] = lastOfEach(viewsOf({ access: 'naive', input: 'counter' }));
    expect(new Set(reads.flatMap(({ words }) => words)).size).toBe(3);
    expect(queued).toBe(0);
  });

  it('lets an access appear once it is made, never before', () => {
    const views = viewsOf({ access: 'naive' });
    for (const [i, view] of views.entries()) {
      const before = views[i - 1];
      if (before === undefined || before.serving !== view.serving) continue;
      expect(view.reads.slice(0, before.reads.length)).toEqual(before.reads);
      expect(view.writes.slice(0, before.writes.length)).toEqual(before.writes);
    }
    expect(views.some(({ reads }) => reads.length === 1)).toBe(true);
    expect(views.some(({ writes }) => writes.length === 2)).toBe(true);
  });
});

describe('proxied access', () => {
  it('shows one read and one write by Romain, with the words that are due', () => {
    const changes = { access: 'proxied', reads: 2, writes: 3 } as const;
    for (const { reads, writes, dueWords, serving } of lastOfEach(viewsOf(changes))) {
      expect(reads).toEqual([{ replica: -1, words: dueWords, right: true }]);
      expect(writes).toEqual([
        { interrupt: serving, replica: -1, count: 3, repeated: false, wrong: false },
      ]);
      expect(dueWords).toHaveLength(2);
    }
  });
});

it('raises the line from the arrival of an interrupt until the driver takes it', () => {
  const views = viewsOf({ access: 'proxied' });
  for (const { arrived, taken, raisedAt, queued } of views) {
    expect(raisedAt === null).toBe(arrived === taken);
    expect(queued).toBeGreaterThanOrEqual(0);
  }
  expect(views.some(({ raisedAt }) => raisedAt !== null)).toBe(true);
  expect(views[0]).toMatchObject({ serving: -1, arrived: 0, dueWords: [], reads: [], writes: [] });
  expect(views.at(-1)).toMatchObject({ serving: 2, arrived: 3, taken: 3, raisedAt: null });
});

it('serves an unreplicated driver right', () => {
  const views = viewsOf({ access: 'naive', app: { redundancy: 'native' } });
  expect(lastOfEach(views).map(({ reads, writes }) => [reads.length, writes.length])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  expect(views.every(({ soFar }) => soFar.wrongInputs + soFar.wrongWrites === 0)).toBe(true);
});
