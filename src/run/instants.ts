import { upperBound } from '../base/binary-search.ts';
import type { AppId } from '../base/units.ts';
import type { MachineView } from '../run/machine-view.ts';
import { stepsAt, timeOfStep } from '../run/navigate.ts';
import type { HeldRun } from './held.ts';
import type { Playhead } from './state.ts';

/** The playhead at `time`, with every event up to then applied. */
export function playheadAt(run: HeldRun, time: number): Playhead {
  const end = run.recording.summary.totalCycles;
  const instant = Math.min(Math.max(Math.round(time), 0), end);
  return { time: instant, step: stepsAt(run.recording.events, instant) };
}

/** The playhead right after kernel step `step`. */
export function playheadAtStep(run: HeldRun, step: number): Playhead {
  const { events } = run.recording;
  const within = Math.min(Math.max(Math.round(step), 0), events.length);
  return { time: timeOfStep(events, within), step: within };
}

/** Index of the externalization event of `app` that runs, or comes next, at `time`; the last at the end. */
export function eventIndexAt(run: HeldRun, app: AppId, time: number): number {
  const rendezvous = run.recording.rendezvous[app];
  if (rendezvous === undefined || rendezvous.length === 0) return 0;
  return Math.min(upperBound(rendezvous.completed, time, rendezvous.length), rendezvous.length - 1);
}

/** How many externalization events of `app` are completed at `time`. */
export function completedAt(run: HeldRun, app: AppId, time: number): number {
  const rendezvous = run.recording.rendezvous[app];
  return rendezvous === undefined ? 0 : upperBound(rendezvous.completed, time, rendezvous.length);
}

/**
 * An instant worth looking at in event `k`: the last replica is just being awaited, its message in
 * flight where the method sends one, else shortly before all have met.
 */
export function awaitingInstant(run: HeldRun, app: AppId, k: number): Playhead {
  const rendezvous = run.recording.rendezvous[app];
  const met = rendezvous?.met[k];
  const metStep = rendezvous?.metStep[k];
  if (rendezvous === undefined || met === undefined || metStep === undefined) {
    return { time: 0, step: 0 };
  }
  // The step that completed the meeting is number `metStep`; the one before has not.
  const before = run.viewAt(playheadAtStep(run, metStep - 1));
  const from = Math.max(lastArrival(before, app), rendezvous.trapped[k]);
  if (met - from < 2) return { time: met, step: metStep };
  const flight = lastFlight(run, app, { view: before, from, met });
  return playheadAt(run, Math.floor(flight ?? from + 0.75 * (met - from)));
}

/** The middle of the last message that a replica still awaited sent in [from, met), if it sent one. */
function lastFlight(
  run: HeldRun,
  app: AppId,
  { view, from, met }: { readonly view: MachineView; readonly from: number; readonly met: number },
): number | undefined {
  const { messages } = run.recording;
  const awaited = (view.apps[app]?.replicas ?? []).filter(({ arrival }) => arrival < 0);
  const homes = new Set(awaited.map(({ home }) => home));
  let middle: number | undefined;
  for (let row = upperBound(messages.sent, from, messages.length); row < messages.length; row++) {
    const sent = messages.sent[row];
    if (sent >= met) break;
    const flying = messages.arrival[row] - sent > 1 && messages.arrival[row] <= met;
    if (flying && homes.has(messages.from[row])) middle = (sent + messages.arrival[row]) / 2;
  }
  return middle;
}

/** When the last replica that has arrived did so; 0 when none has. */
function lastArrival(view: MachineView, app: AppId): number {
  let last = 0;
  for (const { arrival, arrivedAt } of view.apps[app]?.replicas ?? []) {
    if (arrival >= 0 && arrivedAt > last) last = arrivedAt;
  }
  return last;
}

/** Share of the run after which a first visit looks at it: far enough for the chart to have grown. */
const FIRST_LOOK = 0.6;

/** The event (from 0) that a first visit shows; where several apps run, one while all of them do. */
export function firstEvent(run: HeldRun, app: AppId): number {
  const rendezvous = run.recording.rendezvous[app];
  if (rendezvous === undefined) return 0;
  const allRunUntil = Math.min(...run.recording.summary.apps.map((other) => other.totalCycles));
  const events = upperBound(rendezvous.completed, allRunUntil, rendezvous.length);
  return Math.floor(FIRST_LOOK * events);
}
