import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CORE_MODES, PARTS } from '../base/vocabulary.ts';
import { arbitraryRunnable } from '../testing/arbitrary-runnable.ts';
import { craftPlan, crafted, planOf } from '../testing/plans.ts';
import type { Breakdown } from './recording.ts';
import { CHECKPOINT_STRIDE, MAX_CHECKPOINTS, measure, record, startRecording } from './record.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const runnable = arbitraryRunnable();

function sumOf(parts: Breakdown): number {
  return PARTS.reduce((sum, part) => sum + parts[part], 0);
}

function digestOf(seed: number, skew_sigma: number): string {
  const plan = craftPlan({ apps: [{ signalling: 'ipc' }], seed, costs: { skew_sigma } });
  return measure(plan).summary.digest;
}

it('gives the same recording in slices of any size', () => {
  fc.assert(
    fc.property(runnable, fc.integer({ min: 1, max: 500 }), ({ plan }, slice) => {
      const job = startRecording(plan);
      let last = job.progress();
      for (;;) {
        const ended = job.advance(slice);
        const now = job.progress();
        expect(now.steps).toBeGreaterThanOrEqual(last.steps);
        expect(now.steps - last.steps).toBeLessThanOrEqual(slice);
        expect(now.fraction).toBeGreaterThanOrEqual(last.fraction);
        last = now;
        if (ended) break;
      }
      expect(last.fraction).toBe(1);
      expect(job.finish()).toEqual(record(plan));
    }),
    { numRuns: 25 },
  );
});

it('measures the same figures without keeping a trace', () => {
  fc.assert(
    fc.property(runnable, ({ plan }) => {
      const { summary, series } = record(plan);
      expect(measure(plan)).toEqual({ summary, series });
    }),
    { numRuns: 60 },
  );
});

it('refuses to sum up a run that has not ended', () => {
  const job = startRecording(craftPlan({ apps: [{}] }));
  job.advance(10);
  expect(() => job.finish()).toThrow('a run must end before it is summed up');
});

describe('the figures of a run', () => {
  it('partition every replica and every core to the cycle', () => {
    fc.assert(
      fc.property(runnable, ({ plan }) => {
        const { summary } = record(plan);
        for (const app of summary.apps) {
          expect(sumOf(app.breakdown)).toBe(app.totalCycles);
          for (const { breakdown } of app.replicas) {
            expect(sumOf(breakdown)).toBe(app.totalCycles);
            for (const part of PARTS) expect(breakdown[part]).toBeGreaterThanOrEqual(0);
          }
        }
        for (const core of summary.cores) {
          expect(CORE_MODES.reduce((sum, mode) => sum + core[mode], 0)).toBe(summary.totalCycles);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('compute at least what the program computes, all of it user time of their home cores', () => {
    fc.assert(
      fc.property(runnable, ({ plan }) => {
        const { summary } = record(plan);
        const computed = summary.cores.map(() => 0);
        for (const app of summary.apps) {
          const nominal = plan.apps[app.id].program.cycles.reduce((a, b) => a + b, 0);
          for (const { breakdown, core } of app.replicas) {
            expect(breakdown.compute).toBeGreaterThanOrEqual(nominal);
            computed[core] += breakdown.compute;
          }
        }
        expect(summary.cores.map(({ user }) => user)).toEqual(computed);
      }),
      { numRuns: 60 },
    );
  });

  it('of a native app are those of its plan', () => {
    fc.assert(
      fc.property(runnable, ({ plan, scenario }) => {
        const apps = scenario.apps.map((app) => ({ ...app, redundancy: 'native' as const }));
        const placed = apps.map((app, i) => ({ ...app, placement: [plan.apps[i].cores[0]] }));
        const native = planOf({ ...scenario, apps: placed });
        for (const app of measure(native).summary.apps) {
          // One that shares its core waits for the others.
          if (native.shared[native.apps[app.id].cores[0]]) continue;
          expect(app.totalCycles).toBe(native.apps[app.id].nativeAt.at(-1));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the digest', () => {
  it('is that of the trace: equal for equal seeds, and another for another seed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 0xffffffff }), fc.nat({ max: 0xffffffff }), (a, b) => {
        fc.pre(a !== b);
        expect(digestOf(a, 300)).toBe(digestOf(a, 300));
        expect(digestOf(a, 300)).not.toBe(digestOf(b, 300));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the seed where nothing is drawn', () => {
    expect(digestOf(1, 0)).toBe(digestOf(2, 0));
  });

  it('tells every method from every other', () => {
    const methods = ['local', 'migration', 'ipc', 'polling'] as const;
    const digests = methods.map(
      (signalling) => record(craftPlan({ apps: [{ signalling }] })).summary.digest,
    );
    expect(new Set(digests).size).toBe(4);
  });
});

describe('checkpoints', () => {
  it('are every 2048 steps of a short run, from step 0', () => {
    const { checkpoints, events } = record(
      craftPlan({
        apps: [{ signalling: 'ipc', redundancy: 3, workload: crafted('pagefault', 200) }],
      }),
    );
    expect(checkpoints.length).toBe(Math.floor(events.length / CHECKPOINT_STRIDE) + 1);
    expect(checkpoints.length).toBeGreaterThan(3);
    checkpoints.forEach((checkpoint, i) => {
      expect(checkpoint.step).toBe(i * CHECKPOINT_STRIDE);
      expect(checkpoint.machine.steps).toBe(checkpoint.step);
      expect(checkpoint.time).toBe(checkpoint.machine.now);
    });
  });

  it('thin out by half when there are too many, and stay evenly spread', () => {
    const workload = crafted('syscall', 36_000);
    const plan = craftPlan({
      apps: [{ signalling: 'ipc', redundancy: 3, workload }],
      machine: { sockets: 1, coresPerSocket: 4 },
    });
    const { checkpoints, events } = record(plan);
    expect(events.length).toBeGreaterThan(CHECKPOINT_STRIDE * MAX_CHECKPOINTS);
    expect(checkpoints.length).toBeLessThanOrEqual(MAX_CHECKPOINTS);
    expect(checkpoints.length).toBeGreaterThan(MAX_CHECKPOINTS / 2);
    const stride = checkpoints[1].step;
    expect(stride).toBe(2 * CHECKPOINT_STRIDE);
    expect(checkpoints.map((checkpoint) => checkpoint.step)).toEqual(
      checkpoints.map((_, i) => i * stride),
    );
    expect(checkpoints.at(-1)?.step).toBe(Math.floor(events.length / stride) * stride);
  });
});
