import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { craftPlan } from '../../testing/plans.ts';
import { record } from '../../run/record.ts';
import { ALIGNMENTS } from '../../base/vocabulary.ts';
import { alignRuns } from './align.ts';
import type { AlignedRuns } from './align.ts';
import { arbitraryPair, runWith } from '../../testing/compared-runs.ts';

const by = fc.constantFrom(...ALIGNMENTS);

function lastInstant({ a }: AlignedRuns): number {
  return a[a.length - 1];
}

describe('two runs laid side by side', () => {
  it('is the identity for a run and itself', () => {
    const run = runWith({ redundancy: 3, signalling: 'ipc' });
    const { totalCycles } = run.recording.summary;
    for (const how of ALIGNMENTS) {
      const map = alignRuns(run, run, how);
      for (let time = 0; time <= totalCycles; time += 4999) {
        expect(map.toB(time), how).toBeCloseTo(time, how === 'work' ? 5 : 9);
        expect(map.toA(time), how).toBeCloseTo(time, how === 'work' ? 5 : 9);
      }
    }
  });

  it('meets every milestone that both runs reach one after another, exactly and both ways', () => {
    const dmr = runWith({ redundancy: 2, signalling: 'ipc' });
    const tmr = runWith({ redundancy: 3, signalling: 'polling' });
    const map = alignRuns(dmr, tmr, 'event');
    const [one, other] = [dmr.recording.rendezvous[0], tmr.recording.rendezvous[0]];
    // The last one is the exit, which follows its neighbour at once.
    for (let k = 0; k < one.length - 1; k++) {
      for (const milestone of ['trapped', 'met', 'compared', 'handled', 'completed'] as const) {
        expect(map.toB(one[milestone][k]), `${milestone} of ${k}`).toBe(other[milestone][k]);
        expect(map.toA(other[milestone][k]), `${milestone} of ${k}`).toBe(one[milestone][k]);
      }
    }
  });

  it('is strictly monotone and inverts itself, on any pair of runs', () => {
    fc.assert(
      fc.property(
        arbitraryPair,
        by,
        fc.array(fc.double({ min: 0, max: 1.2, noNaN: true })),
        (pair, how, shares) => {
          const map = alignRuns(...pair, how);
          const end = Math.max(lastInstant(map), pair[0].recording.summary.totalCycles);
          const times = shares.map((share) => share * end).toSorted((x, y) => x - y);
          let before = -1;
          for (const time of times) {
            const image = map.toB(time);
            expect(image).toBeGreaterThanOrEqual(before);
            before = image;
            expect(Math.abs(map.toA(image) - time)).toBeLessThan(1e-6 * Math.max(end, 1));
          }
          for (let i = 0; i < map.length; i++) {
            expect(map.toB(map.a[i])).toBe(map.b[i]);
            expect(map.toA(map.b[i])).toBe(map.a[i]);
          }
          for (let i = 1; i < map.length; i++) {
            expect(map.a[i]).toBeGreaterThan(map.a[i - 1]);
            expect(map.b[i]).toBeGreaterThan(map.b[i - 1]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lays work beside equal work, also between unlike programs', () => {
    const tmr = runWith({ redundancy: 3, signalling: 'ipc' });
    const native = runWith({ redundancy: 'native' });
    const map = alignRuns(tmr, native, 'work');
    const [one, other] = [tmr.recording.rendezvous[0], native.recording.rendezvous[0]];
    for (let k = 0; k < one.length; k++) {
      expect(map.toB(one.completed[k])).toBeCloseTo(other.completed[k], 5);
    }
    const longer = runWith({
      redundancy: 3,
      signalling: 'ipc',
      workload: { kind: 'periodic', events: 10, instructions: 4_000_000, trap: 'pagefault' },
    });
    const unlike = alignRuns(tmr, longer, 'work');
    // Two segments of a million cycles and a page fault between are one of two million and its fault.
    const [first] = longer.recording.rendezvous[0].completed;
    expect(unlike.toB(one.trapped[1])).toBe(first);
  });

  it('lays equal wall-clock times side by side where the clocks differ', () => {
    const slow = runWith({ redundancy: 2 }, { machine: { clockGHz: 2 } });
    const fast = runWith({ redundancy: 2 }, { machine: { clockGHz: 3 } });
    const map = alignRuns(slow, fast, 'time');
    expect(map.toB(2000)).toBe(3000);
    expect(map.toA(3000)).toBeCloseTo(2000, 9);
  });

  it('goes on evenly after the last event that both have', () => {
    const whole = runWith({ redundancy: 2, signalling: 'ipc' });
    const plan = craftPlan({ apps: [{ redundancy: 2, signalling: 'ipc' }] });
    const short = { plan, recording: record(plan), app: 0 };
    const map = alignRuns(short, whole, 'event');
    const [one, other] = [short.recording.rendezvous[0], whole.recording.rendezvous[0]];
    const last = one.length - 1;
    // The exit ends a program where it is handled.
    expect(map.toB(one.handled[last])).toBe(other.handled[last]);
    expect(map.toB(one.handled[last] + 500)).toBe(other.handled[last] + 500);
    expect(map.toA(other.handled[last] + 500)).toBe(one.handled[last] + 500);
  });
});
