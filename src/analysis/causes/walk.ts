import { upperBound } from '../../base/binary-search.ts';
import type { AppId, CoreId, Cycles, ReplicaId } from '../../base/units.ts';
import { ACTIVITY_IDS } from '../../kernel/activities.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import { MESSAGE_KINDS } from '../../kernel/events.ts';
import type { EventKind, MessageKind } from '../../kernel/events.ts';
import { eventAt, timeOfStep } from '../../run/navigate.ts';
import type { Recording } from '../../run/recording.ts';
import type { CauseLink } from './chain.ts';
import type { Provenance } from './provenance.ts';
import { doneBefore } from './switched-away.ts';

/*
 * A chain is walked backwards: from a step to the one that put it on the queue, and so on. Nearly
 * always that is its cause: the core worked from the one to the other, the message flew, the poll
 * was due. One case is different. When an interrupt stops running work, the handler's end schedules
 * what is left of it, but is no cause of it. There the walk takes the rest of the work, the
 * handlers, and then the work before them, and leaves alone whoever sent the interrupt. The same
 * holds where a fault changes when running user code ends.
 */

/** A link as it was, uncut, with its place in the work that it is a piece of. */
export interface RawLink extends Omit<CauseLink, 'costs' | 'clause'> {
  readonly arg: number;
  /** Cycles of the same work before this piece, and of all its pieces. */
  readonly offset: Cycles;
  readonly total: Cycles;
  /** When the work began. */
  readonly begun: Cycles;
}

type Draft = { -readonly [K in keyof RawLink]: RawLink[K] };

/** The links that end with `step`, latest first, as `visitBack` comes to them. */
export function walkBack(
  recording: Recording,
  provenance: Provenance,
  step: number,
  until: Cycles,
): RawLink[] {
  const links: RawLink[] = [];
  visitBack({ recording, provenance }, step, until, (link) => links.push(link));
  return links;
}

/**
 * Calls `visit` for each link that ends with `step`, latest first, back to the one in which `until`
 * lies. Links of no length are left out. Nothing is kept, so a whole run may be walked.
 */
export function visitBack(
  run: { readonly recording: Recording; readonly provenance: Provenance },
  step: number,
  until: Cycles,
  visit: (link: RawLink) => void,
): void {
  const { recording, provenance } = run;
  /** Links that wait until the start of the work is reached of which `open` are pieces. */
  const waiting: Draft[] = [];
  const open: Draft[] = [];
  let at = step;
  /** The core on which the work that goes on after an interruption is looked for; -1 = none is. */
  let below = -1;
  const flush = (): void => {
    closeWork(recording, open);
    for (const link of waiting) if (link.to > link.from) visit(link);
    open.length = 0;
    waiting.length = 0;
  };
  while (at > 0 && (timeOfStep(recording.events, at) > until || open.length > 0)) {
    const stopped = below === -1 ? -1 : provenance.interruptedAt(at, below);
    const link =
      stopped === -1
        ? linkOf(recording, at, provenance.parentOf(at))
        : pieceOf(recording, { step: at, parent: stopped, core: below });
    waiting.push(link);
    if (stopped === -1 && link.event === 'ipi-handled') link.interrupts = below !== -1;
    else {
      below = goesOnFrom(provenance, recording, link);
      open.push(link);
    }
    if (below === -1) flush();
    at = link.parent;
  }
  flush();
}

/** The core whose work `link` only continues, or -1 when it begins the work. */
function goesOnFrom(provenance: Provenance, { events }: Recording, link: RawLink): CoreId {
  if (link.kind !== 'work' || link.parent === 0) return -1;
  const parent = eventAt(events, link.parent - 1);
  if (parent.kind === 'ipi-handled')
    return parent.core === link.core && provenance.returns(link.parent) ? link.core : -1;
  const rescheduled =
    parent.kind === 'fault-injected' && provenance.interruptedAt(link.parent, link.core) !== -1;
  return rescheduled ? link.core : -1;
}

/** All pieces of one work are known, latest first: each learns its place in it. */
function closeWork(recording: Recording, pieces: readonly Draft[]): void {
  const first = pieces.at(-1);
  if (first === undefined) return;
  const { cycles, since } = isResumed(recording, first)
    ? doneBefore(recording, first)
    : { cycles: 0, since: first.from };
  const total = pieces.reduce((sum, piece) => sum + piece.to - piece.from, cycles);
  let left = total;
  for (const piece of pieces) {
    left -= piece.to - piece.from;
    piece.total = total;
    piece.offset = left;
    piece.begun = since;
  }
}

/** Was the core of `link` switched to a thread that had begun the work before? */
function isResumed({ events }: Recording, link: RawLink): boolean {
  return (
    link.kind === 'work' &&
    link.parent > 0 &&
    eventAt(events, link.parent - 1).kind === 'switched-to'
  );
}

const KINDS: Partial<Record<EventKind, RawLink['kind']>> = {
  'ipi-arrived': 'flight',
  'post-visible': 'flight',
  'release-visible': 'flight',
  'post-seen': 'poll',
  'release-seen': 'poll',
  yielded: 'poll',
  'slice-ended': 'slice',
};

/** What lies between `parent` and `step`, which it put on the queue. */
function linkOf(recording: Recording, step: number, parent: number): Draft {
  const { events } = recording;
  const row = eventAt(events, step - 1);
  const from = timeOfStep(events, parent);
  const kind = KINDS[row.kind] ?? 'work';
  const parentCore = parent === 0 ? row.core : events.core[parent - 1];
  const span = spanAt(recording, kind === 'flight' ? parentCore : row.core, from);
  // Meanwhile the core may serve another app.
  const waits = row.kind === 'device-interrupt';
  // A flight, a poll and a handler are for the thread of the event; work is for whom the core says.
  const worked = kind === 'work' && row.kind !== 'ipi-handled' && !waits && span.app !== -1;
  return {
    from,
    to: row.time,
    step,
    parent,
    interrupts: false,
    offset: 0,
    total: row.time - from,
    begun: from,
    event: row.kind,
    arg: row.arg,
    kind,
    core: row.core,
    fromCore: kind === 'work' ? row.core : parentCore,
    activity: waits ? 'awaitInterrupt' : span.activity,
    message: messageOf(row),
    app: worked ? span.app : row.app,
    replica: worked ? span.replica : row.replica,
  };
}

/** The piece of work on `core` from `parent`, which began it, until `step` stopped it. */
function pieceOf(
  recording: Recording,
  { step, parent, core }: { step: number; parent: number; core: CoreId },
): Draft {
  const { events } = recording;
  const from = timeOfStep(events, parent);
  const to = timeOfStep(events, step);
  const row = eventAt(events, step - 1);
  const { activity, app, replica } = spanAt(recording, core, from);
  return {
    from,
    to,
    step,
    parent,
    interrupts: false,
    offset: 0,
    total: to - from,
    begun: from,
    event: row.kind,
    arg: row.arg,
    kind: 'work',
    core,
    fromCore: core,
    activity,
    message: null,
    app,
    replica,
  };
}

function messageOf({ kind, arg }: { kind: EventKind; arg: number }): MessageKind | null {
  switch (kind) {
    case 'ipi-arrived':
    case 'ipi-handled':
      return MESSAGE_KINDS[arg];
    case 'post-visible':
    case 'post-seen':
      return 'POST';
    case 'release-visible':
    case 'release-seen':
      return 'RELEASE';
    default:
      return null;
  }
}

/** What `core` does at `time`, and for whom. */
function spanAt(
  { spans }: Recording,
  core: CoreId,
  time: Cycles,
): { activity: ActivityId; app: AppId; replica: ReplicaId } {
  const { start, activity, app, replica, length } = spans[core];
  const i = Math.max(0, upperBound(start, time, length) - 1);
  return { activity: ACTIVITY_IDS[activity[i]], app: app[i], replica: replica[i] };
}
