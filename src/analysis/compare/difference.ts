import { PARTS } from '../../base/vocabulary.ts';
import type { Part } from '../../base/vocabulary.ts';
import type { EventParts } from './event-parts.ts';

/**
 * The `EventParts` of B minus those of A (negative: B takes less), of the events that both have
 * completed; `total` and `end` are of both whole runs, also where one stopped before the other.
 */
export type Difference = EventParts;

/** B minus A. */
export function differenceOf(a: EventParts, b: EventParts): Difference {
  const events = Math.min(a.events, b.events);
  const minus = (one: Float64Array, other: Float64Array): Float64Array =>
    Float64Array.from({ length: events + 1 }, (_, k) => one[k] - other[k]);
  return {
    events,
    time: minus(b.time, a.time),
    sums: b.sums.map((column, p) => minus(column, a.sums[p])),
    total: b.total.map((cycles, p) => cycles - a.total[p]),
    end: b.end - a.end,
  };
}

/** Difference by part of events `from` <= k < `to`, one number per `PARTS`; their sum is exact. */
export function partsBetween({ sums, events }: Difference, from: number, to: number): number[] {
  const first = Math.min(Math.max(from, 0), events);
  const last = Math.min(Math.max(to, first), events);
  return sums.map((column) => column[last] - column[first]);
}

/** How much longer events `from` <= k < `to` last together in B. */
export function cyclesBetween({ time, events }: Difference, from: number, to: number): number {
  const first = Math.min(Math.max(from, 0), events);
  return time[Math.min(Math.max(to, first), events)] - time[first];
}

/** The part that explains most of a difference. */
export interface MainCause {
  readonly part: Part;
  readonly cycles: number;
  /** Of the whole; above 1 where other parts went the other way. */
  readonly share: number;
}

/** The part that went furthest in the direction of the sum of `parts` (one per `PARTS`); `null` without a sum. */
export function mainCause(parts: readonly number[]): MainCause | null {
  const sum = parts.reduce((total, cycles) => total + cycles, 0);
  if (sum === 0) return null;
  let most = 0;
  for (let p = 1; p < parts.length; p++) {
    if (parts[p] * Math.sign(sum) > parts[most] * Math.sign(sum)) most = p;
  }
  return { part: PARTS[most], cycles: parts[most], share: parts[most] / sum };
}
