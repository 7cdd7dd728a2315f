import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { arbitraryFaulty } from '../../testing/arbitrary-faults.ts';
import { faultOf } from '../../testing/fault-runs.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { createMachine } from '../create.ts';
import { advance, isEnded } from '../reducer.ts';
import { isFateDecided, outcomeOf } from './outcome.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

it('is the same at the end as when it was first known', () => {
  let early = 0;
  fc.assert(
    fc.property(arbitraryFaulty(), ({ plan }) => {
      let machine = createMachine(plan);
      while (!isEnded(machine) && !isFateDecided(plan, machine)) {
        machine = advance(plan, machine, { steps: machine.steps + 16 });
      }
      const end = advance(plan, machine, {});
      if (end.steps > machine.steps + 100) early++;
      const outcomes = (of: typeof end) => plan.apps.map(({ id }) => outcomeOf(of, id));
      expect(outcomes(machine)).toEqual(outcomes(end));
    }),
    { numRuns: 400 },
  );
  expect(early).toBeGreaterThan(50);
});

it('of a run without faults is completion', () => {
  const plan = craftPlan({ apps: [{}, { redundancy: 'native' }] });
  const end = advance(plan, createMachine(plan), {});
  expect([outcomeOf(end, 0), outcomeOf(end, 1)]).toEqual(['completed', 'completed']);
});

it('of several apps is not known while one that let a wrong value out may halt the machine', () => {
  const workload = crafted('syscall', 9);
  const apps = [
    { signalling: 'ipc' as const, redundancy: 3, workload },
    { redundancy: 'native' as const, workload },
  ];
  const wrong = { target: 'utcb', word: 3, bit: 1, fate: 'stays', replica: 0 } as const;
  const plan = craftPlan({ apps, faults: faultOf(wrong), flow: { utcb_dies: 0 } });
  const out = advance(plan, createMachine(plan), { time: 3_500_000 });
  expect(out.apps[0].externalizedAt).toBeGreaterThan(0);
  expect(isFateDecided(plan, out)).toBe(false);
  const alone = craftPlan({
    apps: apps.slice(0, 1),
    faults: faultOf(wrong),
    flow: { utcb_dies: 0 },
  });
  const single = advance(alone, createMachine(alone), { time: 3_500_000 });
  expect(isFateDecided(alone, single)).toBe(true);
});
