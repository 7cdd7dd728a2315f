import { EVENT_KINDS } from '../../kernel/events.ts';
import type { Condition } from '../../run/condition.ts';
import type { Selection } from '../../run/selection.ts';
import type { AppStore } from '../../store/app-store.ts';
import type { HeldRun } from '../../store/held.ts';

/**
 * Sets or removes a breakpoint at what has the focus, as its `data-break` says, else at what is
 * selected; says what to do when there is neither.
 */
export function toggleBreakpointHere(app: AppStore, focused: Element | null): void {
  const { selection } = app.store.getState();
  const { run } = app.held;
  const condition =
    conditionOfElement(focused) ??
    (selection === null || run === null ? undefined : conditionOfSelection(selection, run));
  if (condition !== undefined) app.breakpoints.toggle(condition);
  else app.notify('info', 'For a breakpoint, focus or select a core, a replica or a kernel step.');
}

/** What an element stands for, or one around it. The page alone writes the attribute. */
function conditionOfElement(element: Element | null): Condition | undefined {
  const text = element?.closest('[data-break]')?.getAttribute('data-break') ?? null;
  return text === null ? undefined : (JSON.parse(text) as Condition);
}

/** Where playing would stop for the sake of a selection. */
export function conditionOfSelection(
  selection: Selection,
  { recording }: Pick<HeldRun, 'recording'>,
): Condition | undefined {
  switch (selection.kind) {
    case 'span':
      return { kind: 'core', core: selection.core };
    case 'wait':
      return { kind: 'replica', app: selection.app, replica: selection.replica };
    case 'step': {
      const event = EVENT_KINDS[recording.events.kind[selection.step - 1] ?? -1];
      return event === undefined ? undefined : { kind: 'event-kind', event };
    }
    case 'area': {
      const [core, ...others] = selection.cores;
      return core === undefined || others.length > 0 ? undefined : { kind: 'core', core };
    }
    default:
      return undefined;
  }
}
