import { EVENT_KINDS } from '../kernel/events.ts';
import type { EventColumns } from '../run/recording.ts';
import { TRACE_FIELDS } from './trace-columns.ts';

/**
 * The trace as CSV, a header and then one line per kernel step, without line ends. `time` is in
 * cycles; replica -1 is Romain's handler thread; the meaning of `arg` depends on `kind`. No field
 * needs quotes: all are numbers or kernel words.
 */
export function* traceToCsv(events: EventColumns): Generator<string, void, undefined> {
  yield TRACE_FIELDS.join(',');
  const { length, time, kind, core, app, replica, arg } = events;
  for (let k = 0; k < length; k++) {
    yield `${k + 1},${time[k]},${EVENT_KINDS[kind[k]]},${core[k]},${app[k]},${replica[k]},${arg[k]}`;
  }
}
