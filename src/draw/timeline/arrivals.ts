import { lowerBound, upperBound } from '../../base/binary-search.ts';
import type { AppId, Cycles, ReplicaId } from '../../base/units.ts';
import { EVENT_INDEX } from '../../kernel/events.ts';
import type { EventColumns } from '../../run/recording.ts';

/** One replica's arrival at the rendezvous. */
export interface Arrival {
  readonly replica: ReplicaId;
  readonly time: Cycles;
}

const ENTERED = EVENT_INDEX.entered;
const CALL_TAKEN = EVENT_INDEX['call-taken'];
const POST_VISIBLE = EVENT_INDEX['post-visible'];
const POST_SEEN = EVENT_INDEX['post-seen'];
const RELEASED = EVENT_INDEX.released;

/**
 * When each replica of `app` arrived in the externalization event that lasts from `trapped` to `met`,
 * read from the trace. A post arrives when it is visible, or, if Romain waits at just that slot, with
 * the poll that sees it; Romain does not wait yet while it still releases the event before.
 */
export function arrivalsOf(
  events: EventColumns,
  app: AppId,
  [trapped, met]: readonly [Cycles, Cycles],
): readonly Arrival[] {
  const first = lowerBound(events.time, trapped, events.length);
  const last = upperBound(events.time, met, events.length);
  const arrivals: Arrival[] = [];
  const slots = new PollSlots(arrivals);
  for (let i = first; i < last; i++) {
    if (events.app[i] !== app) continue;
    const time = events.time[i];
    const kind = events.kind[i];
    if (kind === ENTERED) arrivals.push({ replica: events.replica[i], time });
    if (kind === CALL_TAKEN) arrivals.push({ replica: events.arg[i], time });
    if (kind === POST_VISIBLE) slots.post(events.replica[i], time);
    if (kind === RELEASED) slots.settle(null);
    if (kind === POST_SEEN) slots.seen(time);
  }
  return arrivals;
}

/** Follows the slot that Romain looks at. */
class PollSlots {
  private readonly arrivals: Arrival[];
  private readonly filled = new Set<ReplicaId>();
  private cursor = 0;
  /** The post in the slot that Romain looks at, not seen yet. */
  private pending: Arrival | null = null;

  constructor(arrivals: Arrival[]) {
    this.arrivals = arrivals;
  }

  post(replica: ReplicaId, time: Cycles): void {
    this.filled.add(replica);
    if (replica === this.cursor) this.pending = { replica, time };
    else this.arrivals.push({ replica, time });
  }

  seen(time: Cycles): void {
    this.settle(time);
    while (this.filled.has(this.cursor)) this.cursor += 1;
  }

  /** The pending post arrives at `time`, or, with `null`, arrived when it was visible. */
  settle(time: Cycles | null): void {
    if (this.pending === null) return;
    const { replica } = this.pending;
    this.arrivals.push({ replica, time: time ?? this.pending.time });
    this.pending = null;
  }
}
