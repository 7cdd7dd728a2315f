import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { createMachine } from '../kernel/create.ts';
import { advance } from '../kernel/reducer.ts';
import { arbitraryRunnable } from '../testing/arbitrary-runnable.ts';
import { deepFreeze } from '../testing/freeze.ts';
import { craftPlan, crafted } from '../testing/plans.ts';
import { stepsAt } from './navigate.ts';
import { record } from './record.ts';
import { createSeeker } from './seek.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const share = fc.double({ min: 0, max: 1, noNaN: true });

it('gives the machine that running gives, in any order of steps', () => {
  fc.assert(
    fc.property(arbitraryRunnable(), fc.array(share, { maxLength: 8 }), ({ plan }, shares) => {
      const recording = record(plan);
      const seeker = createSeeker(plan, recording);
      const start = createMachine(plan);
      for (const part of [...shares, 1, 0]) {
        const steps = Math.round(recording.events.length * part);
        const ran = advance(plan, start, { steps });
        expect(JSON.stringify(seeker.machineAtStep(steps))).toBe(JSON.stringify(ran));
      }
    }),
    { numRuns: 40 },
  );
});

const plan = craftPlan({
  apps: [{ signalling: 'ipc', redundancy: 3, workload: crafted('pagefault', 150) }],
  costs: { skew_sigma: 700 },
});
const recording = record(plan);
const total = recording.events.length;

it('seeks forwards and backwards across checkpoints of a long run', () => {
  expect(recording.checkpoints.length).toBeGreaterThan(3);
  for (const checkpoint of recording.checkpoints) deepFreeze(checkpoint);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: total }), { minLength: 1, maxLength: 12 }), (steps) => {
      const seeker = createSeeker(plan, recording);
      for (const step of steps) {
        const machine = seeker.machineAtStep(step);
        expect(machine.steps).toBe(step);
        const ran = advance(plan, recording.checkpoints[0].machine, { steps: step });
        expect(JSON.stringify(machine)).toBe(JSON.stringify(ran));
      }
    }),
    { numRuns: 25 },
  );
});

it('gives the machine with all events up to a time applied', () => {
  const seeker = createSeeker(plan, recording);
  fc.assert(
    fc.property(fc.nat({ max: recording.summary.totalCycles + 10 }), (time) => {
      const machine = seeker.machineAt(time);
      expect(machine.steps).toBe(stepsAt(recording.events, time));
      expect(machine.now).toBeLessThanOrEqual(time);
    }),
    { numRuns: 60 },
  );
});

it('refuses steps outside the run', () => {
  const seeker = createSeeker(plan, recording);
  expect(() => seeker.machineAtStep(-1)).toThrow('step -1 is outside the run');
  expect(() => seeker.machineAtStep(total + 1)).toThrow('is outside the run');
  expect(seeker.machineAtStep(total).steps).toBe(total);
});
