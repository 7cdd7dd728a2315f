import type { Cycles } from '../../base/units.ts';

/** A stretch of the axis on which time runs evenly: [t0, t1) is drawn from x0 to x1. */
export interface ScalePiece {
  readonly t0: Cycles;
  readonly t1: Cycles;
  /** CSS px. */
  readonly x0: number;
  readonly x1: number;
}

/** A stretch of time that the axis leaves out, drawn as a zigzag from x0 to x1. */
export interface ScaleBreak {
  readonly t0: Cycles;
  readonly t1: Cycles;
  readonly x0: number;
  readonly x1: number;
}

/**
 * From simulated time to CSS px and back. Pieces ascend and cover the picture together with the
 * breaks; the linear axis is one piece. Layouts go piece by piece, so other axes need no change there.
 */
export interface TimeScale {
  readonly window: readonly [Cycles, Cycles];
  readonly width: number;
  readonly pieces: readonly ScalePiece[];
  readonly breaks: readonly ScaleBreak[];
  /** Not clamped: instants outside the window lie left of 0 or right of `width`. */
  readonly toX: (time: Cycles) => number;
  /** Real-valued; round for an instant. */
  readonly toTime: (x: number) => Cycles;
}

/** The even axis: `window` over `width` CSS px. An empty window counts as one cycle. */
export function linearScale(window: readonly [Cycles, Cycles], width: number): TimeScale {
  const [t0] = window;
  const t1 = Math.max(window[1], t0 + 1);
  const perPixel = (t1 - t0) / Math.max(width, 1);
  return {
    window: [t0, t1],
    width,
    pieces: [{ t0, t1, x0: 0, x1: width }],
    breaks: [],
    toX: (time) => (time - t0) / perPixel,
    toTime: (x) => t0 + x * perPixel,
  };
}

/** Shortest window, in cycles: below it single cycles would be wider than their labels. */
const MIN_WINDOW: Cycles = 64;

/** `window` moved and cut so that it lies within [0, end] and is at least `MIN_WINDOW` long; whole cycles. */
export function clampWindow(
  window: readonly [Cycles, Cycles],
  end: Cycles,
): readonly [Cycles, Cycles] {
  const limit = Math.max(end, MIN_WINDOW);
  const length = Math.min(Math.max(Math.round(window[1] - window[0]), MIN_WINDOW), limit);
  const start = Math.min(Math.max(Math.round(window[0]), 0), limit - length);
  return [start, start + length];
}

/** The window after zooming by `factor` (> 1 = closer) so that `anchor` stays where it is on screen. */
export function zoomWindow(
  window: readonly [Cycles, Cycles],
  how: { readonly factor: number; readonly anchor: Cycles; readonly end: Cycles },
): readonly [Cycles, Cycles] {
  const length = Math.max((window[1] - window[0]) / how.factor, MIN_WINDOW);
  const share = (how.anchor - window[0]) / (window[1] - window[0]);
  const start = how.anchor - share * length;
  return clampWindow([start, start + length], how.end);
}
