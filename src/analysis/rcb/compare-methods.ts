import type { Result } from '../../base/result.ts';
import { ok } from '../../base/result.ts';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { compilePlan } from '../../scenario/compile.ts';
import type { AppSpec, Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import type { Profile } from '../../workload/profile.ts';
import type { Exposure } from './exposure.ts';
import { measureExposure } from './exposure.ts';

/** Replicas that are compared when the app itself has fewer than two, and so nothing to compare. */
const AT_LEAST = 2;
const INSTEAD = 3;

/** Group size for which the methods are compared. */
export function comparedReplicas({ redundancy }: Pick<AppSpec, 'redundancy'>): number {
  return redundancy === 'native' || redundancy < AT_LEAST ? INSTEAD : redundancy;
}

/**
 * `scenario`'s app number `app` alone, without faults, under every method in order of
 * `SIGNALLING_METHODS`. An explicit placement is kept as far as it names enough cores.
 */
export function exposureScenarios(scenario: Scenario, app: number): Scenario[] {
  const spec = scenario.apps[app];
  const redundancy = comparedReplicas(spec);
  const { placement } = spec;
  const enough = typeof placement === 'string' || placement.length === redundancy;
  const place = enough ? placement : 'same-socket';
  return SIGNALLING_METHODS.map((signalling) =>
    Object.assign({}, scenario, {
      apps: [{ ...spec, signalling, redundancy, placement: place }],
      faults: [],
      faultRate: null,
    }),
  );
}

/** What an event costs under every method, by who watches it. `profiles` must hold the app's. */
export function compareExposure(
  scenario: Scenario,
  app: number,
  profiles: ReadonlyMap<string, Profile>,
): Result<Exposure[], ScenarioProblem[]> {
  const exposures: Exposure[] = [];
  for (const alone of exposureScenarios(scenario, app)) {
    const plan = compilePlan(alone, profiles);
    if (!plan.ok) return plan;
    exposures.push(measureExposure(plan.value));
  }
  return ok(exposures);
}
