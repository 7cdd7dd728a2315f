import { t } from '../../base/language.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import type { HeldRun } from '../../store/held.ts';
import type { TimeWindow } from '../../store/state.ts';

/** How one of two runs ends. */
export interface RunEnd {
  /** Cycles, of its own clock. */
  readonly time: number;
  /** `B stopped in event 201, at 4 118.2 µs.` */
  readonly text: string;
}

/** Where app number `app` of `run` ends, in words that name the run by its letter. */
export function runEnd(run: HeldRun, app: number, side: 'A' | 'B'): RunEnd | null {
  const { clockGHz } = run.plan;
  const summary = run.recording.summary.apps[app];
  if (summary === undefined) return null;
  const { completedEvents, events, stop, totalCycles } = summary;
  const time = formatMicroseconds(totalCycles, clockGHz);
  const whole = completedEvents >= events.total;
  const event = groupDigits(Math.min(completedEvents + 1, events.total));
  const text = whole
    ? t('{side} has ended, at {time} µs.', { side, time })
    : stop === 'none'
      ? t('{side} waits for ever in event {event}, from {time} µs on.', { side, event, time })
      : t('{side} stopped in event {event}, at {time} µs.', { side, event, time });
  return { time: totalCycles, text };
}

/** A run whose end has left the window is held with its end at this share of the width. */
const HELD_AT = 0.5;

/** `window`, or where it shows nothing but what comes after `end`, one of the same length around the end. */
export function heldWindow(window: TimeWindow, end: number): TimeWindow {
  const [from, to] = window;
  if (from < end) return window;
  const held = Math.max(end - HELD_AT * (to - from), 0);
  return [held, held + to - from];
}
