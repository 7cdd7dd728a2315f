import type { SignallingMethod } from '../base/vocabulary.ts';
import type { Costs } from '../kernel/costs.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { replicaCount } from '../scenario/placement.ts';
import type { AppSpec, Scenario } from '../scenario/scenario.ts';
import { CRAFTED_COMPUTE, craftPlan } from './plans.ts';

/**
 * The scenario on as few NonRes cores as its largest app needs, with time slices so short that they
 * matter: apps take turns on them. `pick` decides the slice, and which cores the smaller apps take.
 */
export function crowded(scenario: Scenario, pick: number): Scenario {
  const { machine } = scenario;
  const nonRes = Array.from(
    { length: machine.sockets * machine.coresPerSocket },
    (_, id) => id,
  ).filter((id) => !machine.resCores.includes(id));
  const cores = nonRes.slice(0, Math.max(...scenario.apps.map(replicaCount)));
  const { preset, overrides } = scenario.costs;
  const time_slice = 1000 + (pick % 60_000);
  return {
    ...scenario,
    costs: { preset, overrides: { ...overrides, time_slice } },
    apps: scenario.apps.map((app, index) => onSome(app, cores, pick + index)),
  };
}

/** One of the cores from `from` on for each replica. */
function onSome(app: AppSpec, cores: readonly number[], from: number): AppSpec {
  const replicas = replicaCount(app);
  const first = from % (cores.length - replicas + 1);
  return { ...app, placement: cores.slice(first, first + replicas) };
}

/** Two applications as DMR on cores 1 and 2, with a slice of a tenth of their segments. */
export function sharingPlan(signalling: SignallingMethod, costs: Partial<Costs> = {}): MachinePlan {
  const app = { signalling, placement: [1, 2] };
  return craftPlan({
    apps: [app, app],
    costs: { time_slice: CRAFTED_COMPUTE / 10, ...costs },
  });
}
