import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PARTS } from '../../base/vocabulary.ts';
import { runFaulty, faultOf } from '../../testing/fault-runs.ts';
import { departureOf } from './departure.ts';
import { cyclesBetween, differenceOf, mainCause, partsBetween } from './difference.ts';
import { eventPartsOf, startEventParts } from './event-parts.ts';
import { compareFigures } from './figures.ts';
import { arbitraryPair, runWith } from '../../testing/compared-runs.ts';

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

describe('the parts of each event', () => {
  it('agree with the samples that the recording has taken', () => {
    const run = runWith({ redundancy: 3, signalling: 'ipc' });
    const parts = eventPartsOf(run);
    const series = run.recording.series[0];
    expect(parts.events).toBe(21);
    expect(series.length).toBe(21);
    for (let i = 0; i < series.length; i++) {
      const events = series.event[i];
      expect(parts.time[events]).toBe(series.time[i]);
      for (let p = 0; p < PARTS.length; p++) {
        expect(parts.sums[p][events]).toBeCloseTo(series.parts[p][i], 4);
      }
    }
  });

  it('are the same whatever the size of the slices', () => {
    const run = runWith({ redundancy: 3, signalling: 'polling' });
    const job = startEventParts(run);
    while (!job.advance(7));
    expect(job.finish()).toEqual(eventPartsOf(run));
  });
});

describe('the difference of two runs', () => {
  it('is zero for a run and itself', () => {
    const parts = eventPartsOf(runWith({ redundancy: 2, signalling: 'migration' }));
    const difference = differenceOf(parts, parts);
    expect(difference.total).toEqual(PARTS.map(() => 0));
    expect(partsBetween(difference, 0, 21)).toEqual(PARTS.map(() => 0));
    expect(mainCause(difference.total)).toBeNull();
  });

  it('by cause sums exactly to what each event lasts longer, and in total', () => {
    fc.assert(
      fc.property(arbitraryPair, ([a, b]) => {
        const difference = differenceOf(eventPartsOf(a), eventPartsOf(b));
        const [one, other] = [a.recording.rendezvous[0], b.recording.rendezvous[0]];
        for (let k = 0; k < difference.events; k++) {
          const begin = (row: typeof one): number => (k === 0 ? 0 : row.completed[k - 1]);
          const longer = other.completed[k] - begin(other) - (one.completed[k] - begin(one));
          expect(sum(partsBetween(difference, k, k + 1))).toBe(longer);
          expect(cyclesBetween(difference, k, k + 1)).toBe(longer);
        }
        const { summary } = b.recording;
        expect(difference.end).toBe(summary.totalCycles - a.recording.summary.totalCycles);
        expect(sum(difference.total)).toBe(difference.end);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its sums however the events are binned', () => {
    const a = eventPartsOf(runWith({ redundancy: 2, signalling: 'ipc' }));
    const b = eventPartsOf(runWith({ redundancy: 3, signalling: 'polling' }));
    const difference = differenceOf(a, b);
    const whole = partsBetween(difference, 0, 21);
    for (const width of [1, 3, 7, 21]) {
      const bins = PARTS.map(() => 0);
      for (let k = 0; k < 21; k += width) {
        partsBetween(difference, k, k + width).forEach((cycles, p) => (bins[p] += cycles));
      }
      expect(bins).toEqual(whole);
    }
  });

  it('is zero before the fault that makes two runs differ', () => {
    const crafted = { apps: [{ redundancy: 3, signalling: 'migration' as const }] };
    const healthy = runFaulty(crafted);
    const faults = faultOf({ target: 'gpr', register: 'bx', bit: 3, fate: 'stays' });
    const faulty = runFaulty({ ...crafted, faults });
    const departure = departureOf(healthy.recording.events, faulty.recording.events);
    expect(departure).not.toBeNull();
    const { completed } = healthy.recording.rendezvous[0];
    expect(departure?.time).toBeGreaterThan(completed[0]);
    const difference = differenceOf(
      eventPartsOf({ ...healthy, app: 0 }),
      eventPartsOf({ ...faulty, app: 0 }),
    );
    expect(partsBetween(difference, 0, 1)).toEqual(PARTS.map(() => 0));
    expect(partsBetween(difference, 1, 2)[PARTS.indexOf('recover')]).toBeGreaterThan(0);
    expect(mainCause(partsBetween(difference, 1, 2))?.part).toBe('recover');
  });

  it('counts what one run does after the other has stopped in the total alone', () => {
    const crafted = { apps: [{ redundancy: 2, signalling: 'migration' as const }] };
    const healthy = runFaulty(crafted);
    const faults = faultOf({ target: 'gpr', register: 'bx', bit: 3, fate: 'stays' });
    const stopped = runFaulty({ ...crafted, faults });
    expect(stopped.app.stop).toBe('fail-stop');
    const difference = differenceOf(
      eventPartsOf({ ...healthy, app: 0 }),
      eventPartsOf({ ...stopped, app: 0 }),
    );
    expect(difference.events).toBe(stopped.app.completedEvents);
    expect(difference.end).toBe(stopped.app.totalCycles - healthy.app.totalCycles);
    expect(sum(difference.total)).toBe(difference.end);
  });

  it('names the part that explains most, in the direction of the whole', () => {
    const parts = PARTS.map(() => 0);
    parts[PARTS.indexOf('wait')] = -900;
    parts[PARTS.indexOf('compare')] = 100;
    parts[PARTS.indexOf('queue')] = -200;
    expect(mainCause(parts)).toEqual({ part: 'wait', cycles: -900, share: 0.9 });
  });
});

describe('where two traces part', () => {
  it('is nowhere for equal runs', () => {
    const { events } = runWith({ redundancy: 2 }).recording;
    expect(departureOf(events, runWith({ redundancy: 2 }).recording.events)).toBeNull();
  });

  it('is the first step that differs, or that only one of them has', () => {
    const { events } = runWith({ redundancy: 2, signalling: 'ipc' }).recording;
    const time = events.time.slice();
    time[40] += 3;
    expect(departureOf(events, { ...events, time })).toEqual({ step: 40, time: events.time[40] });
    const cut = { ...events, length: 30 };
    expect(departureOf(cut, events)).toEqual({ step: 30, time: events.time[30] });
    expect(departureOf(events, cut)).toEqual({ step: 30, time: events.time[30] });
  });
});

describe('the table of a comparison', () => {
  it('has parts that sum to the run, on both sides and in the difference', () => {
    const a = runWith({ redundancy: 3, signalling: 'ipc' }).recording.summary.apps[0];
    const b = runWith({ redundancy: 2, signalling: 'ipc' }).recording.summary.apps[0];
    const figures = compareFigures(a, b);
    const parts = figures.filter(({ id }) => PARTS.some((part) => part === id));
    const [run] = figures;
    expect(run).toEqual({
      id: 'run',
      unit: 'cycles',
      a: a.totalCycles,
      b: b.totalCycles,
      difference: b.totalCycles - a.totalCycles,
    });
    expect(sum(parts.map((one) => one.a))).toBe(run?.a);
    expect(sum(parts.map((one) => one.b))).toBe(run?.b);
    expect(sum(parts.map((one) => one.difference))).toBe(run?.difference);
    expect(figures.find(({ id }) => id === 'ipis')?.difference).toBe(b.ipis - a.ipis);
  });
});
