import type { CoreMode, Part } from '../../base/vocabulary.ts';
import { CORE_MODES, FAULT_OUTCOMES, PARTS } from '../../base/vocabulary.ts';
import { createMachine } from '../../kernel/create.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { advance } from '../../kernel/reducer.ts';
import type { AppSummary, Breakdown, CoreSummary } from '../../run/recording.ts';
import { summarize } from '../../run/summary.ts';
import type { ModeCycles, RunEnd, RunFigures } from './spec.ts';

/** Runs `plan` to its end without recording anything, and keeps its figures. */
export function runFigures(plan: MachinePlan): RunFigures {
  const machine = advance(plan, createMachine(plan), {});
  const { apps, cores, totalCycles, ipis, polls } = summarize(plan, machine, '');
  const sum = (pick: (app: AppSummary) => number): number =>
    apps.reduce((total, app) => total + pick(app), 0);
  const res = cores.filter(({ kind }) => kind === 'Res');
  return {
    apps: apps.length,
    totalCycles,
    appCycles: sum((app) => app.totalCycles),
    nativeCycles: sum((app) => app.nativeCycles),
    throughput: sum((app) => (app.totalCycles === 0 ? 0 : app.nativeCycles / app.totalCycles)),
    completedEvents: sum((app) => app.completedEvents),
    events: sum((app) => app.events.total),
    ipis,
    polls,
    breakdown: meanOf(apps),
    res: modesOf(res),
    resCores: res.length,
    nonRes: modesOf(cores.filter(({ kind }) => kind === 'NonRes')),
    ...endOf(apps),
  };
}

function meanOf(apps: readonly AppSummary[]): Breakdown {
  const mean = {} as Record<Part, number>;
  for (const part of PARTS) {
    mean[part] = apps.reduce((sum, { breakdown }) => sum + breakdown[part], 0) / apps.length;
  }
  return mean;
}

function modesOf(cores: readonly CoreSummary[]): ModeCycles {
  const cycles = {} as Record<CoreMode, number>;
  for (const mode of CORE_MODES) cycles[mode] = cores.reduce((sum, core) => sum + core[mode], 0);
  return cycles;
}

function endOf(apps: readonly AppSummary[]): RunEnd {
  const worst = apps.reduce((a, b) => (rankOf(b) > rankOf(a) ? b : a));
  return { outcome: worst.outcome, stop: worst.stop };
}

function rankOf({ outcome }: AppSummary): number {
  return outcome === 'completed' ? -1 : FAULT_OUTCOMES.indexOf(outcome);
}
