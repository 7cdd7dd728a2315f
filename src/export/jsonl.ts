import type { EventColumns } from '../run/recording.ts';
import { eventAt } from '../run/navigate.ts';

/** The trace as JSON Lines: one object per kernel step with the fields of `TRACE_FIELDS`, without line ends. */
export function* traceToJsonl(events: EventColumns): Generator<string, void, undefined> {
  for (let k = 0; k < events.length; k++) yield JSON.stringify(eventAt(events, k));
}
