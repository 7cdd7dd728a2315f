import type { MachinePlan } from '../kernel/plan.ts';
import type { AppSpec, Scenario } from '../scenario/scenario.ts';
import type { DriverSpec } from '../workload/driver-spec.ts';
import { DEFAULT_DRIVER } from '../workload/driver-spec.ts';
import { craftPlan } from './plans.ts';

/** What a run of a driver changes of the plain one. */
interface DriverChange extends Partial<DriverSpec> {
  readonly app?: Partial<AppSpec>;
  readonly protection?: Partial<Scenario['protection']>;
}

/** A driver that takes twelve interrupts equally far apart, with `changes`. */
export function driverWork(changes: Partial<DriverSpec> = {}): AppSpec['workload'] {
  return {
    kind: 'driver',
    ...DEFAULT_DRIVER,
    interrupts: 12,
    arrival: 'periodic',
    ...changes,
  };
}

/** It runs on three replicas that migrate, at crafted costs with skew. */
export function driverPlan({ app, protection, ...spec }: DriverChange): MachinePlan {
  const workload = driverWork(spec);
  return craftPlan({
    apps: [{ redundancy: 3, signalling: 'migration', ...app, workload }],
    ...(protection !== undefined && { protection }),
    costs: { skew_sigma: 300 },
  });
}
