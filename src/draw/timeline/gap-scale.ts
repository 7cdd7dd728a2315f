import { upperBound } from '../../base/binary-search.ts';
import type { Cycles } from '../../base/units.ts';
import { lastLonger, nextLonger } from './gaps.ts';
import type { Gaps } from './gaps.ts';
import { MIN_WINDOW, linearScale } from './scale.ts';
import type { ScaleBreak, ScalePiece, TimeScale, Window } from './scale.ts';

/** Width of a break. CSS px. */
export const BREAK_WIDTH = 42;

/** A run of `end` cycles and its gaps. */
export interface GappedRun {
  readonly gaps: Gaps;
  readonly end: Cycles;
}

/*
 * How it works. At `perPixel` cycles a px, a gap longer than 42 px is drawn 42 px wide; all else keeps
 * its width. So a zoom alone says which gaps are closed, wherever the window is, and panning moves a
 * picture that does not change. Only a few dozen closed gaps fit into a picture, and the tree of the
 * longest gaps finds each in O(log n), so everything here walks from one closed gap to the next.
 */

/** Time at `distance` px after `time` (before it, if negative), within the run. */
function walk(run: GappedRun, perPixel: number, from: Cycles, distance: number): Cycles {
  return distance < 0
    ? walkBack(run, perPixel, from, -distance)
    : walkOn(run, perPixel, from, distance);
}

function walkOn(
  { gaps, end }: GappedRun,
  perPixel: number,
  from: Cycles,
  distance: number,
): Cycles {
  const least = BREAK_WIDTH * perPixel;
  let [time, left] = [from, distance];
  let i = nextLonger(gaps, upperBound(gaps.end, time, gaps.length), least);
  while (i < gaps.length) {
    const open = Math.max(gaps.start[i] - time, 0) / perPixel;
    if (open >= left) break;
    const entered = Math.max(time, gaps.start[i]);
    const slope = (gaps.end[i] - gaps.start[i]) / BREAK_WIDTH;
    const closed = (gaps.end[i] - entered) / slope;
    if (open + closed >= left) return entered + (left - open) * slope;
    left -= open + closed;
    time = gaps.end[i];
    i = nextLonger(gaps, i + 1, least);
  }
  return Math.min(time + left * perPixel, end);
}

function walkBack({ gaps }: GappedRun, perPixel: number, from: Cycles, distance: number): Cycles {
  const least = BREAK_WIDTH * perPixel;
  let [time, left] = [from, distance];
  let i = lastLonger(gaps, upperBound(gaps.start, time, gaps.length) - 1, least);
  while (i >= 0) {
    const open = Math.max(time - gaps.end[i], 0) / perPixel;
    if (open >= left) break;
    const entered = Math.min(time, gaps.end[i]);
    const slope = (gaps.end[i] - gaps.start[i]) / BREAK_WIDTH;
    const closed = (entered - gaps.start[i]) / slope;
    if (open + closed >= left) return entered - (left - open) * slope;
    left -= open + closed;
    time = gaps.start[i];
    i = lastLonger(gaps, i - 1, least);
  }
  return Math.max(time - left * perPixel, 0);
}

/** The closed gaps that reach into [from, to), each cut to it. */
function closedWithin(gaps: Gaps, [from, to]: Window, perPixel: number): readonly number[] {
  const found: number[] = [];
  const least = BREAK_WIDTH * perPixel;
  let i = nextLonger(gaps, upperBound(gaps.end, from, gaps.length), least);
  while (i < gaps.length && gaps.start[i] < to) {
    found.push(i);
    i = nextLonger(gaps, i + 1, least);
  }
  return found;
}

/** Cycles a px at which `window` is `width` px wide. */
function solve(gaps: Gaps, window: Window, width: number): number {
  const [from, to] = window;
  let perPixel = (to - from) / width;
  let known = -1;
  // From above: each round closes more gaps, until no more are closed.
  for (;;) {
    const closed = closedWithin(gaps, window, perPixel);
    if (closed.length === known) return perPixel;
    known = closed.length;
    let [cycles, pixels] = [0, 0];
    for (const i of closed) {
      const shown = Math.min(gaps.end[i], to) - Math.max(gaps.start[i], from);
      cycles += shown;
      pixels += (BREAK_WIDTH * shown) / (gaps.end[i] - gaps.start[i]);
    }
    // Nothing but gaps: there is no such zoom, the closest one has to do.
    if (width - pixels < 1 || to - from - cycles <= 0) return 0;
    perPixel = (to - from - cycles) / (width - pixels);
  }
}

/** The even axis without the gaps: `window` over `width` CSS px. A run of nothing but gaps keeps them. */
export function gapScale(run: GappedRun, asked: Window, width: number): TimeScale {
  const wide = Math.max(width, 1);
  const limits = { least: MIN_WINDOW / wide, most: solve(run.gaps, [0, run.end], wide) };
  if (limits.most <= limits.least) return linearScale(asked, width, run.end);
  const { window, perPixel } = fit(run, asked, { wide, limits });
  const { pieces, breaks } = cut(run, window, perPixel);
  return {
    columns: null,
    window,
    width,
    pieces,
    breaks,
    toX: (time) => xOf({ pieces, breaks, window, perPixel }, time),
    toTime: (x) => walk(run, perPixel, window[0], x),
    coordinate: (time) => time,
    perPixel,
    placed: (time, x, factor = 1) =>
      placedAt(run, { perPixel: clamp(perPixel / factor, limits), time, x, wide }),
  };
}

interface Limits {
  readonly least: number;
  readonly most: number;
}

/** The zoom at which `asked` fills the width; a window within a gap is shown with what is around it. */
function fit(
  run: GappedRun,
  asked: Window,
  { wide, limits }: { wide: number; limits: Limits },
): { window: Window; perPixel: number } {
  const wanted: Window = [Math.max(asked[0], 0), Math.min(asked[1], run.end)];
  const solved = solve(run.gaps, wanted, wide);
  if (solved >= limits.least * (1 - 1e-9)) return { window: wanted, perPixel: solved };
  const perPixel = clamp((wanted[1] - wanted[0]) / wide, limits);
  const time = (wanted[0] + wanted[1]) / 2;
  return { window: placedAt(run, { perPixel, time, x: wide / 2, wide }), perPixel };
}

function clamp(perPixel: number, { least, most }: Limits): number {
  return Math.max(Math.min(perPixel, most), least);
}

/** The window in which `time` stands at `x`, moved to lie within the run. */
function placedAt(
  run: GappedRun,
  { perPixel, time, x, wide }: { perPixel: number; time: Cycles; x: number; wide: number },
): Window {
  const held = Math.min(Math.max(time, 0), run.end);
  // What is beyond the ends has no gaps.
  const beyond = (time - held) / perPixel;
  const from = walk(run, perPixel, held, beyond - x);
  const to = walk(run, perPixel, from, wide);
  return to < run.end ? [from, to] : [walk(run, perPixel, run.end, -wide), run.end];
}

/** Pieces and breaks of the window from left to right. */
function cut(
  { gaps }: GappedRun,
  window: Window,
  perPixel: number,
): { pieces: ScalePiece[]; breaks: ScaleBreak[] } {
  const pieces: ScalePiece[] = [];
  const breaks: ScaleBreak[] = [];
  let [time, x] = [window[0], 0];
  const open = (until: Cycles): void => {
    if (until <= time) return;
    const x1 = x + (until - time) / perPixel;
    pieces.push({ t0: time, t1: until, x0: x, x1 });
    [time, x] = [until, x1];
  };
  for (const i of closedWithin(gaps, window, perPixel)) {
    const [t0, t1] = [gaps.start[i], gaps.end[i]];
    open(t0);
    const x0 = x - (BREAK_WIDTH * (time - t0)) / (t1 - t0);
    breaks.push({ t0, t1, x0, x1: x0 + BREAK_WIDTH });
    [time, x] = [t1, x0 + BREAK_WIDTH];
  }
  open(window[1]);
  return { pieces, breaks };
}

interface Cut {
  readonly pieces: readonly ScalePiece[];
  readonly breaks: readonly ScaleBreak[];
  readonly window: Window;
  readonly perPixel: number;
}

function xOf({ pieces, breaks, window, perPixel }: Cut, time: Cycles): number {
  const first = breaks.at(0);
  // Before the window it goes on evenly, once a gap that the window begins in is left.
  const begin = first !== undefined && first.t0 < window[0] ? first : { t0: window[0], x0: 0 };
  if (time < begin.t0) return begin.x0 + (time - begin.t0) / perPixel;
  for (const { t0, t1, x0, x1 } of breaks) {
    if (time < t0) break;
    if (time <= t1) return x0 + ((time - t0) / (t1 - t0)) * (x1 - x0);
  }
  const last = breaks.at(-1);
  const piece = pieces.findLast((one) => one.t0 <= time);
  // After the window it goes on evenly.
  const from = last !== undefined && last.t1 <= time && (piece?.t0 ?? 0) < last.t1 ? last : piece;
  if (from === undefined) return begin.x0 + (time - begin.t0) / perPixel;
  return from === piece
    ? piece.x0 + (time - piece.t0) / perPixel
    : from.x1 + (time - from.t1) / perPixel;
}
