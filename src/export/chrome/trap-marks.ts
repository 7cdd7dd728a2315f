import { lowerBound } from '../../base/binary-search.ts';
import { EVENT_INDEX } from '../../kernel/events.ts';
import type { TraceEvent } from './format.ts';
import { pidOfCore, tidOfReplica } from './places.ts';
import type { Clock, TraceSource } from './source.ts';

/** The instants at which replicas leave user code, on their threads. */
export function* trapMarks(
  { recording, range }: TraceSource,
  clock: Clock,
): Generator<TraceEvent, void, undefined> {
  const { length, time, kind, core, app, replica } = recording.events;
  const last = lowerBound(time, range.to, length);
  for (let k = lowerBound(time, range.from, length); k < last; k++) {
    if (kind[k] !== EVENT_INDEX.trap) continue;
    const tid = tidOfReplica(core[k], app[k], replica[k]);
    const place = { ts: clock(time[k]), pid: pidOfCore(core[k]), tid };
    const args = { step: k + 1, cycle: time[k] };
    yield { ph: 'i', s: 't', name: 'trap', cat: 'trap', ...place, args };
  }
}
