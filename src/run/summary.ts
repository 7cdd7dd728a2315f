import { PARTS, CORE_MODES, TRAP_KINDS } from '../base/vocabulary.ts';
import type { CoreMode, Part, TrapKind } from '../base/vocabulary.ts';
import { MODE_OF_ACTIVITY } from '../kernel/context.ts';
import { partsUntilNow } from '../kernel/accounting.ts';
import { STOP_REASONS } from '../kernel/faults/incidents.ts';
import { faultSummaryOf, outcomeOf } from '../kernel/faults/outcome.ts';
import type { Machine } from '../kernel/machine.ts';
import type { AppPlan, MachinePlan } from '../kernel/plan.ts';
import { deviceSummaryOf } from './device-summary.ts';
import type { AppSummary, Breakdown, CoreSummary, RunSummary } from './recording.ts';

/** Sums up a run that has ended, or in which nothing is left to happen; `digest` is that of its trace. */
export function summarize(plan: MachinePlan, machine: Machine, digest: string): RunSummary {
  const apps = plan.apps.map((app) => summarizeApp(app, machine));
  const totalCycles = Math.max(...apps.map((app) => app.totalCycles));
  const sum = (pick: (app: AppSummary) => number): number =>
    apps.reduce((total, app) => total + pick(app), 0);
  return {
    seed: plan.seed,
    clockGHz: plan.clockGHz,
    totalCycles,
    kernelSteps: machine.steps,
    digest,
    ipis: sum((app) => app.ipis),
    messages: sum((app) => app.messages),
    polls: sum((app) => app.polls),
    bytesCopied: sum((app) => app.bytesCopied),
    cores: plan.resilient.map((_, core) => summarizeCore(plan, machine, { core, totalCycles })),
    apps,
  };
}

function summarizeCore(
  plan: MachinePlan,
  machine: Machine,
  { core, totalCycles }: { core: number; totalCycles: number },
): CoreSummary {
  const c = machine.cores[core];
  const cycles = c.modeCycles.slice();
  cycles[MODE_OF_ACTIVITY[c.activity]] += totalCycles - c.modeSince;
  const modes = Object.fromEntries(CORE_MODES.map((mode, i) => [mode, cycles[i]])) as Record<
    CoreMode,
    number
  >;
  return { id: core, kind: plan.resilient[core] ? 'Res' : 'NonRes', ...modes };
}

function summarizeApp(plan: AppPlan, machine: Machine): AppSummary {
  const app = machine.apps[plan.id];
  // An app that was stopped, or waits for ever, is measured against what it has completed.
  const nativeCycles = plan.nativeAt[app.completed];
  const totalCycles = app.endedAt === -1 ? machine.now : app.endedAt;
  const device = deviceSummaryOf(plan, app, totalCycles);
  const replicas = machine.replicas[plan.id].map((replica, id) => ({
    id,
    core: plan.cores[id],
    breakdown: breakdownOf(partsUntilNow(machine, app, replica)),
  }));
  return {
    id: plan.id,
    name: plan.name,
    workload: plan.workload,
    redundancy: plan.redundancy,
    signalling: plan.signalling,
    nativeCycles,
    totalCycles,
    overheadPercent: nativeCycles === 0 ? 0 : ((totalCycles - nativeCycles) / nativeCycles) * 100,
    events: countEvents(plan),
    breakdown: meanBreakdown(
      replicas.map((replica) => replica.breakdown),
      totalCycles,
    ),
    replicas,
    ipis: app.ipis,
    messages: app.messages,
    polls: app.polls,
    bytesCopied: app.bytesCopied,
    outcome: outcomeOf(machine, plan.id),
    stop: STOP_REASONS[app.stop],
    completedEvents: app.completed,
    faults: faultSummaryOf(machine, plan.id),
    ...(device !== null && { device }),
  };
}

function breakdownOf(parts: readonly number[]): Breakdown {
  return Object.fromEntries(PARTS.map((part, i) => [part, parts[i]])) as Record<Part, number>;
}

/**
 * The mean over replicas, in steps of 2^-20 cycles so that the parts add up to `totalCycles`
 * exactly in binary floating point, in whatever order; the rounding rest goes to `compute`.
 */
function meanBreakdown(breakdowns: readonly Breakdown[], totalCycles: number): Breakdown {
  const grid = 2 ** 20;
  const mean = {} as Record<Part, number>;
  let rest = totalCycles;
  for (const part of PARTS) {
    const sum = breakdowns.reduce((total, b) => total + b[part], 0);
    mean[part] = Math.round((sum / breakdowns.length) * grid) / grid;
    if (part !== 'compute') rest -= mean[part];
  }
  return { ...mean, compute: rest };
}

function countEvents(plan: AppPlan): Record<'total' | TrapKind, number> {
  const counts = TRAP_KINDS.map(() => 0);
  for (const trap of plan.program.trap) counts[trap]++;
  const kinds = Object.fromEntries(TRAP_KINDS.map((kind, i) => [kind, counts[i]])) as Record<
    TrapKind,
    number
  >;
  return { total: plan.program.length, ...kinds };
}
