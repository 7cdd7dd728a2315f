import { t } from '../../base/language.ts';
import { appName } from '../../analysis/causes/stopped.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { subjectOf } from '../../scenario/fault-rules.ts';
import type { FaultSpec } from '../../scenario/scenario.ts';

/** What is known of the machine that a fault is said against. */
export type Machine = Pick<MachinePlan, 'apps'>;

/** Who an incident is about: a replica, an unreplicated program, or the whole group. */
export function subjectName(plan: Pick<MachinePlan, 'apps'>, app: number, replica: number): string {
  const spec = plan.apps[app];
  if (spec === undefined) return t('nobody');
  if (spec.redundancy === 'native') return spec.name;
  if (replica < 0) return appName(plan, app);
  return plan.apps.length > 1
    ? t('R{replica} of {name}', { replica, name: spec.name })
    : `R${replica}`;
}

/** Who a fault hits: a replica, an unreplicated program, or the whole group. */
export function whoOf(fault: FaultSpec, machine: Machine): string {
  const { app, replica } = subjectOf(fault, machine.apps);
  return subjectName(machine, app, replica);
}

/** The core that a fault is about, that of its replica unless it names one: `C2`. */
export function coreOf({ core, app, replica }: FaultSpec, { apps }: Machine): string {
  return `C${core ?? apps[app]?.cores[replica] ?? 0}`;
}
