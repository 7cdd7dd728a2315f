import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { arbitraryFaulty } from '../../testing/arbitrary-faults.ts';
import { craftPlan } from '../../testing/plans.ts';
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
