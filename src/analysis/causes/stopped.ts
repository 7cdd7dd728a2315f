import { t } from '../../base/language.ts';
import { RCB_FAILURES } from '../../kernel/faults/incidents.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';

/** How the reliable computing base failed in this run, e.g. `Romain crashes`, a message; `null` when it did not. */
export function rcbFailure(incidents: readonly Incident[]): string | null {
  const told = incidents.find((one) => one.kind === 'rcb-failed');
  return told === undefined ? null : (RCB_FAILURES[told.other] ?? null);
}

/** `the application`, or its name where there are several. */
export function appName({ apps }: Pick<MachinePlan, 'apps'>, app: number): string {
  return apps.length > 1 ? (apps[app]?.name ?? t('nobody')) : t('the application');
}
