import type { MachinePlan } from '../kernel/plan.ts';
import { record } from '../run/record.ts';

/** Cycles from the first trap of app 0 until its last replica is back in user code. */
export function measureFirstEvent(plan: MachinePlan): number {
  const { trapped, completed } = record(plan).rendezvous[0];
  return completed[0] - trapped[0];
}
