import type { Instant } from '../run/conditions.ts';
import { nextMatch } from '../run/conditions.ts';
import { stepsAt } from '../run/navigate.ts';
import type { Recording, RendezvousColumns } from '../run/recording.ts';
import type { Moment, StopSpec } from './lesson.ts';

/** Where `recording` is to stop; `null` = it never comes there. */
export function instantOfStop(recording: Recording, stop: StopSpec): Instant | null {
  const { events, summary } = recording;
  switch (stop.kind) {
    case 'start':
      return { time: 0, step: 0 };
    case 'end':
      return { time: summary.totalCycles, step: events.length };
    case 'event':
      return instantOfEvent(recording, stop);
    case 'until': {
      const from = fromWhere(recording, stop.event);
      return from === null ? null : nextMatch(recording, stop.condition, { from, direction: 1 });
    }
    case 'instant': {
      const inside = stop.time <= summary.totalCycles && stop.step <= events.length;
      return inside ? { time: stop.time, step: stop.step } : null;
    }
    default:
      return stop satisfies never;
  }
}

function fromWhere(recording: Recording, event: number | undefined): Instant | null {
  if (event === undefined) return { time: 0, step: 0 };
  return instantOfEvent(recording, { event, moment: 'trapped' });
}

/** An instant of an externalization event; `null` when the run has no such event or ends before. */
export function instantOfEvent(
  { events, rendezvous }: Recording,
  {
    event,
    moment,
    app = 0,
  }: { readonly event: number; readonly moment: Moment; readonly app?: number },
): Instant | null {
  const columns = rendezvous[app];
  if (columns === undefined || event >= columns.length) return null;
  if (moment === 'met' && columns.met[event] < Infinity) {
    return { time: columns.met[event], step: columns.metStep[event] };
  }
  const time = timeOfMoment(columns, event, moment);
  return time < Infinity ? { time, step: stepsAt(events, time) } : null;
}

function timeOfMoment(columns: RendezvousColumns, event: number, moment: Moment): number {
  if (moment !== 'computing') return columns[moment][event];
  // A replica that was released early may trap while another is still on its way back.
  const last = columns.trapped[event] - 1;
  const before = event === 0 ? 0 : Math.min(columns.completed[event - 1], last);
  return Math.max(0, Math.floor((before + last) / 2));
}
