import { lowerBound, upperBound } from '../../base/binary-search.ts';
import type { AppId, Cycles, ReplicaId } from '../../base/units.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { AppPlan } from '../../kernel/plan.ts';
import { eventAt } from '../../run/navigate.ts';
import type { EventRow } from '../../run/navigate.ts';
import type { Recording } from '../../run/recording.ts';

/** Instants of one replica in one externalization event; `null` = not reached in this run. */
export interface ReplicaStages {
  readonly id: ReplicaId;
  readonly trapped: Cycles | null;
  readonly signalling: Cycles | null;
  readonly arrived: Cycles | null;
  /** Its own core runs for it again. */
  readonly woken: Cycles | null;
  readonly resumed: Cycles | null;
}

/** Instants of one externalization event; Infinity = not reached in this run. */
export interface EventStages {
  readonly event: number;
  readonly trapped: Cycles;
  readonly met: Cycles;
  readonly compared: Cycles;
  /** The last outvoted replica is overwritten; `compared` when none was. */
  readonly recovered: Cycles;
  readonly handled: Cycles;
  readonly completed: Cycles;
  readonly leader: ReplicaId;
  readonly replicas: readonly ReplicaStages[];
}

/** The stages of event `event` (from 0) of `app`; `null` when the run holds no such event. */
export function stagesOf(recording: Recording, app: AppPlan, event: number): EventStages | null {
  const columns = recording.rendezvous[app.id];
  if (columns === undefined || event < 0 || event >= columns.length) return null;
  const at = (column: Float64Array): Cycles => column[event] ?? 0;
  const moments = {
    event,
    trapped: at(columns.trapped),
    met: at(columns.met),
    compared: at(columns.compared),
    handled: at(columns.handled),
    completed: at(columns.completed),
    leader: columns.leader[event] ?? -1,
  };
  const rows = rowsBetween(recording, app.id, moments);
  const posts =
    app.redundancy === 1 || app.signalling !== 'polling'
      ? null
      : pollingArrivals(rows, app, moments.met);
  const replicas = app.cores.map((_, id) =>
    replicaStages(rows, id, { app, met: moments.met, posts }),
  );
  const recovered = rows.findLast((row) => row.kind === 'recovered' && row.time <= moments.handled);
  return { ...moments, recovered: recovered?.time ?? moments.compared, replicas };
}

function rowsBetween(
  recording: Recording,
  app: AppId,
  span: { trapped: Cycles; completed: Cycles },
): EventRow[] {
  const { events } = recording;
  const first = lowerBound(events.time, span.trapped, events.length);
  const end = upperBound(events.time, span.completed, events.length);
  const rows: EventRow[] = [];
  for (let k = first; k < end; k++) if (events.app[k] === app) rows.push(eventAt(events, k));
  return rows;
}

interface Context {
  readonly app: AppPlan;
  readonly met: Cycles;
  readonly posts: readonly (Cycles | null)[] | null;
}

function replicaStages(
  rows: readonly EventRow[],
  id: ReplicaId,
  { app, met, posts }: Context,
): ReplicaStages {
  // The first trap from here on is this event's: the last one of the event before lies before it.
  const start = rows.findIndex((row) => row.kind === 'trap' && row.replica === id);
  const own = start < 0 ? [] : rows.slice(start);
  const first = (kind: EventRow['kind'], after = -1) =>
    own.find((row) => row.kind === kind && row.replica === id && row.time >= after)?.time ?? null;
  const single = app.redundancy === 1 || app.redundancy === 'native';
  const arrived = single
    ? met
    : posts !== null
      ? (posts[id] ?? null)
      : app.signalling === 'ipc'
        ? (own.find((row) => row.kind === 'call-taken' && row.arg === id)?.time ?? null)
        : first('entered');
  const back = WOKEN[app.signalling];
  return {
    id,
    trapped: first('trap'),
    signalling: first('trap-entered'),
    arrived,
    woken: single ? null : (first(back, met) ?? lastWake(own, id)),
    resumed: first('resumed', met) ?? first('native-served'),
  };
}

/** local: the last finisher is never woken; it goes on when it has woken the others. */
function lastWake(own: readonly EventRow[], id: ReplicaId): Cycles | null {
  return own.findLast((row) => row.kind === 'woken' && row.replica === id)?.time ?? null;
}

/** The event at which a replica's own core runs for it again, by method. */
const WOKEN: Readonly<Record<SignallingMethod, EventRow['kind']>> = {
  local: 'left',
  migration: 'woke-up',
  ipc: 'woke-up',
  polling: 'release-seen',
};

/**
 * polling: a slot that Romain already looks at counts as filled when a poll sees it, any other one
 * when the store is visible; the same rule as in the kernel.
 */
function pollingArrivals(rows: readonly EventRow[], app: AppPlan, met: Cycles): (Cycles | null)[] {
  const arrived: (Cycles | null)[] = app.cores.map(() => null);
  const visible = app.cores.map(() => false);
  const before = rows.filter((row) => row.time <= met);
  // Until Romain has cleared the last slot of the event before, it looks at none.
  const cleared = before.findLast((row) => row.kind === 'released')?.step ?? -1;
  let cursor = 0;
  for (const row of before) {
    if (row.kind === 'post-visible') {
      visible[row.replica] = true;
      if (row.step < cleared || row.replica !== cursor) arrived[row.replica] = row.time;
    } else if (row.kind === 'post-seen')
      while (cursor < visible.length && visible[cursor]) {
        arrived[cursor] ??= row.time;
        cursor++;
      }
  }
  return arrived;
}
