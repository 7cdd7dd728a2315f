import { assert } from '../../base/assert.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import { compilePlan } from '../../scenario/compile.ts';
import type { Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import type { Profile } from '../../workload/profile.ts';
import type { ScalabilityLayout, ScalabilityPoint, ScalabilitySpec } from './spec.ts';
import { appsOf, checkStudy, layOutStudy, scenarioOfPoint } from './spec.ts';
import type { WindowFigures } from './window.ts';
import { windowFigures } from './window.ts';

/** What a point's run left. Plain JSON, ready to be posted between threads. */
export interface PointRun {
  /** Number of the point. */
  readonly point: number;
  readonly figures: WindowFigures;
}

/**
 * A study ready to work: whoever creates it from the same spec gets the same figures for the same
 * point, in whatever order points are asked for.
 */
export interface ScalabilityStudy {
  readonly spec: ScalabilitySpec;
  readonly layout: ScalabilityLayout;
  /** Runs one point until its first app ends. */
  readonly runPoint: (point: number) => PointRun;
  /** All points in order, one for each step: stop whenever you like. */
  readonly runs: () => Generator<PointRun, void, void>;
}

/**
 * Gets a study ready. `profiles` must hold the first app's. The error lists what is wrong with its
 * figures, or with its scenario.
 */
export function createStudy(
  spec: ScalabilitySpec,
  profiles: ReadonlyMap<string, Profile>,
): Result<ScalabilityStudy, ScenarioProblem[]> {
  const problems = checkStudy(spec);
  if (problems.length > 0) return err(problems);
  const layout = layOutStudy(spec);
  const plans = createPlanMaker(spec, layout.points, profiles);
  if (!plans.ok) return plans;
  const runPoint = (point: number): PointRun => ({
    point,
    figures: windowFigures(plans.value(layout.points[point])),
  });
  return ok({
    spec,
    layout,
    runPoint,
    *runs() {
      for (const { point } of layout.points) yield runPoint(point);
    },
  });
}

type PlanMaker = (point: ScalabilityPoint) => MachinePlan;

/** Stands in for the program while the rest of a plan is compiled. */
const STAND_IN: Scenario['apps'][number]['workload'] = {
  kind: 'segments',
  segments: [{ instructions: 0, trap: 'exit' }],
};

/**
 * Programs are compiled once, with the point of most apps; the plans of all points share them: the
 * apps of a point are the first of that one.
 */
function createPlanMaker(
  spec: ScalabilitySpec,
  points: readonly ScalabilityPoint[],
  profiles: ReadonlyMap<string, Profile>,
): Result<PlanMaker, ScenarioProblem[]> {
  const largest = points.reduce((a, b) => (appsOf(b) > appsOf(a) ? b : a));
  const whole = compilePlan(scenarioOfPoint(spec, largest), profiles);
  if (!whole.ok) return whole;
  const programmed = whole.value.apps;
  return ok((point) => {
    const scenario = scenarioOfPoint(spec, point);
    const apps = scenario.apps.map((app) => Object.assign({}, app, { workload: STAND_IN }));
    const plan = compilePlan({ ...scenario, apps }, profiles);
    assert(plan.ok, 'what fits with more applications fits with fewer');
    return { ...plan.value, apps: plan.value.apps.map((app, i) => onCores(programmed[i], app)) };
  });
}

/** The app with its program, on the cores and threads that `placed` has. */
function onCores(programmed: AppPlan, placed: AppPlan): AppPlan {
  const { id, name, redundancy, signalling, resCore } = placed;
  const { cores, replicaThreads, managerThread } = placed;
  const place = { id, name, redundancy, signalling, resCore, cores, replicaThreads, managerThread };
  return { ...programmed, ...place };
}
