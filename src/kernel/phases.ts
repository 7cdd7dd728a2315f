import type { Cycles } from '../base/units.ts';
import type { MachinePlan } from './plan.ts';

/** `plan` with the costs that are in force at `time`; `plan` itself where they never change. */
export function planAt(plan: MachinePlan, time: Cycles): MachinePlan {
  const phase = plan.phases.findLast(({ from }) => from <= time);
  if (phase === undefined) return plan;
  const { costs, ipiFlight, lineFetch, slotStore } = phase;
  return { ...plan, costs, ipiFlight, lineFetch, slotStore };
}

/** When the costs change next after `time`; Infinity = never again. */
export function nextPhase(plan: MachinePlan, time: Cycles): Cycles {
  return plan.phases.find(({ from }) => from > time)?.from ?? Infinity;
}
