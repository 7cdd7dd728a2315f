import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryFaulty } from '../testing/arbitrary-faults.ts';
import { craftPlan, crafted } from '../testing/plans.ts';
import { measure, record } from './record.ts';
import { unreachedFaults } from './unreached.ts';

const fault = { app: 0, replica: 1, target: 'gpr', register: 'ax', fate: 'dies' } as const;
const end = measure(craftPlan({ apps: [{}] })).summary.totalCycles;

it('names a fault after the end of the run, with its path', () => {
  const faults = [
    { ...fault, at: { cycle: 5 } },
    { ...fault, at: { cycle: end + 1 } },
  ];
  const plan = craftPlan({ apps: [{}], faults });
  expect(unreachedFaults(plan, measure(plan).summary, 2)).toEqual([
    {
      path: 'faults[1].at.cycle',
      message: `${end + 1} is after the end of the run (${end} cycles)`,
    },
  ]);
  expect(unreachedFaults(plan, measure(plan).summary, 1)).toEqual([]);
});

it('lets a fault hit in the last cycle', () => {
  const plan = craftPlan({ apps: [{}], faults: [{ ...fault, at: { cycle: end } }] });
  const { summary, incidents } = record(plan);
  expect(unreachedFaults(plan, summary, 1)).toEqual([]);
  expect(incidents.map(({ kind }) => kind)).toContain('injected');
});

it('names the app that is over while others go on', () => {
  const apps = [{}, { workload: crafted('syscall', 9) }];
  const plan = craftPlan({ apps, faults: [{ ...fault, at: { cycle: end + 50_000 } }] });
  const [problem] = unreachedFaults(plan, measure(plan).summary, 1);
  expect(problem.message).toMatch(/^\d+ is after the end of app 0 \(\d+ cycles\)$/);
});

it('says nothing of a run that another fault cut short', () => {
  const stop = { ...fault, fate: 'crash', at: { cycle: 5 } } as const;
  const plan = craftPlan({ apps: [{}], faults: [stop, { ...fault, at: { cycle: end + 1 } }] });
  expect(unreachedFaults(plan, measure(plan).summary, 2)).toEqual([]);
});

it('names just the faults that never hit, of any run to its end', () => {
  fc.assert(
    fc.property(arbitraryFaulty(), ({ plan, scenario }) => {
      const { summary, incidents } = record(plan);
      fc.pre(summary.apps.every((app) => app.completedEvents === app.events.total));
      const hit = new Set(incidents.map((incident) => incident.fault));
      const missed = plan.faults.atCycle.filter(({ index }) => !hit.has(index));
      const named = unreachedFaults(plan, summary, scenario.faults.length);
      expect(named.map(({ path }) => path)).toEqual(
        missed.map(({ index }) => `faults[${index}].at.cycle`),
      );
    }),
    { numRuns: 100 },
  );
});
