import type { AppId, Cycles } from '../../base/units.ts';
import type { CostName, Costs } from '../../kernel/costs.ts';
import { COST_NAMES } from '../../kernel/costs.ts';
import { planAt } from '../../kernel/phases.ts';
import type { Machine } from '../../kernel/machine.ts';
import type { CostTables, MachinePlan } from '../../kernel/plan.ts';
import { advance, isEnded } from '../../kernel/reducer.ts';
import { COMPLETED } from '../../kernel/trace-sink.ts';
import type { TraceSink } from '../../kernel/trace-sink.ts';
import { measure } from '../../run/record.ts';
import type { Recording } from '../../run/recording.ts';
import type { Seeker } from '../../run/seek.ts';
import { betterValue, withBetterCost } from './lower-cost.ts';

/*
 * How much would a better value of one cost parameter gain? Nothing is estimated: the run, or the
 * one event, is simulated again with that value, and the lengths are compared. The critical path
 * tells where the cycles are; only this tells what follows, since with one cost changed another
 * replica may be the last, a poll may fall elsewhere, a CALL may find Romain busy.
 */

/** What one parameter, better by some percent, would gain. */
export interface Gain {
  readonly name: CostName;
  /** Its value now, and the one that was tried. */
  readonly value: number;
  readonly tried: number;
  /** Cycles that are saved; negative = it would take longer. */
  readonly cycles: Cycles;
}

/** Parameters that a run of `plan` reads and that can get better at all, in table order. */
export function improvable(plan: MachinePlan, used: ReadonlySet<CostName>): CostName[] {
  const all = [plan, ...plan.phases];
  return COST_NAMES.filter(
    (name) =>
      used.has(name) && all.some(({ costs }) => betterValue(name, costs[name], 10) !== costs[name]),
  );
}

/** Read when a plan is made; whether they matter only a run can tell. */
const IN_TABLES: readonly CostName[] = [
  'line_local',
  'line_remote',
  'ipi_latency',
  'ipi_remote',
  'store',
];

/** The length of the run of `plan`, and the cost parameters that it depends on. */
export function measureUsed(plan: MachinePlan): {
  readonly length: Cycles;
  readonly used: ReadonlySet<CostName>;
} {
  const used = new Set<CostName>(IN_TABLES);
  const length = measure(watched(plan, used)).summary.totalCycles;
  return { length, used };
}

/** `plan` whose costs note in `used` which of them are read. */
function watched(plan: MachinePlan, used: Set<CostName>): MachinePlan {
  const watch = <T extends CostTables>(tables: T): T => ({
    ...tables,
    costs: new Proxy(tables.costs, {
      get(costs: Costs, name) {
        used.add(name as CostName);
        return costs[name as CostName];
      },
    }),
  });
  return { ...watch(plan), phases: plan.phases.map(watch) };
}

/** What a better `name` would gain over the whole run, which takes `length` now. */
export function gainOfRun(
  plan: MachinePlan,
  length: Cycles,
  name: CostName,
  percent: number,
): Gain {
  const better = withBetterCost(plan, name, percent);
  const cycles = length - measure(better).summary.totalCycles;
  return { name, value: plan.costs[name], tried: better.costs[name], cycles };
}

/** One externalization event (from 0) of a recorded run. */
export interface OneEvent {
  readonly app: AppId;
  readonly event: number;
}

/**
 * What each parameter, better from the event's first trap on, would gain in that event: from there
 * to its last return. Largest gain first; `null` when the run does not complete the event.
 */
export function gainsOfEvent(
  run: { readonly plan: MachinePlan; readonly recording: Recording; readonly seeker: Seeker },
  { app, event }: OneEvent,
  percent: number,
): { readonly length: Cycles; readonly gains: readonly Gain[] } | null {
  const { plan, recording, seeker } = run;
  const trapped = recording.rendezvous[app]?.trapped[event];
  if (trapped === undefined) return null;
  const start = seeker.machineAt(trapped - 1);
  const used = new Set<CostName>(IN_TABLES);
  const end = completionOf(watched(plan, used), start, { app, event });
  if (end === null) return null;
  const costs = planAt(plan, trapped).costs;
  const gains = improvable(plan, used).flatMap((name) => {
    const done = completionOf(withBetterCost(plan, name, percent, trapped), start, { app, event });
    const value = costs[name];
    const tried = betterValue(name, value, percent);
    return done === null ? [] : [{ name, value, tried, cycles: end - done }];
  });
  return { length: end - trapped, gains: sortedGains(gains) };
}

/** Largest gain first, in table order where equal. */
export function sortedGains(gains: readonly Gain[]): Gain[] {
  return gains.toSorted(
    (a, b) => b.cycles - a.cycles || COST_NAMES.indexOf(a.name) - COST_NAMES.indexOf(b.name),
  );
}

/** Kernel steps between two looks whether the event is completed. */
const LOOK = 64;

/** When `event` is completed, run on from `start` with `plan`; `null` = never. */
export function completionOf(
  plan: MachinePlan,
  start: Machine,
  { app, event }: OneEvent,
): Cycles | null {
  const done: Cycles[] = [];
  const sink: TraceSink = {
    ...DEAF,
    milestone(machine, id, completed, milestone) {
      if (milestone === COMPLETED && id === app && completed === event) done.push(machine.now);
    },
  };
  let machine = start;
  while (done.length === 0 && !isEnded(machine)) {
    const { steps } = machine;
    machine = advance(plan, machine, { steps: steps + LOOK }, sink);
    if (machine.steps === steps) break;
  }
  return done[0] ?? null;
}

const ignore = (): void => {};
/** A listener that hears nothing. */
export const DEAF: TraceSink = {
  step: ignore,
  span: ignore,
  message: ignore,
  milestone: ignore,
  incident: ignore,
  divergence: ignore,
};
