import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PARTS } from '../base/vocabulary.ts';
import { measure, record } from '../run/record.ts';
import { MAX_SERIES_SAMPLES } from '../run/progress-series.ts';
import { arbitraryRunnable } from '../testing/arbitrary-runnable.ts';
import { craftPlan, crafted } from '../testing/plans.ts';
import { extraParts, overheadAtEvent } from './overhead.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const runnable = arbitraryRunnable();

it('ends at the figures of the whole run', () => {
  fc.assert(
    fc.property(runnable, ({ plan }) => {
      const { summary, series } = measure(plan);
      summary.apps.forEach((app) => {
        for (const events of [app.events.total, app.events.total + 10]) {
          const end = overheadAtEvent(series[app.id], events);
          expect(end.time).toBe(app.totalCycles);
          expect(end.native).toBe(app.nativeCycles);
          expect(end.percent).toBe(app.overheadPercent);
        }
      });
    }),
    { numRuns: 60 },
  );
});

it('is (t - native) / native after each event, from the trace', () => {
  const plan = craftPlan({ apps: [{ signalling: 'ipc', workload: crafted('pagefault', 9) }] });
  const { rendezvous, series } = record(plan);
  const { nativeAt } = plan.apps[0];
  for (let k = 1; k <= 10; k++) {
    const at = overheadAtEvent(series[0], k);
    const time = rendezvous[0].completed[k - 1];
    expect(at.time).toBe(time);
    expect(at.percent).toBeCloseTo(((time - nativeAt[k]) / nativeAt[k]) * 100, 9);
  }
});

it('is nothing before the first event', () => {
  const { series } = measure(craftPlan({ apps: [{}] }));
  const start = {
    percent: 0,
    time: 0,
    native: 0,
    nativeWait: 0,
    nominal: 0,
    parts: PARTS.map(() => 0),
  };
  expect(overheadAtEvent(series[0], 0)).toEqual(start);
  expect(overheadAtEvent(series[0], -3)).toEqual(start);
});

it('stays where a run stopped, and at nothing when that was in its first event', () => {
  for (const event of [0, 3]) {
    const where = { app: 0, replica: 1, target: 'gpr', register: 'bx', fate: 'stays' } as const;
    const { summary, series } = measure(
      craftPlan({ apps: [{ signalling: 'ipc' }], faults: [{ at: { event }, ...where }] }),
    );
    expect(summary.apps[0]).toMatchObject({ stop: 'debugger', completedEvents: event });
    const at = overheadAtEvent(series[0], 100);
    expect(at).toEqual(overheadAtEvent(series[0], event));
    expect(at.percent > 0).toBe(event > 0);
    for (const { cycles, percent } of extraParts(at)) {
      expect(Number.isFinite(cycles) && Number.isFinite(percent)).toBe(true);
    }
  }
});

describe('between samples', () => {
  const events = 3000;
  const workload = crafted('syscall', events);
  const { series } = measure(craftPlan({ apps: [{ signalling: 'polling', workload }] }));

  it('keeps at most 1024 of them, evenly, with the last event', () => {
    const [{ length, event }] = series;
    expect(length).toBeLessThanOrEqual(MAX_SERIES_SAMPLES);
    expect(length).toBeGreaterThan(MAX_SERIES_SAMPLES / 2);
    expect(event[length - 1]).toBe(events + 1);
    expect(event.slice(0, length)).toHaveLength(length);
    for (let i = 1; i < length - 1; i++) expect(event[i] - event[i - 1]).toBe(event[0]);
  });

  it('lies on the line between its neighbours', () => {
    const [one] = series;
    fc.assert(
      fc.property(
        fc.nat({ max: one.length - 2 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (i, share) => {
          const [from, to] = [one.event[i], one.event[i + 1]];
          const at = overheadAtEvent(one, from + share * (to - from));
          const mix = (column: Float64Array) => column[i] + share * (column[i + 1] - column[i]);
          expect(Math.abs(at.time / mix(one.time) - 1)).toBeLessThan(1e-9);
          expect(Math.abs(at.native / mix(one.native) - 1)).toBeLessThan(1e-9);
          expect(at.percent).toBeCloseTo(((at.time - at.native) / at.native) * 100, 6);
        },
      ),
    );
    const half = overheadAtEvent(one, one.event[0] / 2);
    expect(half.time).toBeCloseTo(one.time[0] / 2, 6);
  });
});

/** Extra cycles booked as computation by the end of a crafted run. */
function computeOf(skew_sigma: number): number {
  const { series } = measure(craftPlan({ apps: [{ signalling: 'ipc' }], costs: { skew_sigma } }));
  return extraParts(overheadAtEvent(series[0], 4))[0].cycles;
}

describe('the extra parts', () => {
  it('sum to the overhead, in cycles and in percent, at any event', () => {
    fc.assert(
      fc.property(runnable, fc.double({ min: 0.01, max: 45, noNaN: true }), ({ plan }, events) => {
        for (const series of measure(plan).series) {
          const at = overheadAtEvent(series, events);
          const extra = extraParts(at);
          expect(extra.map(({ part }) => part)).toEqual(PARTS);
          const scale = Math.max(1, at.time);
          expect(Math.abs(sum(at.parts) - at.time) / scale).toBeLessThan(1e-9);
          const cycles = sum(extra.map((part) => part.cycles));
          expect(Math.abs(cycles - (at.time - at.native)) / scale).toBeLessThan(1e-9);
          const percent = sum(extra.map((part) => part.percent));
          expect(Math.abs(percent - at.percent)).toBeLessThan(
            1e-6 * Math.max(1, Math.abs(at.percent)),
          );
        }
      }),
      { numRuns: 80 },
    );
  });

  it('leave nothing of a native run', () => {
    const { series } = measure(craftPlan({ apps: [{ redundancy: 'native' }] }));
    for (const { cycles } of extraParts(overheadAtEvent(series[0], 4))) expect(cycles).toBe(0);
  });

  it('leave only skew in compute, and none where nothing is drawn', () => {
    expect(computeOf(0)).toBe(0);
    expect(computeOf(500)).toBeGreaterThan(0);
  });
});
