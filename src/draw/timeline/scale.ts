import type { Cycles } from '../../base/units.ts';
import type { EventColumns } from './event-columns.ts';

/** `[from, to)` in cycles, not always whole. */
export type Window = readonly [Cycles, Cycles];

/** A stretch of the axis on which time runs evenly: [t0, t1) is drawn from x0 to x1. */
export interface ScalePiece {
  readonly t0: Cycles;
  readonly t1: Cycles;
  /** CSS px. */
  readonly x0: number;
  readonly x1: number;
}

/** A stretch of time that the axis leaves out, drawn as a zigzag from x0 to x1, which may reach over the picture. */
export interface ScaleBreak {
  readonly t0: Cycles;
  readonly t1: Cycles;
  readonly x0: number;
  readonly x1: number;
}

/**
 * From simulated time to CSS px and back. Pieces ascend and cover the picture together with the
 * breaks; the even axis is one piece. Layouts go piece by piece, so they know no axis.
 */
export interface TimeScale {
  /** What the event axis is made of; `null` = time runs evenly but for the breaks. */
  readonly columns: EventColumns | null;
  /** What is shown; wider than what was asked for where that was too narrow for this axis. */
  readonly window: Window;
  readonly width: number;
  readonly pieces: readonly ScalePiece[];
  readonly breaks: readonly ScaleBreak[];
  /** Not clamped: instants outside the window lie left of 0 or right of `width`. */
  readonly toX: (time: Cycles) => number;
  /** Real-valued; round for an instant. */
  readonly toTime: (x: number) => Cycles;
  /** A place on the whole axis that does not depend on the window, in units of which one CSS px has `perPixel`. */
  readonly coordinate: (time: Cycles) => number;
  readonly perPixel: number;
  /** The window in which `time` stands at `x`, magnified by `factor` (1 = as now); within the run. */
  readonly placed: (time: Cycles, x: number, factor?: number) => Window;
}

/** Shortest window of the even axis, in cycles: there single cycles can be counted. */
export const MIN_WINDOW: Cycles = 16;

/** Parts of a cycle to which windows are rounded: a pan by pixels must not jump by cycles. */
const PARTS = 64;

function rounded(time: Cycles): Cycles {
  return Math.round(time * PARTS) / PARTS;
}

/** `window` moved and cut so that it lies within [0, end] and is at least `MIN_WINDOW` long. */
export function clampWindow(window: Window, end: Cycles): Window {
  const limit = Math.max(end, MIN_WINDOW);
  const length = Math.min(Math.max(window[1] - window[0], MIN_WINDOW), limit);
  const start = rounded(Math.min(Math.max(window[0], 0), limit - length));
  return [start, rounded(start + length)];
}

/** The even axis of a run of `end` cycles: `window` over `width` CSS px, widened to the least if need be. */
export function linearScale(window: Window, width: number, end: Cycles = Infinity): TimeScale {
  const missing = Math.max(MIN_WINDOW - (window[1] - window[0]), 0) / 2;
  const [t0, t1] = clampWindow([window[0] - missing, window[1] + missing], end);
  const perPixel = (t1 - t0) / Math.max(width, 1);
  return {
    columns: null,
    window: [t0, t1],
    width,
    pieces: [{ t0, t1, x0: 0, x1: width }],
    breaks: [],
    toX: (time) => (time - t0) / perPixel,
    toTime: (x) => t0 + x * perPixel,
    coordinate: (time) => time,
    perPixel,
    placed: (time, x, factor = 1) => {
      const length = Math.max((t1 - t0) / factor, MIN_WINDOW);
      const from = time - (x / Math.max(width, 1)) * length;
      return clampWindow([from, from + length], end);
    },
  };
}

/** The window moved by CSS px; positive = later. */
export function panned(scale: TimeScale, pixels: number): Window {
  return scale.placed(scale.toTime(0), -pixels);
}

/** The window zoomed by `factor` (> 1 = closer) so that what is at `x` stays there. */
export function zoomed(scale: TimeScale, factor: number, x: number): Window {
  return scale.placed(scale.toTime(x), x, factor);
}
