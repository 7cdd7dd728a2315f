import type { ScalabilitySeries } from '../../../analysis/scalability/report.ts';
import type { AppSpec } from '../../../scenario/scenario.ts';

/** How much more than the one before an application may bring, and still be as queueing has it. */
const MORE = 1.25;

/**
 * Fewest applications of which the last brings clearly more than the one before it; `null` = none
 * does. Where customers queue, each brings less than the one before: what brings more is a rhythm that
 * equal copies fall into, as all of them start together.
 */
export function stepUp({ points }: Pick<ScalabilitySeries, 'points'>): number | null {
  for (let i = 2; i < points.length; i++) {
    const [before, at, next] = points.slice(i - 2, i + 1);
    if (before === undefined || at === undefined || next === undefined) continue;
    const gains = [
      at.eventsPerSecond - before.eventsPerSecond,
      next.eventsPerSecond - at.eventsPerSecond,
    ];
    const counts = [
      at.appsPerResCore - before.appsPerResCore,
      next.appsPerResCore - at.appsPerResCore,
    ];
    const [least = 0, most = 0] = gains.map((gain, j) => gain / (counts[j] ?? 1));
    if (most > MORE * Math.max(0, least) && most > 0.02 * at.eventsPerSecond) {
      return next.appsPerResCore;
    }
  }
  return null;
}

/** Do copies of a program do the same at the same time, as long as nothing holds one of them up? */
export function runInStep({ workload }: Pick<AppSpec, 'workload'>): boolean {
  return workload.kind !== 'random' && workload.kind !== 'phases';
}
