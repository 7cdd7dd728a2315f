import fc from 'fast-check';
import { expect, it, vi } from 'vitest';

import { resolveCosts } from '../../kernel/costs.ts';
import type { CostName } from '../../kernel/costs.ts';
import { record } from '../../run/record.ts';
import { createSeeker } from '../../run/seek.ts';
import { compilePlan } from '../../scenario/compile.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-runnable.ts';
import { measure } from '../../testing/runs.ts';
import { planOf } from '../../testing/plans.ts';
import { criticalPath } from './critical-path.ts';
import { betterValue } from './lower-cost.ts';
import { gainOfRun, gainsOfEvent, improvable, measureUsed } from './sensitivity.ts';
import { trace } from './testing.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 240_000 });

const PERCENT = 10;
const still = arbitraryRunnable().map(({ scenario }) => ({ ...scenario, costChanges: [] }));

/** The scenario with one cost better throughout, written down as a person would. */
function overridden(scenario: Scenario, name: CostName): Scenario {
  const { preset, overrides } = scenario.costs;
  const value = Math.round(resolveCosts(preset, overrides)[name]);
  const exact = name === 'memcpy_bw' ? resolveCosts(preset, overrides)[name] : value;
  const better = betterValue(name, exact, PERCENT);
  return { ...scenario, costs: { preset, overrides: { ...overrides, [name]: better } } };
}

it('gains over a run what a run of the changed scenario takes less', () => {
  fc.assert(
    fc.property(still, (scenario) => {
      const plan = planOf(scenario);
      const { length, used } = measureUsed(plan);
      expect(length).toBe(measure(plan).summary.totalCycles);
      for (const name of improvable(plan, used)) {
        const after = measure(planOf(overridden(scenario, name))).summary.totalCycles;
        expect({ name, cycles: gainOfRun(plan, length, name, PERCENT).cycles }).toEqual({
          name,
          cycles: length - after,
        });
      }
    }),
    { numRuns: 25 },
  );
});

it('leaves out only parameters that gain nothing', () => {
  fc.assert(
    fc.property(still, (scenario) => {
      const plan = planOf(scenario);
      const { length, used } = measureUsed(plan);
      const tried = new Set<string>(improvable(plan, used));
      for (const name of Object.keys(plan.costs) as CostName[]) {
        // The native run is what overheads are divided by; it is no part of this one.
        if (tried.has(name)) continue;
        expect({ name, cycles: gainOfRun(plan, length, name, PERCENT).cycles }).toEqual({
          name,
          cycles: 0,
        });
      }
    }),
    { numRuns: 25 },
  );
});

it('gains in an event what the scenario whose cost changes at its first trap takes less', () => {
  let compared = 0;
  fc.assert(
    fc.property(still, fc.double({ min: 0, max: 0.999, noNaN: true }), (scenario, share) => {
      const plan = planOf(scenario);
      const recording = record(plan);
      const event = Math.floor(share * recording.rendezvous[0].length);
      const run = { plan, recording, seeker: createSeeker(plan, recording) };
      const result = gainsOfEvent(run, { app: 0, event }, PERCENT);
      const { trapped, completed } = recording.rendezvous[0];
      expect(result?.length).toBe(completed[event] - trapped[event]);
      for (const { name, tried, cycles } of result?.gains ?? []) {
        const change = { at: { cycle: trapped[event] }, overrides: { [name]: tried } };
        const changed = compilePlan({ ...scenario, costChanges: [change] }, new Map());
        if (!changed.ok) continue;
        const after = record(changed.value).rendezvous[0];
        expect(after.trapped[event]).toBe(trapped[event]);
        expect({ name, cycles }).toEqual({
          name,
          cycles: completed[event] - after.completed[event],
        });
        compared += 1;
      }
    }),
    { numRuns: 25 },
  );
  expect(compared).toBeGreaterThan(100);
});

it('takes the whole critical path of a run apart: parameters, user code, devices and nothing else', () => {
  fc.assert(
    fc.property(arbitraryRunnable(), ({ plan }) => {
      const run = trace(plan);
      const { length, costs, compute, device, rest } = criticalPath(run);
      const sum = costs.reduce((total, { cycles }) => total + cycles, compute + device);
      expect(rest).toBe(0);
      expect(sum).toBe(length);
      expect(length).toBe(run.recording.summary.totalCycles);
    }),
    { numRuns: 100 },
  );
});
