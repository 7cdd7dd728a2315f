import type { Cycles } from '../../base/units.ts';
import type { Costs } from '../../kernel/costs.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { Program } from '../../kernel/program.ts';
import type { Estimate } from './estimate.ts';
import { estimate } from './estimate.ts';
import type { Limit } from './limits.ts';
import { limitsOf } from './limits.ts';
import type { TrapMix } from './trap-mix.ts';
import { trapMixOf } from './trap-mix.ts';

/** What the closed form says of one application of a run. */
export interface AppForm {
  /** Index into the plan's apps. */
  readonly app: number;
  /** As if it ran alone and without faults. */
  readonly estimate: Estimate;
  /** Why the estimate may be far off; empty = it holds. */
  readonly limits: readonly Limit[];
}

/** What the closed form says of a whole run. */
export interface ClosedForm {
  readonly apps: readonly AppForm[];
  /**
   * Until the last app ends. Where apps share a Res core this is the asymptotic bound: no app is
   * faster than alone, and the Res core works through the demand of all.
   */
  readonly totalCycles: Cycles;
  /** Does it hold for every app? */
  readonly holds: boolean;
}

/** Makes closed forms; what they need of a program is made once and kept with it. */
export interface ClosedForms {
  /** The closed form of a run of `plan`; with other `costs` (whole cycles) than the plan's where given. */
  readonly of: (plan: MachinePlan, costs?: Costs) => ClosedForm;
}

/** A maker of closed forms. */
export function createClosedForms(): ClosedForms {
  const mixes = new WeakMap<Program, TrapMix>();
  const mixOf = (program: Program): TrapMix => {
    const known = mixes.get(program);
    if (known !== undefined) return known;
    const mix = trapMixOf(program);
    mixes.set(program, mix);
    return mix;
  };
  return { of: (plan, costs = plan.costs) => closedForm(plan, costs, mixOf) };
}

function closedForm(
  plan: MachinePlan,
  costs: Costs,
  mixOf: (program: Program) => TrapMix,
): ClosedForm {
  const estimates = plan.apps.map((app) => estimateOf(plan, app, costs, mixOf(app.program)));
  const apps = plan.apps.map((app, id) => ({
    app: id,
    estimate: estimates[id],
    limits: limitsOf(plan, app),
  }));
  const alone = estimates.map(({ totalCycles }) => totalCycles);
  const served = plan.appsOnCore.map((ids) =>
    ids.reduce((sum, id) => sum + estimates[id].resWork, 0),
  );
  return {
    apps,
    totalCycles: Math.max(...alone, ...served),
    holds: apps.every(({ limits }) => limits.length === 0),
  };
}

function estimateOf(plan: MachinePlan, app: AppPlan, costs: Costs, mix: TrapMix): Estimate {
  const socketOf = (core: number): number => Math.floor(core / plan.coresPerSocket);
  const home = socketOf(app.resCore);
  return estimate(costs, {
    redundancy: app.redundancy,
    era: plan.era,
    mix,
    shape: {
      signalling: app.signalling,
      replicas: app.cores.length,
      remote: app.cores.map((core) => socketOf(core) !== home),
    },
  });
}
