import { msg, t } from '../../../base/language.ts';
import { assertUnreachable } from '../../../base/assert.ts';
import type { Condition } from '../../../scenario/condition.ts';
import { eventAt } from '../../../run/navigate.ts';
import type { Selection } from '../../../base/selection.ts';
import type { AppStore } from '../../../store/app-store.ts';
import type { HeldRun } from '../../../store/held.ts';

const NOTHING_THERE = msg(
  'There is nothing here to stop at. Select a span, a wait or an event, or go to a core or a row of the event log, then set the breakpoint.',
);

/** What may hold a switch: a replica in its tile before the core that the tile is. */
const OWNERS = '.tile-body, [role=row], [role=group], li, .break-toggle';

/** Sets or removes the breakpoint of what has the focus, else of what is selected. */
export function toggleBreakpoint(app: AppStore): void {
  const { run } = app.held;
  const { selection } = app.store.getState();
  const focused = focusedToggle();
  if (focused !== null) {
    focused.click();
    return;
  }
  const condition = run === null || selection === null ? null : conditionOf(selection, run);
  if (condition === null) app.notify('info', t(NOTHING_THERE));
  else app.breakpoints.toggle(condition);
}

/** The switch that belongs to the focused row, tile or lane. */
function focusedToggle(): HTMLElement | null {
  const owner = document.activeElement?.closest(OWNERS);
  const toggle =
    owner?.matches('.break-toggle') === true ? owner : owner?.querySelector('.break-toggle');
  return toggle instanceof HTMLElement ? toggle : null;
}

/** What a breakpoint on `selection` waits for: its core, its replica, its kind of event, or its instant. */
export function conditionOf(
  selection: Selection,
  { recording }: Pick<HeldRun, 'recording'>,
): Condition | null {
  switch (selection.kind) {
    case 'span':
      return { kind: 'core', core: selection.core };
    case 'wait':
      return { kind: 'replica', app: selection.app, replica: selection.replica };
    case 'step':
      return { kind: 'event-kind', event: eventAt(recording.events, selection.step - 1).kind };
    case 'event': {
      const met = recording.rendezvous[selection.app]?.met[selection.event];
      return met === undefined || met === Infinity ? null : { kind: 'time', time: met };
    }
    case 'area': {
      const [core, ...more] = selection.cores;
      return core === undefined || more.length > 0 ? null : { kind: 'core', core };
    }
    case 'message':
      return { kind: 'time', time: recording.messages.sent[selection.row] };
    default:
      return assertUnreachable(selection);
  }
}
