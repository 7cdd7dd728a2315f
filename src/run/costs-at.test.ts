import { describe, expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { costsAt } from './costs-at.ts';
import { record } from './record.ts';
import { createSeeker } from './seek.ts';
import { compilePlan } from '../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { CostChange } from '../scenario/scenario.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import { nextPhase, planAt } from '../kernel/phases.ts';
import type { MachinePlan } from '../kernel/plan.ts';

function planWith(
  signalling: SignallingMethod,
  costChanges: readonly CostChange[],
  overrides: CostChange['overrides'] = {},
): MachinePlan {
  const scenario = defaultScenario();
  const workload = { kind: 'random', events: 30, instructions: 9000, pagefaultShare: 0.5, seed: 3 };
  const plan = compilePlan(
    {
      ...scenario,
      costs: { ...scenario.costs, overrides },
      costChanges,
      apps: [{ ...DEFAULT_APP, signalling, workload: workload as never }],
    },
    new Map(),
  );
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const SLOWER = { trap_entry: 900, ipi_latency: 2000, csum: 700, store: 900 } as const;

describe.each(SIGNALLING_METHODS)('costs that change during a run by %s', (signalling) => {
  const plain = record(planWith(signalling, []));
  const end = plain.summary.totalCycles;

  it('act on nothing that began before', () => {
    const at = Math.floor(end / 2);
    const changed = record(planWith(signalling, [{ at: { cycle: at }, overrides: SLOWER }]));
    const same = plain.events.time.findIndex((time, k) => time !== changed.events.time[k]);
    expect(plain.events.time[same]).toBeGreaterThan(at);
    expect(changed.events.kind.slice(0, same)).toEqual(plain.events.kind.slice(0, same));
    expect(changed.summary.totalCycles).toBeGreaterThan(end);
  });

  it('change nothing when they come after the end', () => {
    const late = planWith(signalling, [{ at: { cycle: end + 1 }, overrides: SLOWER }]);
    expect(record(late).summary.digest).toBe(plain.summary.digest);
  });

  it('are the costs of the whole run when they come at its beginning', () => {
    const early = planWith(signalling, [{ at: { cycle: 1 }, overrides: SLOWER }]);
    const whole = record(planWith(signalling, [], SLOWER));
    expect(record(early).summary.digest).toBe(whole.summary.digest);
  });

  it('are in force again wherever a run is entered', () => {
    const cycle = Math.floor(end / 3);
    const plan = planWith(signalling, [{ at: { cycle }, overrides: SLOWER }]);
    const recording = record(plan);
    const seeker = createSeeker(plan, recording);
    const last = recording.events.length;
    const stepped = [1, last - 5, last >> 1, last].map((step) => seeker.machineAtStep(step));
    const fresh = createSeeker(plan, recording);
    expect(stepped[3]).toEqual(fresh.machineAtStep(last));
    expect(stepped[2]).toEqual(fresh.machineAtStep(last >> 1));
  });
});

it('stand on those before', () => {
  const plan = planWith('ipc', [
    { at: { cycle: 100 }, overrides: { csum: 1, ipi_latency: 11 } },
    { at: { cycle: 200 }, overrides: { csum: 2 } },
  ]);
  expect(planAt(plan, 99)).toBe(plan);
  expect(planAt(plan, 100).costs).toMatchObject({ csum: 1, ipi_latency: 11 });
  expect(costsAt(plan, 150).csum).toBe(1);
  expect(planAt(plan, 5000).costs).toMatchObject({ csum: 2, ipi_latency: 11 });
  expect(planAt(plan, 200).ipiFlight).toContain(11);
  expect([nextPhase(plan, 0), nextPhase(plan, 100), nextPhase(plan, 200)]).toEqual([
    100,
    200,
    Infinity,
  ]);
});
