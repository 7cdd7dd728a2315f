import { assertUnreachable } from '../../base/assert.ts';
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
  const name = plan.apps.length > 1 ? plan.apps[app].name : 'The application';
  const far = `${name} completes ${text(completedEvents)} of ${text(events.total)} events`;
  return stop === 'none'
    ? `${far} and then waits for ever.`
    : `${far}. ${stopLine(plan, incidents, app, stop)}`;
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
  const subject = `${failure.slice(0, 1).toUpperCase()}${failure.slice(1)}`;
  return `${subject}: the reliable computing base has failed and the machine halts.`;
}

/** Why and how an application ended before its program did. */
export function stopSentence(reason: StopReason, app: string): string {
  switch (reason) {
    case 'none':
      return `The run of ${app} ends with its program.`;
    case 'fail-stop':
      return `Romain stops ${app}: of two states nobody knows the right one.`;
    case 'debugger':
      return 'Romain enters the kernel debugger, which halts the machine.';
    case 'no-majority':
      return `Romain stops ${app}: no majority agrees.`;
    case 'crash':
      return `An exception that nobody repairs ends ${app}.`;
    case 'rcb':
      return `The reliable computing base takes ${app} with it.`;
    case 'machine-halted':
      return 'The machine halts because another application stopped it.';
    default:
      return assertUnreachable(reason);
  }
}
