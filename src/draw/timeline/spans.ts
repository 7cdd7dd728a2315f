import type { Cycles } from '../../base/units.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Lane } from './lanes.ts';
import { STYLE_OF_ACTIVITY, spanAt, spanEnd, spanFrom, stylesBefore } from './lod.ts';
import type { LaneIndex } from './lod.ts';
import { fillKey, methodVariant, userVariant } from './rects.ts';
import type { RectBuffer } from './rects.ts';
import type { ScalePiece, TimeScale } from './scale.ts';

/** Narrower spans are merged into their pixel. CSS px. */
const MIN_SPAN = 0.75;
/** Least height of a share that is not zero, so that traps and handling never vanish. CSS px. */
const MIN_SHARE = 1;
const MIN_RECOVERY = 4;
/** Up to this many spans in a pixel are added one by one, more by the index. */
const WALK = 64;

const STYLES = SPAN_STYLES.length;
const USER = SPAN_STYLES.indexOf('user');
const RECOVER = SPAN_STYLES.indexOf('recover');
const SIGNAL_IN = SPAN_STYLES.indexOf('signalIn');
const SIGNAL_OUT = SPAN_STYLES.indexOf('signalOut');
const indicesOf = (styles: readonly SpanStyle[]): readonly number[] =>
  styles.map((style) => SPAN_STYLES.indexOf(style));
const SIGNALS = new Set(indicesOf(['signalIn', 'signalOut', 'polling']));
/** Shares of a merged pixel from the lane's base upwards; halted and blocked leave it empty. */
const STACK_ORDER = indicesOf([
  'recover',
  'user',
  'resume',
  'kernel',
  'polling',
  'signalIn',
  'compare',
  'handle',
]);
/** In this order they are given room; where there is too little, the rest is dropped. Faults always win. */
const IMPORTANCE = indicesOf([
  'recover',
  'compare',
  'kernel',
  'handle',
  'signalIn',
  'polling',
  'resume',
  'user',
]);

/** What stays the same while lanes are laid out. */
export interface SpanContext {
  readonly scale: TimeScale;
  /** Per app, variant of its signalling method. */
  readonly methods: readonly number[];
}

/** The context for `plan`. */
export function spanContext(plan: MachinePlan, scale: TimeScale): SpanContext {
  return { scale, methods: plan.apps.map((app) => methodVariant(app.signalling)) };
}

/**
 * Appends the rectangles of one lane. A span of at least 0.75 px is drawn as itself. Narrower ones
 * are merged pixel by pixel: each pixel shows the exact share of every style as a stack, from the
 * index in O(log n), so the cost follows the width of the picture and not the number of spans.
 */
export function layoutSpans(
  lane: Lane,
  index: LaneIndex,
  out: { context: SpanContext; rects: RectBuffer },
): void {
  const { pieces } = out.context.scale;
  if (pieces.length === 0 || index.spans.length === 0) return;
  const state: LaneState = {
    at: spanAt(index.spans, pieces[0].t0),
    last: -1,
    time: -1,
    sums: new Float64Array(STYLES),
    next: new Float64Array(STYLES),
    rows: new Int32Array(STYLES).fill(-1),
  };
  const work: PieceWork = { ...out, piece: pieces[0], state };
  for (const piece of pieces) {
    work.piece = piece;
    layoutPiece(lane, index, work);
  }
}

/** What is handed on from pixel to pixel and from piece to piece. */
interface LaneState {
  /** The span in hand: pieces ascend, so the next one is looked for from here. */
  at: number;
  /** Row of the last span that was drawn as itself; -1 = none. */
  last: number;
  /** Sums at the right edge of the last merged pixel, which is the left edge of the next one. */
  time: Cycles;
  sums: Float64Array;
  next: Float64Array;
  /** Per style, its last merged rectangle, which the next pixel continues if it looks the same; -1 = none. */
  readonly rows: Int32Array;
}

interface PieceWork {
  readonly context: SpanContext;
  readonly rects: RectBuffer;
  /** One after another: there may be two a pixel, so nothing is made anew for each. */
  piece: ScalePiece;
  readonly state: LaneState;
}

function layoutPiece(lane: Lane, index: LaneIndex, work: PieceWork): void {
  const { piece, state } = work;
  const perPixel = (piece.t1 - piece.t0) / Math.max(piece.x1 - piece.x0, 1e-9);
  const wide = MIN_SPAN * perPixel;
  const { start } = index.spans;
  let time = Math.max(piece.t0, 0);
  const end = Math.min(piece.t1, index.end);
  if (end <= time) return;
  let i = spanFrom(index.spans, time, state.at);
  while (time < end) {
    const spanStop = spanEnd(index, i);
    if (spanStop - start[i] >= wide) {
      const stop = Math.min(spanStop, end);
      pushSpan(lane, index, { work, i, x: toX(piece, time), right: toX(piece, stop) });
      time = stop;
      if (time >= spanStop && i + 1 < index.spans.length) i += 1;
      continue;
    }
    // Pixels of the picture, not of the piece: their edges are sharp.
    const column = Math.floor(toX(piece, time) + 1e-6);
    const until = Math.min(piece.t0 + (column + 1 - piece.x0) * perPixel, end);
    const j = spanFrom(index.spans, until, i);
    const stop = mergedEnd(index, { i, j, until, wide });
    pushMerged(lane, index, { work, i, j, from: time, to: stop, column });
    time = stop;
    if (time >= spanEnd(index, i)) i = j;
  }
  state.at = i;
}

function toX(piece: ScalePiece, time: Cycles): number {
  return piece.x0 + ((time - piece.t0) / (piece.t1 - piece.t0)) * (piece.x1 - piece.x0);
}

/** Where merging from span `i` stops: at `until`, which is in span `j`, or at the start of that if it is wide. */
function mergedEnd(
  index: LaneIndex,
  { i, j, until, wide }: { i: number; j: number; until: Cycles; wide: number },
): Cycles {
  if (j <= i) return until;
  const start = index.spans.start[j];
  return spanEnd(index, j) - start >= wide ? start : until;
}

function pushSpan(
  lane: Lane,
  index: LaneIndex,
  { work, i, x, right }: { work: PieceWork; i: number; x: number; right: number },
): void {
  const { rects, context, state } = work;
  const { activity, app, replica } = index.spans;
  const { last } = state;
  // On to the next piece of the axis.
  if (last >= 0 && rects.span[last] === i && x - rects.x[last] - rects.width[last] < 0.01) {
    rects.width[last] = Math.max(right - rects.x[last], 0);
    return;
  }
  const style = STYLE_OF_ACTIVITY[activity[i]];
  const row = rects.append();
  state.last = row;
  rects.x[row] = x;
  rects.y[row] = lane.top;
  rects.width[row] = Math.max(right - x, 0);
  rects.height[row] = lane.height;
  rects.key[row] = fillKey(
    style,
    variantOf(style, {
      app: app[i],
      replica: nativeAs(lane, replica[i]),
      context,
    }),
  );
  rects.lane[row] = lane.core;
  rects.span[row] = i;
}

/** The replica of a program without replicas is shown as -1, as its resident says. */
function nativeAs(lane: Lane, replica: number): number {
  return lane.residents.length === 1 && lane.residents[0]?.replica === -1 ? -1 : replica;
}

function variantOf(
  style: number,
  who: { app: number; replica: number; context: SpanContext },
): number {
  if (style === USER) return userVariant(who.replica);
  return SIGNALS.has(style) ? (who.context.methods[who.app] ?? 0) : 0;
}

/** Cycles by style of the pixel in hand; one allocation for all. */
const shares = new Float64Array(STYLES);

/** `x`, or the edge of a pixel that it is at but for rounding. */
function snapped(x: number, edge: number): number {
  return Math.abs(x - edge) < 1e-5 ? edge : x;
}

interface MergedPixel {
  readonly work: PieceWork;
  /** The spans that hold `from` and `to`. */
  readonly i: number;
  readonly j: number;
  readonly from: Cycles;
  readonly to: Cycles;
  /** Left edge of the pixel. */
  readonly column: number;
}

function pushMerged(lane: Lane, index: LaneIndex, pixel: MergedPixel): void {
  const { work, from, to, column } = pixel;
  if (to <= from) return;
  measure(index, work.state, pixel);
  // Direction cannot be told in a pixel, so both ways of signalling are one slice.
  shares[SIGNAL_IN] += shares[SIGNAL_OUT];
  const who = {
    app: lane.app,
    replica: lane.residents[0]?.replica ?? -1,
    context: work.context,
  };
  const unit = lane.height / (to - from);
  const bottom = lane.top + lane.height;
  // Beside a wide span, or at the end of a piece, it is only a part of its pixel.
  const x = snapped(toX(work.piece, from), column);
  const width = Math.max(snapped(toX(work.piece, to), column + 1) - x, 0);
  let kept = reserve(lane.height);
  let level = 0;
  let y = bottom;
  for (const style of STACK_ORDER) {
    if (leasts[style] === 0) continue;
    level += shares[style] * unit;
    kept -= leasts[style];
    // Whole pixels: edges are sharp, and equal neighbours become one rectangle.
    const top = Math.max(Math.min(Math.round(bottom - level), y - leasts[style]), lane.top + kept);
    const key = fillKey(style, variantOf(style, who));
    continueOrPush(work, { lane, style, key, x, width, y: top, height: y - top });
    y = top;
  }
}

/** Least heights of the styles in the pixel in hand; 0 = it has none, or no room is left for it. */
const leasts = new Float64Array(STYLES);

/** Sees to it that what matters most finds room even in a thin lane; returns the sum of the least heights. */
function reserve(height: number): number {
  leasts.fill(0);
  let sum = 0;
  for (const style of IMPORTANCE) {
    if (shares[style] <= 0) continue;
    const least = style === RECOVER ? MIN_RECOVERY : MIN_SHARE;
    if (sum + least > height) continue;
    leasts[style] = least;
    sum += least;
  }
  return sum;
}

interface MergedRect {
  readonly lane: Lane;
  readonly style: number;
  readonly key: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

function continueOrPush({ rects, state }: PieceWork, rect: MergedRect): void {
  const { style, x, width, y, height } = rect;
  const last = state.rows[style];
  if (
    last >= 0 &&
    rects.y[last] === y &&
    rects.height[last] === height &&
    rects.x[last] + rects.width[last] === x
  ) {
    rects.width[last] += width;
    return;
  }
  const row = rects.append();
  state.rows[style] = row;
  rects.x[row] = x;
  rects.y[row] = y;
  rects.width[row] = width;
  rects.height[row] = height;
  rects.key[row] = rect.key;
  rects.lane[row] = rect.lane.core;
  rects.span[row] = -1;
}

function measure(index: LaneIndex, state: LaneState, { i, j, from, to }: MergedPixel): void {
  const { start, activity, length } = index.spans;
  if (j > i + WALK) {
    if (state.time !== from) stylesBefore(index, from, state.sums, i);
    measureByIndex(index, state, { to, j });
    return;
  }
  shares.fill(0);
  for (let k = i; k < length && start[k] < to; k++) {
    const stop = Math.min(spanEnd(index, k), to);
    const style = STYLE_OF_ACTIVITY[activity[k]];
    shares[style] = shares[style] + stop - Math.max(start[k], from);
  }
}

/** From where the last pixel ended. */
function measureByIndex(
  index: LaneIndex,
  state: LaneState,
  { to, j }: { to: Cycles; j: number },
): void {
  stylesBefore(index, to, state.next, j);
  for (let style = 0; style < STYLES; style++) {
    shares[style] = state.next[style] - state.sums[style];
  }
  [state.sums, state.next] = [state.next, state.sums];
  state.time = to;
}
