import { upperBound } from '../../base/binary-search.ts';
import type { Cycles } from '../../base/units.ts';
import { ACTIVITIES, SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import type { SpanColumns } from '../../run/recording.ts';

const STYLES = SPAN_STYLES.length;

/** Activity index to style index. */
export const STYLE_OF_ACTIVITY: Uint8Array = Uint8Array.from(ACTIVITIES, (one) =>
  SPAN_STYLES.indexOf(one.style),
);

/**
 * What a merged pixel shows, from the lane's base upwards. Direction cannot be told in a pixel, so
 * both ways of signalling are one slot; halted and blocked time has none and leaves the rest empty.
 */
export const SLOT_STYLES = [
  'recover',
  'user',
  'resume',
  'kernel',
  'polling',
  'signalIn',
  'compare',
  'handle',
] as const satisfies readonly SpanStyle[];
/** Number of slots; as a slot, time that is not shown. */
export const SLOTS = 8;

/** Activity index to slot. */
export const SLOT_OF_ACTIVITY: Uint8Array = Uint8Array.from(ACTIVITIES, ({ style }) => {
  const slot = SLOT_STYLES.indexOf(
    (style === 'signalOut' ? 'signalIn' : style) as (typeof SLOT_STYLES)[number],
  );
  return slot < 0 ? SLOTS : slot;
});

/** Spans between two rows of sums, as a power of two: 8 slots of 4 bytes each 8 spans are at most 4 bytes a span. */
const BLOCK_SHIFT = 3;
const BLOCK = 1 << BLOCK_SHIFT;
/** A longer stretch cannot be told from its sums, of which only the lowest 32 bits are kept. */
export const LONGEST: Cycles = 2 ** 31;

/** The slots that one lane has: most cores never do half of what there is. */
export interface LaneSlots {
  /** Ascending. */
  readonly slots: Uint8Array;
  /** Activity index to index in `slots`; their number = it is not shown. */
  readonly of: Uint8Array;
}

/** Time spent in each slot before every 8th span of one lane. */
export interface LaneIndex {
  readonly spans: SpanColumns;
  /** End of the run: the last span's end. */
  readonly end: Cycles;
  readonly used: LaneSlots;
  /** `[block * used.slots.length + k]`: cycles in slot `used.slots[k]` before span `block * 8`, modulo 2^32. */
  readonly sums: Int32Array;
}

/**
 * The index of one lane. Its sums are made in one pass when they are first asked for: a window of a
 * few events needs none, and a run of millions of spans should not wait for them.
 */
export function indexLane(spans: SpanColumns, end: Cycles): LaneIndex {
  let used: LaneSlots | undefined;
  let sums: Int32Array | undefined;
  return {
    spans,
    end,
    get used() {
      return (used ??= usedSlots(spans));
    },
    get sums() {
      return (sums ??= sumSlots(spans, this.used));
    },
  };
}

/** Makes the sums of a lane now, if they are not made yet: about 5 ms for a million spans. */
export function prepareLane(index: LaneIndex): Int32Array {
  return index.sums;
}

function usedSlots({ activity, length }: SpanColumns): LaneSlots {
  const found = new Uint8Array(ACTIVITIES.length);
  for (let i = 0; i < length; i++) found[activity[i]] = 1;
  const has = (slot: number): boolean =>
    SLOT_OF_ACTIVITY.some((one, index) => one === slot && found[index] === 1);
  const slots = Uint8Array.from(SLOT_STYLES, (_, slot) => slot).filter(has);
  const of = SLOT_OF_ACTIVITY.map((slot) =>
    slots.includes(slot) ? slots.indexOf(slot) : slots.length,
  );
  return { slots, of };
}

function sumSlots({ start, activity, length }: SpanColumns, { slots, of }: LaneSlots): Int32Array {
  const count = slots.length;
  const blocks = (Math.max(length - 1, 0) >> BLOCK_SHIFT) + 1;
  const sums = new Int32Array(blocks * count);
  const running = new Int32Array(count + 1);
  for (let block = 1; block < blocks; block++) {
    const last = block << BLOCK_SHIFT;
    let from = start[last - BLOCK];
    for (let i = last - BLOCK; i < last; i++) {
      const slot = of[activity[i]];
      const to = start[i + 1];
      running[slot] = running[slot] + (to - from);
      from = to;
    }
    for (let slot = 0; slot < count; slot++) sums[block * count + slot] = running[slot];
  }
  return sums;
}

/** One index per lane, in core order. */
export function indexLanes(spans: readonly SpanColumns[], end: Cycles): readonly LaneIndex[] {
  return spans.map((lane) => indexLane(lane, end));
}

/** Index of the span that holds `time` (clamped to the run). */
export function spanAt(spans: SpanColumns, time: Cycles): number {
  return Math.max(upperBound(spans.start, time, spans.length) - 1, 0);
}

/** As `spanAt` for a `time` that is in span `from` or later: the nearer, the faster. */
export function spanFrom({ start, length }: SpanColumns, time: Cycles, from: number): number {
  let [low, step] = [from, 1];
  while (low + step < length && start[low + step] <= time) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, length);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (start[middle] <= time) low = middle;
    else high = middle;
  }
  return low;
}

/** End of span `i`. */
export function spanEnd(index: LaneIndex, i: number): Cycles {
  return i + 1 < index.spans.length ? index.spans.start[i + 1] : index.end;
}

/** Steps to the next block that are tried one by one. */
const NEAR = 6;

/**
 * The cycles of each slot from one instant of a lane to the next, in ascending order, in O(log n)
 * whatever lies between. What a picture asks for pixel by pixel: where one stretch ends the next one
 * begins, so each edge is looked up once, and nothing is allocated for it.
 */
export class SlotSums {
  /** Where the last stretch ended, and in which span. */
  to: Cycles = -1;
  at = 0;
  private readonly index: LaneIndex;
  private readonly start: Float64Array;
  private readonly activity: Uint8Array;
  private readonly sums: Int32Array;
  private readonly of: Uint8Array;
  /** Slots of the lane. */
  private readonly count: number;
  private readonly blocks: number;
  /** Block of that edge, and the cycles of each slot from its beginning to the edge. */
  private block = 0;
  private part = new Float64Array(SLOTS + 1);
  private next = new Float64Array(SLOTS + 1);
  /** Blocks from the edge before: how far away the next one will be. */
  private step = 0;

  constructor(index: LaneIndex) {
    const { spans, sums, used } = index;
    this.index = index;
    this.start = spans.start;
    this.activity = spans.activity;
    this.sums = sums;
    this.of = used.of;
    this.count = used.slots.length;
    this.blocks = (Math.max(spans.length - 1, 0) >> BLOCK_SHIFT) + 1;
  }

  /**
   * Adds the cycles from `from`, in span `i`, to `until`, or to where a span of at least `least` cycles
   * begins that reaches over it, to `into`, which is by the lane's own slots. They are less than `LONGEST`.
   */
  // Five numbers and no object: this runs for every pixel.
  add(into: Float64Array, from: Cycles, i: number, until: Cycles, least: Cycles): void {
    if (this.to !== from) {
      this.block = i >> BLOCK_SHIFT;
      this.walk(this.part, this.block, from);
    }
    const block = this.find(until);
    this.walk(this.next, block, until);
    const { sums, count, part, next, at } = this;
    const begin = this.start[at];
    this.to = until;
    if (at > i && spanEnd(this.index, at) - begin >= least) {
      const slot = this.of[this.activity[at]];
      next[slot] = next[slot] - (until - begin);
      this.to = begin;
    }
    const a = this.block * count;
    const b = block * count;
    for (let slot = 0; slot < count; slot++) {
      const whole = (sums[b + slot] - sums[a + slot]) | 0;
      into[slot] = into[slot] + (whole + next[slot] - part[slot]);
    }
    this.step = block - this.block;
    this.block = block;
    this.part = next;
    this.next = part;
  }

  /** The block that holds `time`, not before the last one. */
  private find(time: Cycles): number {
    const { start, blocks } = this;
    const first = this.block;
    let block = Math.min(first + this.step, blocks - 1);
    const last = Math.min(block + NEAR, blocks - 1);
    if (start[block << BLOCK_SHIFT] > time) {
      while (block > first && start[block << BLOCK_SHIFT] > time) block -= 1;
      return block;
    }
    while (block < last && start[(block + 1) << BLOCK_SHIFT] <= time) block += 1;
    if (block < last || last === blocks - 1) return block;
    return spanFrom(this.index.spans, time, block << BLOCK_SHIFT) >> BLOCK_SHIFT;
  }

  /** Sets `into` to the cycles from the beginning of `block` to `time` in it, and `at` to the span there. */
  private walk(into: Float64Array, block: number, time: Cycles): void {
    const { start, activity, of, count } = this;
    const last = this.index.spans.length - 1;
    for (let slot = 0; slot <= count; slot++) into[slot] = 0;
    let i = block << BLOCK_SHIFT;
    let from = start[i];
    while (i < last) {
      const to = start[i + 1];
      if (to > time) break;
      const slot = of[activity[i]];
      into[slot] = into[slot] + (to - from);
      from = to;
      i += 1;
    }
    const slot = of[activity[i]];
    into[slot] = into[slot] + (time - from);
    this.at = i;
  }
}

/** Cycles of each style in [t0, t1), both clamped to the run; `SPAN_STYLES.length` numbers. */
export function styleCycles(index: LaneIndex, [t0, t1]: readonly [Cycles, Cycles]): Float64Array {
  const cycles = new Float64Array(STYLES);
  const { spans, end } = index;
  let from = Math.min(Math.max(t0, 0), end);
  const until = Math.min(Math.max(t1, from), end);
  for (let i = spanAt(spans, from); from < until; i++) {
    const to = Math.min(spanEnd(index, i), until);
    const style = STYLE_OF_ACTIVITY[spans.activity[i]];
    cycles[style] = cycles[style] + to - from;
    from = to;
  }
  return cycles;
}
