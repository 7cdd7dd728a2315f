import { lowerBound, upperBound } from '../base/binary-search.ts';
import type { AppId, Cycles, ReplicaId } from '../base/units.ts';
import { EVENT_INDEX } from '../kernel/events.ts';
import type { EventColumns, Recording } from '../run/recording.ts';

/** One replica in one externalization event: from its arrival until all have met. */
export interface WaitRow {
  readonly app: AppId;
  /** From 0. */
  readonly event: number;
  readonly replica: ReplicaId;
  readonly arrived: Cycles;
  readonly met: Cycles;
}

const ENTERED = EVENT_INDEX.entered;
const CALL_TAKEN = EVENT_INDEX['call-taken'];
const POST_VISIBLE = EVENT_INDEX['post-visible'];
const POST_SEEN = EVENT_INDEX['post-seen'];
const RELEASED = EVENT_INDEX.released;

/** The waits of all events of `app` at which all replicas met, event by event in order of arrival. */
export function* waitsOf(recording: Recording, app: AppId): Generator<WaitRow, void, undefined> {
  const rows = recording.rendezvous[app];
  for (let event = 0; event < rows.length; event++) {
    const met = rows.met[event];
    if (!Number.isFinite(met)) continue;
    for (const [replica, arrived] of arrivals(recording.events, app, [rows.trapped[event], met])) {
      yield { app, event, replica, arrived, met };
    }
  }
}

/**
 * When each replica arrives between the first trap and the rendezvous, read from the trace. A post
 * arrives when it is visible; if Romain waits at just that slot, with the poll that sees it, unless
 * Romain still releases the event before.
 */
function arrivals(
  events: EventColumns,
  app: AppId,
  [trapped, met]: readonly [Cycles, Cycles],
): Map<ReplicaId, Cycles> {
  const found = new Map<ReplicaId, Cycles>();
  let cursor = 0;
  let looked: ReplicaId | null = null;
  const last = upperBound(events.time, met, events.length);
  for (let i = lowerBound(events.time, trapped, events.length); i < last; i++) {
    if (events.app[i] !== app) continue;
    const kind = events.kind[i];
    const time = events.time[i];
    if (kind === ENTERED) found.set(events.replica[i], time);
    else if (kind === CALL_TAKEN) found.set(events.arg[i], time);
    else if (kind === POST_VISIBLE) {
      found.set(events.replica[i], time);
      if (events.replica[i] === cursor) looked = cursor;
    } else if (kind === RELEASED) looked = null;
    else if (kind === POST_SEEN) {
      if (looked !== null) found.set(looked, time);
      looked = null;
      while (found.has(cursor)) cursor += 1;
    }
  }
  return found;
}
