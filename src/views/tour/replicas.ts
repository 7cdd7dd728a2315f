import type { HeldRun } from '../../store/held.ts';

/** How many replicas the tour can tell of; fewer than two have nothing to compare. */
export function replicasOf({ plan }: HeldRun, app: number): number {
  return plan.apps[app]?.cores.length ?? 0;
}
