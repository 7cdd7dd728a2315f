import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { t } from '../../base/language.ts';
import { resolveCosts } from '../../kernel/costs.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { compilePlan, withCostsOf } from '../../scenario/compile.ts';
import type { Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import type { Profile } from '../../workload/profile.ts';
import { checkSweep } from './check-sweep.ts';
import { runFigures } from './figures.ts';
import { isCostOnly } from './parameters.ts';
import type { RunName, SweepPoints } from './points.ts';
import { cornerValues, layOut, scenarioOfRun } from './points.ts';
import type { PointResult, PointResults, RunFigures, SweepSpec } from './spec.ts';
import { costsRead } from './unread-costs.ts';

/** Most compiled plans kept, and most figures of runs that other runs may equal. */
const MAX_PLANS = 256;
const MAX_KNOWN = 20_000;

/**
 * A sweep ready to work: any worker that creates it from the same spec gives the same results for
 * the same point, in whatever order it is asked.
 */
export interface Sweep {
  readonly layout: SweepPoints;
  /** Begins point number `point`. */
  readonly startPoint: (point: number) => PointJob;
  /** All of point number `point` at once. */
  readonly runPoint: (point: number) => Result<PointResults, ScenarioProblem[]>;
}

/** A point being worked on, run by run, so that a worker can look up between two. */
export interface PointJob {
  /** Does one run more; false when all are done or one is impossible. */
  readonly advance: () => boolean;
  /** Runs done. */
  readonly done: () => number;
  /** The results of a point that is done; the error says which of its scenarios cannot run. */
  readonly finish: () => Result<PointResults, ScenarioProblem[]>;
}

/**
 * Gets a sweep ready. `profiles` must hold those of `profileIdsOf(spec.scenario)`. The error lists
 * what is wrong with its figures, or with the scenarios at the ends of its axes.
 */
export function createSweep(
  spec: SweepSpec,
  profiles: ReadonlyMap<string, Profile>,
): Result<Sweep, ScenarioProblem[]> {
  const problems = checkSweep(spec);
  if (problems.length > 0) return err(problems);
  const layout = layOut(spec);
  if (!layout.ok) return layout;
  const maker = new RunMaker(layout.value, profiles);
  const atEnds = maker.checkEnds();
  return atEnds.length > 0 ? err(atEnds) : ok(sweepOn(layout.value, maker));
}

function sweepOn(layout: SweepPoints, maker: RunMaker): Sweep {
  const startPoint = (point: number): PointJob => startPointOf(layout, point, maker);
  return {
    layout,
    startPoint,
    runPoint(point) {
      const job = startPoint(point);
      while (job.advance());
      return job.finish();
    },
  };
}

function startPointOf(layout: SweepPoints, point: number, maker: RunMaker): PointJob {
  const seeds = layout.spec.seeds.length;
  const runs = layout.variants.length * seeds;
  const results: PointResult[] = [];
  let problems: ScenarioProblem[] = [];
  return {
    advance() {
      const name = { variant: Math.floor(results.length / seeds), seed: results.length % seeds };
      const figures = maker.figuresOf({ point, ...name });
      if (figures.ok) results.push({ ...name, figures: figures.value });
      else problems = figures.error;
      return problems.length === 0 && results.length < runs;
    },
    done: () => results.length,
    finish: () => (problems.length > 0 ? err(problems) : ok({ point, results })),
  };
}

/**
 * Compiles and runs. Points that differ in costs alone share one compiled plan, in which only the
 * costs are replaced; runs that no changed cost can reach (`unread-costs.ts`) are done once.
 */
class RunMaker {
  private readonly layout: SweepPoints;
  private readonly profiles: ReadonlyMap<string, Profile>;
  private readonly plans = new Map<string, MachinePlan>();
  private readonly known = new Map<string, RunFigures>();

  constructor(layout: SweepPoints, profiles: ReadonlyMap<string, Profile>) {
    this.layout = layout;
    this.profiles = profiles;
  }

  /** What is wrong at the ends of the axes; what is right there is nearly always right between. */
  checkEnds(): ScenarioProblem[] {
    const { spec, points, values, variants } = this.layout;
    const ends = new Set(cornerValues(spec, values).map((at) => JSON.stringify(at)));
    for (const { point, values: at } of points) {
      if (!ends.has(JSON.stringify(at))) continue;
      for (const { index } of variants) {
        const name = { point, variant: index, seed: 0 };
        const plan = this.planOf(name, scenarioOfRun(this.layout, name));
        if (!plan.ok) return plan.error;
      }
    }
    return [];
  }

  figuresOf(name: RunName): Result<RunFigures, ScenarioProblem[]> {
    const scenario = scenarioOfRun(this.layout, name);
    const key = this.runKey(name, scenario);
    const known = key === null ? undefined : this.known.get(key);
    if (known !== undefined) return ok(known);
    const plan = this.planOf(name, scenario);
    if (!plan.ok) return plan;
    const figures = runFigures(plan.value);
    if (key !== null) keep(this.known, key, figures, MAX_KNOWN);
    return ok(figures);
  }

  /** The same for runs that cannot differ; `null` = this run is like no other. */
  private runKey(name: RunName, scenario: Scenario): string | null {
    const { faultRate, costChanges, costs } = scenario;
    if (faultRate !== null || costChanges.length > 0) return null;
    const values = resolveCosts(costs.preset, costs.overrides);
    const read = costsRead(scenario).map((cost) => values[cost]);
    return `${this.planKey(name)} ${name.seed} ${read.join(' ')}`;
  }

  /** Variant and all values but those of costs. */
  private planKey({ point, variant }: RunName): string {
    const { spec, points } = this.layout;
    const kept = points[point].values.filter((_, axis) => !isCostOnly(spec.axes[axis].parameter));
    return JSON.stringify([variant, ...kept]);
  }

  private planOf(name: RunName, scenario: Scenario): Result<MachinePlan, ScenarioProblem[]> {
    const key = this.planKey(name);
    const similar = scenario.faultRate === null ? this.plans.get(key) : undefined;
    const plan = similar ? withCostsOf(scenario, similar) : compilePlan(scenario, this.profiles);
    if (!plan.ok) return err(this.located(plan.error, name));
    if (similar === undefined) keep(this.plans, key, plan.value, MAX_PLANS);
    return ok({ ...plan.value, seed: scenario.seed });
  }

  private located(problems: readonly ScenarioProblem[], { point, variant }: RunName) {
    const { spec, points, variants } = this.layout;
    const { method, redundancy } = variants[variant];
    const values = points[point].values.map((value, i) => `${spec.axes[i].parameter} = ${value}`);
    const where = t('at {values}, redundancy {redundancy}, {method}', {
      values: values.join(', '),
      redundancy,
      method,
    });
    return problems.map(({ path, message }) => ({ path, message: `${message} (${where})` }));
  }
}

/** Adds to a map and drops what came first when it is full. */
function keep<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  const [oldest] = map.keys();
  if (map.size >= most) map.delete(oldest);
  map.set(key, value);
}
