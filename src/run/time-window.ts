import type { Cycles } from '../base/units.ts';
import type { RendezvousColumns } from './recording.ts';

/** `[from, to)` in cycles. */
export type TimeWindow = readonly [Cycles, Cycles];

/** Narrowest window of any axis; the even one shows more. */
const MIN_WINDOW_CYCLES = 1;
/** Parts of a cycle to which windows are rounded: a pan by pixels must not jump by cycles. */
const PARTS = 64;
/** Share of the window at which a playhead that left it is shown again. */
const ANCHOR = 0.42;
/** The playhead may move within this share from either edge before the window follows. */
const EDGE = 0.04;

function rounded(time: Cycles): Cycles {
  return Math.round(time * PARTS) / PARTS;
}

/** `window` in order, not narrower than the least, moved to lie within [0, end]. */
export function clampWindow([from, to]: TimeWindow, end: Cycles): TimeWindow {
  const width = Math.min(Math.max(to - from, MIN_WINDOW_CYCLES), Math.max(end, MIN_WINDOW_CYCLES));
  const start = Math.min(Math.max(from, 0), Math.max(end - width, 0));
  return [rounded(start), rounded(start + width)];
}

/** The window, moved only if `time` is outside it or at its edge. */
export function followWindow(window: TimeWindow, time: Cycles, end: Cycles): TimeWindow {
  const width = window[1] - window[0];
  const atStart = window[0] <= 0 && time >= 0;
  const atEnd = window[1] >= end && time <= end;
  const lower = atStart ? window[0] : window[0] + EDGE * width;
  const upper = atEnd ? window[1] : window[1] - EDGE * width;
  if (time >= lower && time <= upper) return window;
  return clampWindow([time - ANCHOR * width, time + (1 - ANCHOR) * width], end);
}

/** A window around externalization event `k`: the event and half its length on either side. */
export function windowAround(rendezvous: RendezvousColumns, k: number, end: Cycles): TimeWindow {
  const from = rendezvous.trapped[k] ?? 0;
  // Where the app was stopped, its last event is never completed.
  const to = Math.min(rendezvous.completed[k] ?? end, end);
  const margin = 0.5 * (to - from);
  return clampWindow([from - margin, to + margin], end);
}
