import type { Cycles } from '../../base/units.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Lane } from './lanes.ts';
import { STYLE_OF_ACTIVITY, spanAt, spanFrom, stylesBefore } from './lod.ts';
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
const WALK = 24;

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
  const work = new LaneWork(lane, index, out);
  for (const piece of pieces) work.layoutPiece(piece);
}

/** Cycles by style of the pixel in hand, and the styles that are shown of it; one allocation for all. */
const shares = new Float64Array(STYLES);
const stack = new Uint8Array(STYLES);
let present = 0;

/**
 * One lane while it is laid out. A frame merges a pixel for every column of every lane, so nothing is
 * allocated for one and nothing is looked up twice: what the next pixel needs is kept here.
 */
class LaneWork {
  private readonly lane: Lane;
  private readonly index: LaneIndex;
  private readonly context: SpanContext;
  private readonly rects: RectBuffer;
  private readonly start: Float64Array;
  private readonly activity: Uint8Array;
  private readonly length: number;
  /** Fill of each style where spans of several replicas or apps are merged. */
  private readonly keys: Uint8Array;
  private piece: ScalePiece;
  /** The span in hand: pieces ascend, so the next one is looked for from here. */
  private at: number;
  /** Row of the last span that was drawn as itself; -1 = none. */
  private last = -1;
  /** Where the pixel in hand ends. */
  private to: Cycles = 0;
  /** Were there more spans in the last pixel than are added one by one? */
  private dense = false;
  /** Sums at `sumsTime`: at the right edge of the last dense pixel, which is the left edge of the next one. */
  private sums = new Float64Array(STYLES);
  private next = new Float64Array(STYLES);
  private sumsTime: Cycles = -1;
  /** Per style, its last merged rectangle, which the next pixel continues if it looks the same; -1 = none. */
  private readonly rows = new Int32Array(STYLES).fill(-1);
  /** Where those end. */
  private readonly rights = new Float64Array(STYLES);
  /** Left edge and width of the pixel in hand. CSS px. */
  private x = 0;
  private width = 0;

  constructor(lane: Lane, index: LaneIndex, out: { context: SpanContext; rects: RectBuffer }) {
    this.lane = lane;
    this.index = index;
    this.context = out.context;
    this.rects = out.rects;
    this.start = index.spans.start;
    this.activity = index.spans.activity;
    this.length = index.spans.length;
    const replica = lane.residents[0]?.replica ?? -1;
    this.keys = Uint8Array.from({ length: STYLES }, (_, style) =>
      fillKey(style, this.variantOf(style, lane.app, replica)),
    );
    [this.piece] = out.context.scale.pieces;
    this.at = spanAt(index.spans, this.piece.t0);
  }

  /** The rectangles of one piece of the axis; pieces must ascend. */
  layoutPiece(piece: ScalePiece): void {
    this.piece = piece;
    const perPixel = (piece.t1 - piece.t0) / Math.max(piece.x1 - piece.x0, 1e-9);
    const wide = MIN_SPAN * perPixel;
    const end = Math.min(piece.t1, this.index.end);
    let time = Math.max(piece.t0, 0);
    if (end <= time) return;
    let i = spanFrom(this.index.spans, time, this.at);
    while (time < end) {
      const spanStop = this.endOf(i);
      if (spanStop - this.start[i] >= wide) {
        const stop = Math.min(spanStop, end);
        this.pushSpan(i, this.toX(time), this.toX(stop));
        time = stop;
        if (time >= spanStop && i + 1 < this.length) i += 1;
        continue;
      }
      // Pixels of the picture, not of the piece: their edges are sharp.
      const column = Math.floor(this.toX(time) + 1e-6);
      const until = Math.min(piece.t0 + (column + 1 - piece.x0) * perPixel, end);
      i = this.measure(i, time, until, wide);
      this.pushMerged(time, column);
      time = this.to;
    }
    this.at = i;
  }

  private endOf(i: number): Cycles {
    return i + 1 < this.length ? this.start[i + 1] : this.index.end;
  }

  private toX(time: Cycles): number {
    const { t0, t1, x0, x1 } = this.piece;
    return x0 + ((time - t0) / (t1 - t0)) * (x1 - x0);
  }

  private variantOf(style: number, app: number, replica: number): number {
    if (style === USER) return userVariant(replica);
    return SIGNALS.has(style) ? (this.context.methods[app] ?? 0) : 0;
  }

  private pushSpan(i: number, x: number, right: number): void {
    const { rects, last, lane } = this;
    // On to the next piece of the axis.
    if (last >= 0 && rects.span[last] === i && x - rects.x[last] - rects.width[last] < 0.01) {
      rects.width[last] = Math.max(right - rects.x[last], 0);
      return;
    }
    const { app, replica } = this.index.spans;
    const style = STYLE_OF_ACTIVITY[this.activity[i]];
    const row = rects.append();
    this.last = row;
    rects.x[row] = x;
    rects.y[row] = lane.top;
    rects.width[row] = Math.max(right - x, 0);
    rects.height[row] = lane.height;
    rects.key[row] = fillKey(style, this.variantOf(style, app[i], nativeAs(lane, replica[i])));
    rects.lane[row] = lane.core;
    rects.span[row] = i;
  }

  /**
   * Adds up the styles from `from`, in span `i`, until `until`, or until a wide span that reaches over
   * it; sets `to`. Returns the span in which it ends.
   */
  private measure(i: number, from: Cycles, until: Cycles, wide: Cycles): number {
    if (this.dense) {
      const j = spanFrom(this.index.spans, until, i);
      if (j - i > WALK) return this.measureByIndex(j, { i, from, until, wide });
    }
    const { start, activity } = this;
    shares.fill(0);
    const most = i + WALK;
    let time = from;
    for (let k = i; k <= most; k++) {
      const end = this.endOf(k);
      if (end > until && k > i && end - start[k] >= wide) {
        this.to = start[k];
        return k;
      }
      const style = STYLE_OF_ACTIVITY[activity[k]];
      if (end >= until || k + 1 >= this.length) {
        shares[style] += until - time;
        this.to = until;
        this.dense = k - i > WALK / 2;
        return end > until || k + 1 >= this.length ? k : k + 1;
      }
      shares[style] += end - time;
      time = end;
    }
    this.dense = true;
    const j = spanFrom(this.index.spans, until, most);
    return this.measureByIndex(j, { i, from, until, wide });
  }

  /** The same where there are many spans; `j` holds `until`. */
  private measureByIndex(
    j: number,
    { i, from, until, wide }: { i: number; from: Cycles; until: Cycles; wide: Cycles },
  ): number {
    const { index, start } = this;
    this.to = this.endOf(j) - start[j] >= wide ? start[j] : until;
    if (this.sumsTime !== from) stylesBefore(index, from, this.sums, i);
    stylesBefore(index, this.to, this.next, j);
    const { sums, next } = this;
    for (let style = 0; style < STYLES; style++) shares[style] = next[style] - sums[style];
    this.sums = next;
    this.next = sums;
    this.sumsTime = this.to;
    return j;
  }

  /** The pixel from `from` to `to` as a stack of the styles in it. */
  private pushMerged(from: Cycles, column: number): void {
    const { lane, to } = this;
    if (to <= from) return;
    // Direction cannot be told in a pixel, so both ways of signalling are one slice.
    shares[SIGNAL_IN] += shares[SIGNAL_OUT];
    // Beside a wide span, or at the end of a piece, it is only a part of its pixel.
    this.x = snapped(this.toX(from), column);
    this.width = Math.max(snapped(this.toX(to), column + 1) - this.x, 0);
    const unit = lane.height / (to - from);
    const bottom = lane.top + lane.height;
    let kept = reserve(lane.height);
    let level = 0;
    let y = bottom;
    for (let k = 0; k < present; k++) {
      const style = stack[k];
      const least = style === RECOVER ? MIN_RECOVERY : MIN_SHARE;
      level += shares[style] * unit;
      kept -= least;
      // Whole pixels: edges are sharp, and equal neighbours become one rectangle.
      const top = Math.max(Math.min(Math.round(bottom - level), y - least), lane.top + kept);
      this.place(style, top, y);
      y = top;
    }
  }

  /** One style of the pixel in hand, from `top` to `bottom`. */
  private place(style: number, top: number, bottom: number): void {
    const { rects, x, width } = this;
    const last = this.rows[style];
    if (
      last >= 0 &&
      this.rights[style] === x &&
      rects.y[last] === top &&
      rects.height[last] === bottom - top
    ) {
      this.rights[style] = x + width;
      rects.width[last] = x + width - rects.x[last];
      return;
    }
    const row = rects.append();
    this.rows[style] = row;
    this.rights[style] = x + width;
    rects.x[row] = x;
    rects.y[row] = top;
    rects.width[row] = width;
    rects.height[row] = bottom - top;
    rects.key[row] = this.keys[style];
    rects.lane[row] = this.lane.core;
    rects.span[row] = -1;
  }
}

/** The replica of a program without replicas is shown as -1, as its resident says. */
function nativeAs(lane: Lane, replica: number): number {
  return lane.residents.length === 1 && lane.residents[0]?.replica === -1 ? -1 : replica;
}

/** `x`, or the edge of a pixel that it is at but for rounding. */
function snapped(x: number, edge: number): number {
  return Math.abs(x - edge) < 1e-5 ? edge : x;
}

/**
 * Sets `stack` to the styles of the pixel in hand for which there is room, from the base upwards. What
 * matters most finds room even in a thin lane. Returns the sum of their least heights.
 */
function reserve(height: number): number {
  present = 0;
  for (let k = 0; k < STACK_ORDER.length; k++) {
    const style = STACK_ORDER[k];
    if (shares[style] > 0) stack[present++] = style;
  }
  const least = present * MIN_SHARE + (shares[RECOVER] > 0 ? MIN_RECOVERY - MIN_SHARE : 0);
  return least <= height ? least : choose(height);
}

/** The same where there is not room for all. */
function choose(height: number): number {
  let sum = 0;
  const chosen = new Set<number>();
  for (const style of IMPORTANCE) {
    const least = style === RECOVER ? MIN_RECOVERY : MIN_SHARE;
    if (shares[style] <= 0 || sum + least > height) continue;
    chosen.add(style);
    sum += least;
  }
  present = 0;
  for (const style of STACK_ORDER) if (chosen.has(style)) stack[present++] = style;
  return sum;
}
