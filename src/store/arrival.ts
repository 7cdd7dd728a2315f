import { assertUnreachable } from '../base/assert.ts';
import type { Selection } from '../base/selection.ts';
import type { LinkView } from '../scenario/codec/view.ts';
import type { HeldRun } from './held.ts';

/** Where to stand when a run arrives. */
export type Arrival =
  /** A first visit, or a link to a scenario: an instant worth looking at. */
  | { readonly kind: 'first' }
  /** A link to a moment: absent parts of its view are chosen. */
  | { readonly kind: 'link'; readonly view: LinkView }
  /** The scenario was edited: stay at the same instant where both runs are alike until a fault, else at the same externalization event. */
  | { readonly kind: 'keep' };

/** What is selected in `run` as it arrives: what a link says, if there is such a thing. */
export function selectionIn(run: HeldRun, arrival: Arrival): Selection | null {
  const selection = arrival.kind === 'link' ? arrival.view.selection : undefined;
  if (selection === undefined) return null;
  return isIn(run, selection) ? selection : null;
}

/** Is there anything in `run` that `selection` names? */
function isIn({ plan, recording }: HeldRun, selection: Selection): boolean {
  const { coreCount } = plan;
  switch (selection.kind) {
    case 'span':
      return selection.core < coreCount;
    case 'wait':
    case 'event': {
      const { app, event } = selection;
      if (event >= (recording.rendezvous[app]?.length ?? 0)) return false;
      const replicas = plan.apps[app]?.cores.length ?? 0;
      return selection.kind === 'event' || selection.replica < replicas;
    }
    case 'message':
      return selection.row < recording.messages.length;
    case 'step':
      return selection.step > 0 && selection.step <= recording.events.length;
    case 'area': {
      const { from, to, cores } = selection;
      return from < to && cores.length > 0 && cores.every((core) => core < coreCount);
    }
    default:
      return assertUnreachable(selection);
  }
}
