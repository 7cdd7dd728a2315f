import type { Cycles } from '../base/units.ts';
import type { Costs } from '../kernel/costs.ts';
import { planAt } from '../kernel/phases.ts';
import type { MachinePlan } from '../kernel/plan.ts';

/** The costs in force at `time`: those of `plan`, or of the last change before. */
export function costsAt(plan: MachinePlan, time: Cycles): Costs {
  return planAt(plan, time).costs;
}
