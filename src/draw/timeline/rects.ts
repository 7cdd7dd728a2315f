import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';

/**
 * What fills a rectangle: span style times variant, packed in one byte. The variant is the replica
 * (0 to 6, 7 = a program without replicas) for `user` and the signalling method for signals and polls.
 */
export type FillKey = number;

/** Number of fill keys. */
const FILL_KEYS = SPAN_STYLES.length * 8;

/** Packs a style (index into `SPAN_STYLES`) and its variant. */
export function fillKey(style: number, variant: number): FillKey {
  return style * 8 + variant;
}

/** Unpacks a fill key. */
export function fillOf(key: FillKey): { style: SpanStyle; variant: number } {
  return { style: SPAN_STYLES[key >> 3], variant: key & 7 };
}

/** Variant of `user` for replica `replica`, -1 = a program without replicas. */
export function userVariant(replica: number): number {
  return replica < 0 ? 7 : replica % 7;
}

/** Variant of signals for the method with this index; unknown methods count as local. */
export function methodVariant(method: string): number {
  return Math.max(SIGNALLING_METHODS.indexOf(method as (typeof SIGNALLING_METHODS)[number]), 0);
}

/**
 * Rectangles in CSS px as columns that grow and are reused from frame to frame. `span` is the index
 * of the span in its lane; `merged` tells by 1 that its pixels are in the columns of the lane.
 */
export class RectBuffer {
  length = 0;
  x = new Float32Array(1024);
  y = new Float32Array(1024);
  width = new Float32Array(1024);
  height = new Float32Array(1024);
  key = new Uint8Array(1024);
  lane = new Uint8Array(1024);
  span = new Int32Array(1024);
  merged = new Uint8Array(1024);

  /** Forgets all rectangles, keeps the room. */
  clear(): void {
    this.length = 0;
  }

  /** Appends one row and returns its index; the caller sets the columns. */
  append(): number {
    if (this.length === this.x.length) this.grow();
    return this.length++;
  }

  private grow(): void {
    const size = this.x.length * 2;
    this.x = enlarge(this.x, new Float32Array(size));
    this.y = enlarge(this.y, new Float32Array(size));
    this.width = enlarge(this.width, new Float32Array(size));
    this.height = enlarge(this.height, new Float32Array(size));
    this.key = enlarge(this.key, new Uint8Array(size));
    this.lane = enlarge(this.lane, new Uint8Array(size));
    this.span = enlarge(this.span, new Int32Array(size));
    this.merged = enlarge(this.merged, new Uint8Array(size));
  }
}

function enlarge<T extends Float32Array | Uint8Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/**
 * Row indices of the rectangles that are not merged, ordered by fill, so that a painter sets each fill
 * once; stable.
 */
export function rectsByFill(rects: RectBuffer): Uint32Array {
  const starts = new Uint32Array(FILL_KEYS + 1);
  for (let i = 0; i < rects.length; i++) {
    if (rects.merged[i] !== 0) continue;
    const next = rects.key[i] + 1;
    starts[next] = starts[next] + 1;
  }
  for (let key = 0; key < FILL_KEYS; key++) {
    starts[key + 1] = starts[key + 1] + starts[key];
  }
  const order = new Uint32Array(starts[FILL_KEYS]);
  for (let i = 0; i < rects.length; i++) {
    if (rects.merged[i] !== 0) continue;
    const key = rects.key[i];
    const at = starts[key];
    order[at] = i;
    starts[key] = at + 1;
  }
  return order;
}

/** The row of a span; -1 = it is too narrow to be one, or not in the picture. */
export function rowOfSpan(
  rects: RectBuffer,
  { core, span }: { readonly core: number; readonly span: number },
): number {
  for (let i = 0; i < rects.length; i++) {
    if (rects.lane[i] === core && rects.span[i] === span) return i;
  }
  return -1;
}
