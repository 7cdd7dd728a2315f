import { t } from '../../base/language.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';

/** Why a closed form may be far from the run. */
export const LIMIT_REASONS = [
  'faults',
  'cost-changes',
  'driver',
  'shared-res-core',
  'shared-core',
] as const;
export type LimitReason = (typeof LIMIT_REASONS)[number];

/** One reason, and a sentence that says what it does. */
export interface Limit {
  readonly reason: LimitReason;
  readonly sentence: string;
}

/** Why the closed form may not be what a run of `app` gives; empty = within the tolerance of its method. */
export function limitsOf(plan: MachinePlan, app: AppPlan): Limit[] {
  const limits: Limit[] = [];
  const { atCycle, atEvent } = plan.faults;
  if (atCycle.length + atEvent.length > 0) {
    limits.push({
      reason: 'faults',
      sentence: t('Faults are left out: the sum is that of a run in which nothing goes wrong.'),
    });
  }
  if (plan.phases.length > 0) {
    limits.push({
      reason: 'cost-changes',
      sentence: t('Costs change during the run: the sum takes those of its start throughout.'),
    });
  }
  if (app.workload === 'driver') {
    limits.push({
      reason: 'driver',
      sentence: t('The program is a driver: the sum leaves out how long it waits for interrupts.'),
    });
  }
  const served = plan.appsOnCore[app.resCore];
  if (served.length > 1 && served.includes(app.id)) {
    limits.push({
      reason: 'shared-res-core',
      sentence: t(
        'C{resCore} serves {length} applications: the sum leaves out how long they queue for it; only the bound of the utilisation law holds.',
        { resCore: app.resCore, length: served.length },
      ),
    });
  }
  const shared = app.cores.filter((core) => plan.shared[core]);
  if (shared.length > 0) {
    limits.push({
      reason: 'shared-core',
      sentence: t(
        'Replicas share {cores} with other applications: the sum leaves out how long they wait for their turns.',
        { cores: shared.map((core) => `C${core}`).join(', ') },
      ),
    });
  }
  return limits;
}
