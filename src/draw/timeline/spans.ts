import type { Cycles } from '../../base/units.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { LINE, STACK } from './columns.ts';
import type { ColumnBuffer } from './columns.ts';
import type { Lane } from './lanes.ts';
import {
  LONGEST,
  SLOTS,
  SLOT_OF_ACTIVITY,
  SLOT_STYLES,
  STYLE_OF_ACTIVITY,
  SlotSums,
  spanAt,
  spanFrom,
} from './lod.ts';
import type { LaneIndex } from './lod.ts';
import { fillKey, methodVariant, userVariant } from './rects.ts';
import type { RectBuffer } from './rects.ts';
import type { ScalePiece, TimeScale } from './scale.ts';

/** Narrower spans are no rectangles: a person cannot point at them. CSS px. */
const MIN_SPAN = 0.75;
/** Least height of a share that is not zero, so that traps and handling never vanish. CSS px. */
const MIN_SHARE = 1;
const MIN_RECOVERY = 4;
/** After a pixel with more spans the next one is added up by the index, not span by span. */
const WALK = 10;

const USER = SPAN_STYLES.indexOf('user');
const SIGNALS: ReadonlySet<number> = new Set(
  (['signalIn', 'signalOut', 'polling'] as const).map((style) => SPAN_STYLES.indexOf(style)),
);
const slotOf = (style: SpanStyle): number => (SLOT_STYLES as readonly SpanStyle[]).indexOf(style);
const RECOVER_SLOT = slotOf('recover');
const USER_SLOT = slotOf('user');
/** In this order they are given room; where there is too little, the rest is dropped. Faults always win. */
const IMPORTANCE = (
  ['recover', 'compare', 'kernel', 'handle', 'signalIn', 'polling', 'resume', 'user'] as const
).map(slotOf);

/** What stays the same while lanes are laid out. */
export interface SpanContext {
  readonly scale: TimeScale;
  /** Per app, variant of its signalling method. */
  readonly methods: readonly number[];
  /** Narrower spans are merged with their neighbours, pixel by pixel. CSS px, at least `MIN_SPAN`. */
  readonly least: number;
}

/** The context for `plan`. */
export function spanContext(plan: MachinePlan, scale: TimeScale, least: number): SpanContext {
  const methods = plan.apps.map((app) => methodVariant(app.signalling));
  return { scale, methods, least: Math.max(least, MIN_SPAN) };
}

/** Where spans are laid out to: rectangles, and merged pixels. */
export interface SpanRoom {
  readonly rects: RectBuffer;
  readonly columns: ColumnBuffer;
}

/**
 * Lays out one lane. Each span of at least 0.75 px is a rectangle. What is narrower than
 * `context.least` is drawn pixel by pixel: each pixel is a stack of the exact share of every style in
 * it, from the index in O(log n), so the cost follows the width of the picture and not the number of
 * spans. `row` is the lane's among the columns.
 */
export function layoutSpans(
  [row, lane]: readonly [number, Lane],
  index: LaneIndex,
  out: { readonly context: SpanContext; readonly room: SpanRoom },
): void {
  const { pieces } = out.context.scale;
  if (pieces.length === 0 || index.spans.length === 0) return;
  const work = new LaneWork([row, lane], index, out);
  for (const piece of pieces) work.layoutPiece(piece);
  work.finish();
}

/** Cycles by the lane's slots, and what is not shown, of the pixel in hand; one allocation for all. */
const shares = new Float64Array(SLOTS + 1);

/**
 * One lane while it is laid out. A frame merges a pixel for every column of every lane, so nothing is
 * allocated for one and nothing is looked up twice: what the next pixel needs is kept here.
 */
class LaneWork {
  private readonly row: number;
  private readonly lane: Lane;
  private readonly index: LaneIndex;
  private readonly context: SpanContext;
  private readonly rects: RectBuffer;
  private readonly columns: ColumnBuffer;
  private readonly start: Float64Array;
  private readonly activity: Uint8Array;
  private readonly length: number;
  /** The slots of the lane, and how many; activity to index of its slot. */
  private readonly slots: Uint8Array;
  private readonly count: number;
  private readonly of: Uint8Array;
  /** Variant of user code where many spans are merged. */
  private readonly usual: number;
  /** Do several replicas live here? */
  private readonly shared: boolean;
  private piece: ScalePiece;
  private perPixel = 1;
  /** Least lengths of a span that is drawn as itself, and of one that is a rectangle at all. */
  private least: Cycles = 0;
  private wide: Cycles = 0;
  /** The span in hand: pieces ascend, so the next one is looked for from here. */
  private at: number;
  /** Row of the last rectangle; -1 = none. */
  private last = -1;
  /** The span that a rectangle was made of in this piece. */
  private seen = -1;
  /** How far the pixel in hand has been measured. */
  private to: Cycles = 0;
  /** Were there more spans in the last pixel than are added one by one? */
  private dense = false;
  private sums: SlotSums | null = null;
  /** The pixel in hand, how much of it is measured, and the variant of user code in it. */
  private column = -1;
  private covered: Cycles = 0;
  private variant = -1;

  constructor(
    [row, lane]: readonly [number, Lane],
    index: LaneIndex,
    { context, room }: { readonly context: SpanContext; readonly room: SpanRoom },
  ) {
    this.row = row;
    this.lane = lane;
    this.index = index;
    this.context = context;
    this.rects = room.rects;
    this.columns = room.columns;
    this.start = index.spans.start;
    this.activity = index.spans.activity;
    this.length = index.spans.length;
    this.slots = index.used.slots;
    this.count = index.used.slots.length;
    this.of = index.used.of;
    this.usual = userVariant(lane.residents[0]?.replica ?? -1);
    this.shared = lane.residents.length !== 1;
    [this.piece] = context.scale.pieces;
    this.at = spanAt(index.spans, this.piece.t0);
    shares.fill(0);
  }

  /** One piece of the axis; pieces must ascend. */
  layoutPiece(piece: ScalePiece): void {
    const perPixel = (piece.t1 - piece.t0) / Math.max(piece.x1 - piece.x0, 1e-9);
    const end = Math.min(piece.t1, this.index.end);
    let time = Math.max(piece.t0, 0);
    if (end <= time) return;
    this.begin(piece, perPixel);
    const { start, length } = this;
    const { least } = this;
    let i = spanFrom(this.index.spans, time, this.at);
    while (time < end) {
      const spanStop = i + 1 < length ? start[i + 1] : this.index.end;
      if (spanStop - start[i] >= least) {
        const stop = Math.min(spanStop, end);
        this.pushSpan(i, stop, 0);
        time = stop;
        if (time >= spanStop && i + 1 < length) i += 1;
        continue;
      }
      // Pixels of the picture, not of the piece: their edges are sharp.
      const column = Math.floor(piece.x0 + (time - piece.t0) / perPixel + 1e-6);
      if (column !== this.column) this.turnTo(column);
      const until = Math.min(piece.t0 + (column + 1 - piece.x0) * perPixel, end);
      i = this.measure(i, time, until);
      this.covered += this.to - time;
      time = this.to;
    }
    this.at = i;
  }

  /** Draws the last pixel. */
  finish(): void {
    this.turnTo(-1);
  }

  private begin(piece: ScalePiece, perPixel: number): void {
    if (this.covered > 0 && perPixel !== this.perPixel) {
      // A pixel in which time runs at two speeds: shares go by width.
      const factor = perPixel / this.perPixel;
      for (let k = 0; k <= this.count; k++) shares[k] *= factor;
      this.covered *= factor;
    }
    this.piece = piece;
    this.perPixel = perPixel;
    this.least = this.context.least * perPixel;
    this.wide = MIN_SPAN * perPixel;
    this.seen = -1;
  }

  private turnTo(column: number): void {
    if (this.covered > 0) this.draw();
    this.column = column;
    this.covered = 0;
    this.variant = -1;
    for (let k = this.count; k >= 0; k--) shares[k] = 0;
  }

  private toX(time: Cycles): number {
    return this.piece.x0 + (time - this.piece.t0) / this.perPixel;
  }

  /** A span from where the piece shows it until `stop`; `merged` = its pixels are in the columns. */
  private pushSpan(i: number, stop: Cycles, merged: 0 | 1): void {
    const { rects, last, lane } = this;
    this.seen = i;
    const x = this.toX(Math.max(this.start[i], this.piece.t0, 0));
    const right = this.toX(stop);
    if (last >= 0 && rects.span[last] === i) {
      // On from the piece of the axis before.
      rects.width[last] = Math.max(right - rects.x[last], rects.width[last]);
      rects.merged[last] &= merged;
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
    rects.key[row] = fillKey(style, this.variantOf(style, app[i], replica[i]));
    rects.lane[row] = lane.core;
    rects.span[row] = i;
    rects.merged[row] = merged;
  }

  private variantOf(style: number, app: number, replica: number): number {
    if (style === USER) return userVariant(nativeAs(this.lane, replica));
    return SIGNALS.has(style) ? (this.context.methods[app] ?? 0) : 0;
  }

  /**
   * Adds up the slots from `from`, in span `i`, until `until`, or until a span begins that is drawn as
   * itself; sets `to`. Returns the span in which it ends.
   */
  private measure(i: number, from: Cycles, until: Cycles): number {
    const byIndex = this.dense && until - from < LONGEST;
    const j = byIndex ? this.measureByIndex(i, from, until) : this.walk(i, from, until);
    this.dense = j - i > WALK;
    if (j !== this.seen) {
      const length = (j + 1 < this.length ? this.start[j + 1] : this.index.end) - this.start[j];
      if (length >= this.wide && length < this.least) {
        this.pushSpan(j, Math.min(this.start[j] + length, this.piece.t1), 1);
      }
    }
    if (this.shared) this.noteVariant(j);
    return j;
  }

  /** Span by span. */
  private walk(i: number, from: Cycles, until: Cycles): number {
    const { start, activity, of } = this;
    const last = this.length - 1;
    let k = i;
    let time = from;
    while (k < last) {
      const next = start[k + 1];
      if (next > until) break;
      const slot = of[activity[k]];
      shares[slot] = shares[slot] + (next - time);
      time = next;
      k += 1;
    }
    const own = k > i && (k < last ? start[k + 1] : this.index.end) - start[k] >= this.least;
    if (own) {
      this.to = time;
      return k;
    }
    const slot = of[activity[k]];
    shares[slot] = shares[slot] + (until - time);
    this.to = until;
    return k;
  }

  /** The same where there are many spans. */
  private measureByIndex(i: number, from: Cycles, until: Cycles): number {
    const sums = (this.sums ??= new SlotSums(this.index));
    sums.add(shares, from, i, until, this.least);
    this.to = sums.to;
    return sums.at;
  }

  /** On a core of several, whose code is shown in the pixel in hand. */
  private noteVariant(k: number): void {
    if (SLOT_OF_ACTIVITY[this.activity[k]] !== USER_SLOT) return;
    this.variant = userVariant(nativeAs(this.lane, this.index.spans.replica[k]));
  }

  /** The pixel in hand as a stack of what is in it. */
  private draw(): void {
    const { columns, lane, column } = this;
    if (column < 0 || column >= columns.width || lane.height <= 0) return;
    const at = this.row * columns.width + column;
    const { heights } = columns;
    const base = at * SLOTS;
    columns.used = true;
    let kept = reserve(this.slots, lane.height);
    if (kept === 0) {
      columns.kind[at] = LINE;
      return;
    }
    columns.kind[at] = STACK + (this.variant < 0 ? this.usual : this.variant);
    const { slots, count } = this;
    const unit = lane.height / this.covered;
    const full = lane.height | 0;
    let level = 0.5;
    let y = 0;
    for (let k = 0; k < count; k++) {
      const share = shares[k];
      const slot = slots[k];
      if (share <= 0) {
        heights[base + slot] = 0;
        continue;
      }
      const min = slot === RECOVER_SLOT ? MIN_RECOVERY : MIN_SHARE;
      level += share * unit;
      kept -= min;
      // Whole pixels: edges are sharp.
      let top = level | 0;
      if (top < y + min) top = y + min;
      if (top > full - kept) top = full - kept;
      heights[base + slot] = top - y;
      y = top;
    }
  }
}

/** The replica of a program without replicas is shown as -1, as its resident says. */
function nativeAs(lane: Lane, replica: number): number {
  return lane.residents.length === 1 && lane.residents[0]?.replica === -1 ? -1 : replica;
}

/**
 * Leaves in the shares of the pixel in hand, which are of `slots`, those for which there is room. What
 * matters most finds room even in a thin lane. Returns the sum of their least heights.
 */
function reserve(slots: Uint8Array, height: number): number {
  let least = 0;
  for (let k = 0; k < slots.length; k++) least += shares[k] > 0 ? MIN_SHARE : 0;
  // The lowest slot.
  if (slots[0] === RECOVER_SLOT && shares[0] > 0) least += MIN_RECOVERY - MIN_SHARE;
  return least <= height ? least : choose(slots, height);
}

/** The same where there is not room for all. */
function choose(slots: Uint8Array, height: number): number {
  let sum = 0;
  for (const slot of IMPORTANCE) {
    const least = slot === RECOVER_SLOT ? MIN_RECOVERY : MIN_SHARE;
    const k = slots.indexOf(slot);
    if (k < 0 || shares[k] <= 0) continue;
    if (sum + least > height) shares[k] = 0;
    else sum += least;
  }
  return sum;
}
