import type { Cycles } from '../../base/units.ts';
import type { CostName, Costs } from '../../kernel/costs.ts';
import { planAt } from '../../kernel/phases.ts';
import type { CostPhase, CostTables, MachinePlan } from '../../kernel/plan.ts';
import { LEAST_SLICE } from '../../scenario/check.ts';
import { distanceTables } from '../../scenario/distance.ts';

/** A bandwidth gains when it grows, every other cost when it shrinks. */
const GROWS: ReadonlySet<CostName> = new Set<CostName>(['memcpy_bw']);
/** A loop polls at most once a cycle, and a slice lasts longer than the switch to it. */
const LEAST: Partial<Record<CostName, number>> = { poll_period: 1, time_slice: LEAST_SLICE };

/**
 * `value` of `name` made better by `percent`. Durations and numbers of lines are whole, so a small
 * one goes down by at least 1; what is at its least stays there.
 */
export function betterValue(name: CostName, value: number, percent: number): number {
  if (GROWS.has(name)) return value * (1 + percent / 100);
  const least = LEAST[name] ?? 0;
  const lowered = Math.round(value * (1 - percent / 100));
  return Math.max(least, Math.min(lowered, value - 1));
}

/** `plan` with `name` better by `percent` from cycle `from` on (0 = throughout); the native costs stay. */
export function withBetterCost(
  plan: MachinePlan,
  name: CostName,
  percent: number,
  from: Cycles = 0,
): MachinePlan {
  const better = ({ costs }: CostTables): CostTables => {
    const changed: Costs = { ...costs, [name]: betterValue(name, costs[name], percent) };
    return { costs: changed, ...distanceTables(plan, changed) };
  };
  const phases = (after: Cycles): CostPhase[] =>
    plan.phases
      .filter((phase) => phase.from > after)
      .map((phase) => Object.assign({ from: phase.from }, better(phase)));
  if (from <= 0) return { ...plan, ...better(plan), phases: phases(-1) };
  const before = plan.phases.filter((phase) => phase.from < from);
  return { ...plan, phases: [...before, { from, ...better(planAt(plan, from)) }, ...phases(from)] };
}
