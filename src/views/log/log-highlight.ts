import { assertUnreachable } from '../../base/assert.ts';
import { lowerBound, upperBound } from '../../base/binary-search.ts';
import type { Recording } from '../../run/recording.ts';
import type { Selection } from '../../base/selection.ts';
import { concernsReplica } from '../../run/step-subject.ts';

/** Kernel steps that belong to a selection: rows [first, end) of the trace that pass. */
export interface SelectedSteps {
  readonly first: number;
  readonly end: number;
  readonly passes: (row: number) => boolean;
}

/** The kernel steps that belong to `selection`. */
export function stepsOfSelection(recording: Recording, selection: Selection): SelectedSteps {
  const { events } = recording;
  switch (selection.kind) {
    case 'span': {
      const { core, start } = selection;
      const steps = within(recording, start, endOfSpan(recording, core, start));
      return { ...steps, passes: (row) => events.core[row] === core };
    }
    case 'wait': {
      const columns = recording.rendezvous[selection.app];
      const { event } = selection;
      const steps = within(recording, columns?.trapped[event], columns?.met[event]);
      return { ...steps, passes: (row) => concernsReplica(events, row, selection) };
    }
    case 'event': {
      const columns = recording.rendezvous[selection.app];
      const { event, app } = selection;
      const steps = within(recording, columns?.trapped[event], columns?.completed[event]);
      return { ...steps, passes: (row) => events.app[row] === app };
    }
    case 'message': {
      const { sent, arrival, from, to } = recording.messages;
      const { row: message } = selection;
      const steps = within(recording, sent[message], arrival[message]);
      const ends = (row: number): boolean =>
        (events.time[row] === sent[message] && events.core[row] === from[message]) ||
        (events.time[row] === arrival[message] && events.core[row] === to[message]);
      return { ...steps, passes: ends };
    }
    case 'step':
      return { first: selection.step - 1, end: selection.step, passes: () => true };
    case 'area': {
      const cores = new Set(selection.cores);
      const steps = within(recording, selection.from, selection.to - 1);
      return { ...steps, passes: (row) => cores.has(events.core[row]) };
    }
    default:
      return assertUnreachable(selection);
  }
}

/** Rows of the trace at [from, to]; none for an instant that the run does not have. */
function within(
  { events }: Recording,
  from: number = Infinity,
  to: number = Infinity,
): { readonly first: number; readonly end: number } {
  return {
    first: lowerBound(events.time, from, events.length),
    end: upperBound(events.time, to, events.length),
  };
}

function endOfSpan({ spans, summary }: Recording, core: number, start: number): number {
  const columns = spans[core];
  if (columns === undefined) return start;
  const next = upperBound(columns.start, start, columns.length);
  return next < columns.length ? columns.start[next] : summary.totalCycles;
}
