import { assertUnreachable } from '../../base/assert.ts';
import { t } from '../../base/language.ts';
import type { Incident, StopReason } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import type { NumberText } from './headline.ts';
import { appName, rcbFailure } from './stopped.ts';

type Machine = Pick<MachinePlan, 'apps'>;

/**
 * How far app number `app` came before it was stopped or began to wait for ever, and why, in a
 * sentence or two; `null` = it came to the end of its program.
 */
export function endingSentence(
  plan: Machine,
  { summary, incidents }: Pick<Recording, 'summary' | 'incidents'>,
  app: number,
  text: NumberText,
): string | null {
  const { completedEvents, events, stop } = summary.apps[app];
  if (completedEvents >= events.total) return null;
  const far = {
    name: plan.apps.length > 1 ? plan.apps[app].name : t('The application'),
    completed: text(completedEvents),
    total: text(events.total),
  };
  if (stop === 'none')
    return t('{name} completes {completed} of {total} events and then waits for ever.', far);
  const end = t('{name} completes {completed} of {total} events.', far);
  return `${end} ${stopLine(plan, incidents, app, stop)}`;
}

/** Why app number `app` was stopped, with what failed when it was the reliable computing base. */
export function stopLine(
  plan: Machine,
  incidents: readonly Incident[],
  app: number,
  stop: StopReason,
): string {
  const failure = stop === 'rcb' ? rcbFailure(incidents) : null;
  if (failure === null) return stopSentence(stop, appName(plan, app));
  const said = t(failure);
  const subject = `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`;
  return t('{subject}: the reliable computing base has failed and the machine halts.', { subject });
}

/** Why and how an application ended before its program did. */
export function stopSentence(reason: StopReason, app: string): string {
  switch (reason) {
    case 'none':
      return t('The run of {app} ends with its program.', { app });
    case 'fail-stop':
      return t('Romain stops {app}: of two states nobody knows the right one.', { app });
    case 'debugger':
      return t('Romain enters the kernel debugger, which halts the machine.');
    case 'no-majority':
      return t('Romain stops {app}: no majority agrees.', { app });
    case 'crash':
      return t('An exception that nobody repairs ends {app}.', { app });
    case 'rcb':
      return t('The reliable computing base takes {app} with it.', { app });
    case 'machine-halted':
      return t('The machine halts because another application stopped it.');
    default:
      return assertUnreachable(reason);
  }
}
