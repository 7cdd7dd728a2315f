import type { CoreMode } from '../../base/vocabulary.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Breakdown } from '../../run/recording.ts';
import type { ModeCycles, RunFigures } from '../sweep/spec.ts';
import type { ClosedForm } from './closed-form.ts';
import type { Estimate } from './estimate.ts';

/**
 * The figures that a run of `plan` would leave, as far as the closed form knows them, so that every
 * metric of a sweep can be previewed. Kernel and manager cycles come as one, in `kernel`; polls are
 * counted as polling cycles by the poll period.
 */
export function previewFigures(plan: MachinePlan, form: ClosedForm): RunFigures {
  const { totalCycles } = form;
  const estimates = form.apps.map(({ estimate }) => estimate);
  const sum = (pick: (found: Estimate) => number): number =>
    estimates.reduce((total, found) => total + pick(found), 0);
  const events = plan.apps.reduce((total, { program }) => total + program.length, 0);
  const resCores = plan.resilient.filter(Boolean).length;
  const polling = sum(({ otherPolling, resPolling }) => otherPolling + resPolling);
  return {
    apps: estimates.length,
    totalCycles,
    appCycles: sum((found) => found.totalCycles),
    nativeCycles: sum((found) => found.nativeCycles),
    throughput: sum((found) => found.nativeCycles / Math.max(1, found.totalCycles)),
    completedEvents: events,
    events,
    ipis: form.apps.reduce(
      (total, { app, estimate }) => total + estimate.ipisPerEvent * plan.apps[app].program.length,
      0,
    ),
    polls: polling / plan.costs.poll_period,
    breakdown: meanOf(estimates),
    res: resModes(plan, form),
    resCores,
    nonRes: modes((plan.coreCount - resCores) * totalCycles, {
      user: sum(({ user }) => user),
      kernel: sum(({ otherWork }) => otherWork),
      polling: sum(({ otherPolling }) => otherPolling),
    }),
    outcome: 'completed',
    stop: 'none',
  };
}

/** A Res core that polls for one app at least never halts. */
function resModes(plan: MachinePlan, { apps, totalCycles }: ClosedForm): ModeCycles {
  let kernel = 0;
  let polling = 0;
  plan.appsOnCore.forEach((ids) => {
    const work = ids.reduce((total, id) => total + apps[id].estimate.resWork, 0);
    kernel += work;
    if (ids.some((id) => apps[id].estimate.resPolling > 0)) polling += totalCycles - work;
  });
  const resCores = plan.resilient.filter(Boolean).length;
  return modes(resCores * totalCycles, { user: 0, kernel, polling });
}

function modes(
  all: number,
  busy: Readonly<Record<Extract<CoreMode, 'user' | 'kernel' | 'polling'>, number>>,
): ModeCycles {
  const halted = all - busy.user - busy.kernel - busy.polling;
  return { ...busy, manager: 0, halted: Math.max(0, halted) };
}

function meanOf(estimates: readonly Estimate[]): Breakdown {
  if (estimates.length === 1) return estimates[0].breakdown;
  return Object.fromEntries(
    PARTS.map((part) => [
      part,
      estimates.reduce((sum, { breakdown }) => sum + breakdown[part], 0) / estimates.length,
    ]),
  ) as Breakdown;
}
