import { upperBound } from '../base/binary-search.ts';
import type { AppId, Cycles } from '../base/units.ts';
import type { LinkView } from '../scenario/codec/view.ts';
import { stepsAt, timeOfStep } from './navigate.ts';
import type { Recording } from './recording.ts';

/** An instant of a run: several kernel steps may share one time, so both are needed. */
export interface Playhead {
  readonly time: Cycles;
  /** Kernel steps applied. */
  readonly step: number;
}

/** What instants are of. */
interface Recorded {
  readonly recording: Recording;
}

/** The playhead at `time`, with every event up to then applied. */
export function playheadAt(run: Recorded, time: number): Playhead {
  const end = run.recording.summary.totalCycles;
  const instant = Math.min(Math.max(Math.round(time), 0), end);
  return { time: instant, step: stepsAt(run.recording.events, instant) };
}

/** The playhead right after kernel step `step`. */
export function playheadAtStep(run: Recorded, step: number): Playhead {
  const { events } = run.recording;
  const within = Math.min(Math.max(Math.round(step), 0), events.length);
  return { time: timeOfStep(events, within), step: within };
}

/** Index of the externalization event of `app` that runs, or comes next, at `time`; the last at the end. */
export function eventIndexAt(run: Recorded, app: AppId, time: number): number {
  const rendezvous = run.recording.rendezvous[app];
  if (rendezvous === undefined || rendezvous.length === 0) return 0;
  return Math.min(upperBound(rendezvous.completed, time, rendezvous.length), rendezvous.length - 1);
}

/** How many externalization events of `app` are completed at `time`. */
export function completedAt(run: Recorded, app: AppId, time: number): number {
  const rendezvous = run.recording.rendezvous[app];
  return rendezvous === undefined ? 0 : upperBound(rendezvous.completed, time, rendezvous.length);
}

/** The instant that a link names; its step counts only if it belongs to its time. */
export function playheadOfLink(run: Recorded, { time, step }: LinkView): Playhead | undefined {
  if (time === undefined) return step === undefined ? undefined : playheadAtStep(run, step);
  const whole = playheadAt(run, time);
  // Between two events any time belongs to the step; among events of one time, several steps do.
  const belongs = step !== undefined && step <= whole.step && stepsBefore(run, whole.time) <= step;
  return belongs ? { time: whole.time, step } : whole;
}

/** Kernel steps strictly before `time`. */
function stepsBefore(run: Recorded, time: number): number {
  return time <= 0 ? 0 : playheadAt(run, time - 1).step;
}
