import { assertUnreachable } from '../../base/assert.ts';
import type { AppId, CoreId, Cycles } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { MachineView } from '../../run/machine-view.ts';
import type { Recording } from '../../run/recording.ts';
import type { Selection } from '../../base/selection.ts';
import { whyOf } from './why.ts';
import type { Why } from './why.ts';

/** A run and the machine as it stands when the run is over. */
export interface EndedRun {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly end: MachineView;
}

/**
 * Why nothing in the run ends `selection`: the account of the event in which its app was stopped, or
 * waits for ever. `null` = its app came to its end, or it belongs to none.
 */
export function endlessWhy({ plan, recording, end }: EndedRun, selection: Selection): Why | null {
  const app = appOf({ plan, recording }, selection);
  const summary = recording.summary.apps[app];
  if (summary === undefined || summary.completedEvents >= summary.events.total) return null;
  return whyOf(plan, recording, end, app);
}

/** The same account as it reads at instant `now`: how much of it has happened. */
export function whyAtInstant(why: Why, now: Cycles): Why {
  const done = why.chain.filter(({ time }) => time <= now).length;
  return { ...why, done, sinceLast: done === 0 ? 0 : now - (why.chain[done - 1]?.time ?? 0) };
}

/** Whose end a selection has to do with; -1 = no app's. */
export function appOf(
  { plan, recording }: Pick<EndedRun, 'plan' | 'recording'>,
  selection: Selection,
): AppId {
  switch (selection.kind) {
    case 'wait':
    case 'event':
      return selection.app;
    case 'message':
      return recording.messages.app[selection.row] ?? -1;
    case 'step':
      return recording.events.app[selection.step - 1] ?? -1;
    case 'span':
      return appOfCore(plan, selection.core);
    case 'area':
      return -1;
    default:
      return assertUnreachable(selection);
  }
}

/** The app whose replica lives on `core`, or that is served there. */
function appOfCore({ apps }: MachinePlan, core: CoreId): AppId {
  const home = apps.find(({ cores }) => cores.includes(core));
  return (home ?? apps.find(({ resCore }) => resCore === core))?.id ?? -1;
}
