import { assertUnreachable } from '../base/assert.ts';
import { lowerBound, upperBound } from '../base/binary-search.ts';
import type { Cycles } from '../base/units.ts';
import { EVENT_INDEX } from '../kernel/events.ts';
import type { Condition } from '../scenario/condition.ts';
import { stepsAt, timeOfStep } from './navigate.ts';
import type { Recording } from './recording.ts';
import { concernsReplica } from './step-subject.ts';

/*
 * Where a recorded run meets a condition. What happens, happens at a kernel step, and several may
 * share one time, so an instant is both. A wait that grows too long, and a time, are reached between
 * two steps: there the instant is exact and all steps up to it are applied.
 */

/** An instant of a run: after `step` kernel steps, at `time`. */
export interface Instant {
  readonly time: Cycles;
  readonly step: number;
}

/** From where to look, which way, and how far. */
export interface Search {
  /** Instants at which the condition holds count only beyond this one. */
  readonly from: Instant;
  /** 1 = later, -1 = earlier. */
  readonly direction: 1 | -1;
  /** The last instant that counts; the end or the start of the run unless told. */
  readonly until?: Instant;
}

/** Earlier (< 0), the same (0) or later (> 0). */
export function compareInstants(a: Instant, b: Instant): number {
  return a.step - b.step || a.time - b.time;
}

/** The nearest instant in a direction at which `condition` comes to hold; `null` when there is none. */
export function nextMatch(
  recording: Recording,
  condition: Condition,
  search: Search,
): Instant | null {
  const found = nearest(recording, condition, search);
  if (found === null || search.until === undefined) return found;
  return compareInstants(found, search.until) * search.direction > 0 ? null : found;
}

/** The nearest instant at which one of `conditions` comes to hold, and the index of the first that does. */
export function firstMatch(
  recording: Recording,
  conditions: readonly Condition[],
  search: Search,
): { readonly index: number; readonly at: Instant } | null {
  let first: { index: number; at: Instant } | null = null;
  conditions.forEach((condition, index) => {
    const until = first?.at ?? search.until;
    const at = nextMatch(recording, condition, until === undefined ? search : { ...search, until });
    if (at === null) return;
    if (first === null || compareInstants(at, first.at) * search.direction < 0) {
      first = { index, at };
    }
  });
  return first;
}

/** Do two conditions ask for the same? */
export function sameCondition(a: Condition, b: Condition): boolean {
  const keys = Object.keys(a) as (keyof Condition)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function nearest(recording: Recording, condition: Condition, search: Search): Instant | null {
  const { events } = recording;
  switch (condition.kind) {
    case 'event-kind': {
      const kind = EVENT_INDEX[condition.event];
      return scan(recording, search, (k) => events.kind[k] === kind);
    }
    case 'core': {
      const { core } = condition;
      return scan(recording, search, (k) => events.core[k] === core);
    }
    case 'replica':
      return scan(recording, search, (k) => concernsReplica(events, k, condition));
    case 'mismatch':
      return nearestIncident(recording, search, (kind) => kind === 'mismatch');
    case 'incident':
      return nearestIncident(recording, search, () => true);
    case 'wait':
      return nearestWait(recording, condition.cycles, search);
    case 'events':
      return afterEvents(recording, condition, search);
    case 'time':
      return beyond(search, instantAt(recording, condition.time));
    default:
      return assertUnreachable(condition);
  }
}

function instantAt({ events }: Recording, time: Cycles): Instant {
  return { time, step: stepsAt(events, time) };
}

/** `at`, if it lies beyond the instant that is looked from. */
function beyond({ from, direction }: Search, at: Instant): Instant | null {
  return compareInstants(at, from) * direction > 0 ? at : null;
}

/** The nearest step whose row of the trace passes. */
function scan(
  { events }: Recording,
  { from, direction, until }: Search,
  passes: (row: number) => boolean,
): Instant | null {
  const at = (row: number): Instant => ({ time: events.time[row], step: row + 1 });
  if (direction === 1) {
    const end = Math.min(until?.step ?? events.length, events.length);
    for (let row = from.step; row < end; row++) if (passes(row)) return at(row);
    return null;
  }
  // Between two steps, the step that was applied last lies in the past.
  const between = from.time > timeOfStep(events, from.step);
  const begin = Math.max((until?.step ?? 1) - 1, 0);
  for (let row = from.step - (between ? 1 : 2); row >= begin; row--)
    if (passes(row)) return at(row);
  return null;
}

/** An incident belongs to the step that is being applied: the one after those it counts. */
function nearestIncident(
  { incidents, events }: Recording,
  search: Search,
  passes: (kind: Recording['incidents'][number]['kind']) => boolean,
): Instant | null {
  const at = (i: number): Instant => {
    // What stalls is noted when no step is left.
    const step = Math.min(incidents[i].step + 1, events.length);
    return { step, time: timeOfStep(events, step) };
  };
  const next = firstIncidentFrom(incidents, search.from.step);
  let i = search.direction === 1 ? next : next - 1;
  for (; i >= 0 && i < incidents.length; i += search.direction) {
    if (!passes(incidents[i].kind)) continue;
    const found = beyond(search, at(i));
    if (found !== null) return found;
  }
  return null;
}

function firstIncidentFrom(incidents: Recording['incidents'], step: number): number {
  let low = 0;
  let high = incidents.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (incidents[middle].step < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a replica, of whichever app, has just waited for more than `cycles`. */
function nearestWait(recording: Recording, cycles: Cycles, search: Search): Instant | null {
  let found: Instant | null = null;
  recording.rendezvous.forEach((_, app) => {
    const at = nearestWaitOf(recording, { app, cycles }, search);
    if (at === null) return;
    if (found === null || compareInstants(at, found) * search.direction < 0) found = at;
  });
  return found;
}

/** The first to arrive waits longest, and events follow each other, so one look per event is enough. */
function nearestWaitOf(
  recording: Recording,
  { app, cycles }: { readonly app: number; readonly cycles: Cycles },
  search: Search,
): Instant | null {
  const { arrived, met, length } = recording.rendezvous[app];
  const end = recording.summary.apps[app].totalCycles;
  const { from, direction } = search;
  let k =
    direction === 1
      ? lowerBound(met, from.time, length)
      : upperBound(arrived, from.time, length) - 1;
  for (; k >= 0 && k < length; k += direction) {
    const time = arrived[k] + cycles + 1;
    if (time > Math.min(met[k], end)) continue;
    const at = beyond(search, instantAt(recording, time));
    if (at !== null) return at;
  }
  return null;
}

/** Where `count` externalization events more, or fewer, are completed than at the start of the search. */
function afterEvents(
  recording: Recording,
  { app, count }: { readonly app: number; readonly count: number },
  search: Search,
): Instant | null {
  const columns = recording.rendezvous[app];
  if (columns === undefined) return null;
  const { completed, length } = columns;
  const { from, direction } = search;
  const k =
    direction === 1
      ? upperBound(completed, from.time, length) + count - 1
      : lowerBound(completed, from.time, length) - count;
  const time = k < length ? completed[k] : undefined;
  if (time === undefined || time === Infinity) return null;
  return beyond(search, instantAt(recording, time));
}
