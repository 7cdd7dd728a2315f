import { lowerBound, upperBound } from '../base/binary-search.ts';
import type { Cycles } from '../base/units.ts';
import { EVENT_KINDS } from '../kernel/events.ts';
import type { EventKind } from '../kernel/events.ts';
import type { EventColumns, Recording } from './recording.ts';

/** One kernel step as a row of the trace. */
export interface EventRow {
  /** Number of the step, from 1: the machine has applied `step` events after it. */
  readonly step: number;
  readonly time: Cycles;
  readonly kind: EventKind;
  readonly core: number;
  readonly app: number;
  readonly replica: number;
  readonly arg: number;
}

/** How many events have time <= `time`. */
export function stepsAt(events: EventColumns, time: Cycles): number {
  return upperBound(events.time, time, events.length);
}

/** When step number `step` was applied; 0 for step 0. */
export function timeOfStep(events: EventColumns, step: number): Cycles {
  return step <= 0 ? 0 : events.time[Math.min(step, events.length) - 1];
}

/** Row `k` (0-based) of the trace. */
export function eventAt(events: EventColumns, k: number): EventRow {
  return {
    step: k + 1,
    time: events.time[k],
    kind: EVENT_KINDS[events.kind[k]],
    core: events.core[k],
    app: events.app[k],
    replica: events.replica[k],
    arg: events.arg[k],
  };
}

/** The first instant after `time` at which all replicas of `app` have met; `null` after the last. */
export function nextRendezvous(recording: Recording, app: number, time: Cycles): Cycles | null {
  const { met, length } = recording.rendezvous[app];
  const i = upperBound(met, time, length);
  return i < length && met[i] < Infinity ? met[i] : null;
}

/** The last such instant before `time`; `null` before the first. */
export function previousRendezvous(recording: Recording, app: number, time: Cycles): Cycles | null {
  const { met, length } = recording.rendezvous[app];
  const i = lowerBound(met, time, length);
  return i > 0 ? met[i - 1] : null;
}
