import { SLOTS } from './lod.ts';

/** Nothing of this pixel is merged. */
export const EMPTY = 0;
/** Only halted or blocked: a line at half the height of the lane. */
export const LINE = 1;
/** A stack; what is added to it is the variant of `user` in it. */
export const STACK = 2;

/**
 * The pixels of lanes in which spans too narrow to be drawn as themselves are merged: one column a
 * CSS px, as stacks of whole px. Reused from frame to frame.
 */
export class ColumnBuffer {
  /** Columns of a lane, and lanes. */
  width = 0;
  lanes = 0;
  /** Is there any column at all? */
  used = false;
  /** `EMPTY`, `LINE`, or `STACK` and more; `[lane * width + x]`. */
  kind = new Uint8Array(0);
  /** CSS px from the base of the lane upwards; `[(lane * width + x) * SLOTS + slot]`. */
  heights = new Uint8Array(0);

  /** Empties it for a picture of that size. */
  reset(lanes: number, width: number): void {
    this.lanes = lanes;
    this.width = Math.ceil(width);
    const size = lanes * this.width;
    if (this.kind.length === size) {
      this.kind.fill(EMPTY);
      // A lane sets the slots that it has.
      this.heights.fill(0);
    } else {
      this.kind = new Uint8Array(size);
      this.heights = new Uint8Array(size * SLOTS);
    }
    this.used = false;
  }

  /** Does column `a` look as column `b`? */
  alike(a: number, b: number): boolean {
    if (this.kind[a] !== this.kind[b]) return false;
    for (let slot = 0; slot < SLOTS; slot++) {
      if (this.heights[a * SLOTS + slot] !== this.heights[b * SLOTS + slot]) return false;
    }
    return true;
  }
}
