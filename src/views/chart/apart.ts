import type { MachinePlan } from '../../kernel/plan.ts';

/** Why replicas of a program may come to differ in every run of the chart. */
export interface Apart {
  readonly faults: boolean;
  /** Does each replica of the driver touch the device itself? */
  readonly naive: boolean;
}

/** Why the replicas of the first app of `plan`, which the chart compares, may come to differ. */
export function apartOf({ faults, apps }: Pick<MachinePlan, 'faults' | 'apps'>): Apart {
  return {
    faults: faults.atCycle.length + faults.atEvent.length > 0,
    naive: apps[0]?.device?.access === 'naive',
  };
}
