import { upperBound } from '../../base/binary-search.ts';
import type { AppId, CoreId, Cycles, ReplicaId } from '../../base/units.ts';
import { EVENT_INDEX } from '../../kernel/events.ts';
import type { EventKind } from '../../kernel/events.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { subjectOf } from '../../run/step-subject.ts';
import type { LogIndex } from './log-index.ts';
import type { StepFacts } from './step-words.ts';

/*
 * The log is one list: kernel steps, and behind each step the incidents that belong to it. A row is
 * a number: `k` >= 0 is row k of `EventColumns`, `~i` < 0 is incident i.
 */

/** Rows that a person wants to see; `null` = any. */
export interface LogFilter {
  /** Event kinds; incidents are asked for by `incidents`. */
  readonly kinds: ReadonlySet<EventKind> | null;
  readonly incidents: boolean;
  readonly core: CoreId | null;
  readonly app: AppId | null;
  /** A step passes that it takes, or that is taken for it. */
  readonly replica: ReplicaId | null;
  /** Inclusive. */
  readonly from: Cycles | null;
  /** Exclusive. */
  readonly to: Cycles | null;
}

/** Everything. */
export const WHOLE_LOG: LogFilter = {
  kinds: null,
  incidents: true,
  core: null,
  app: null,
  replica: null,
  from: null,
  to: null,
};

/** The rows that pass `filter`, in order. */
export function selectRows(
  { plan, recording, combinations, code }: LogIndex,
  filter: LogFilter,
): Int32Array {
  const { events, incidents } = recording;
  const passes = Uint8Array.from(combinations, (facts) => (stepPasses(facts, filter) ? 1 : 0));
  const { from, to } = filter;
  const begin = from === null ? 0 : upperBound(events.time, from - 1, events.length);
  const end = to === null ? events.length : upperBound(events.time, to - 1, events.length);
  const told = incidents.filter((incident) => incidentPasses(incident, filter, plan)).length;
  const rows = new Int32Array(Math.max(0, end - begin) + told);
  let length = 0;
  let next = 0;
  /** Adds the incidents of the first `step` steps. */
  const addIncidents = (step: number): void => {
    for (; next < incidents.length && incidents[next].step < step; next++) {
      if (incidentPasses(incidents[next], filter, plan)) rows[length++] = ~next;
    }
  };
  let due = incidents[0]?.step ?? Infinity;
  for (let row = begin; row < end; row++) {
    if (due < row) {
      addIncidents(row);
      due = incidents[next]?.step ?? Infinity;
    }
    if (passes[code[row]] === 1) rows[length++] = row;
  }
  addIncidents(Infinity);
  return rows.slice(0, length);
}

function stepPasses({ kind, core, app, replica, arg }: StepFacts, filter: LogFilter): boolean {
  if (filter.kinds !== null && !filter.kinds.has(kind)) return false;
  if (filter.core !== null && filter.core !== core) return false;
  if (filter.app !== null && filter.app !== app) return false;
  if (filter.replica === null) return true;
  return (
    replica === filter.replica || subjectOf(EVENT_INDEX[kind], replica, arg) === filter.replica
  );
}

function incidentPasses(incident: Incident, filter: LogFilter, plan: MachinePlan): boolean {
  const { time, app, replica } = incident;
  if (!filter.incidents) return false;
  if (filter.from !== null && time < filter.from) return false;
  if (filter.to !== null && time >= filter.to) return false;
  if (filter.app !== null && app !== filter.app) return false;
  if (filter.replica !== null && replica !== filter.replica) return false;
  return filter.core === null || coreOfIncident(incident, plan) === filter.core;
}

const AT_CORE: ReadonlySet<Incident['kind']> = new Set(['core-stopped', 'core-stuck', 'contained']);

/** Where an incident is: the core that it names, the home of its replica, or the Res core of its group. */
function coreOfIncident(
  { kind, at, app, replica }: Incident,
  { apps }: MachinePlan,
): CoreId | null {
  if (AT_CORE.has(kind)) return at;
  const spec = apps[app];
  return (replica < 0 ? spec?.resCore : spec?.cores[replica]) ?? null;
}

/** Number (from 1) of the kernel step that a row belongs to. */
export function stepOfRow(row: number, incidents: readonly Incident[]): number {
  return row >= 0 ? row + 1 : (incidents[~row]?.step ?? 0) + 1;
}

/** How many of `rows` belong to the first `step` kernel steps. */
export function rowsUntil(rows: Int32Array, step: number, incidents: readonly Incident[]): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stepOfRow(rows[middle], incidents) <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}
