const OPAQUE = 0xff000000;
/** Parts of a pixel that do not show: positions are rounded to single precision. */
const SLIVER = 0.002;

/**
 * Pixels row by row, four bytes each: red in the lowest, then green, blue and opacity. Rectangles
 * are laid over each other in opaque colours; a pixel at an edge takes as much of the colour as is
 * covered of it, as on a canvas. A frame lays tens of thousands, so nothing is allocated for one.
 */
export class Pixels {
  readonly data: Uint32Array;
  private readonly columns: number;
  private readonly rows: number;
  private bits = 0;
  /** Sides of the rectangle in hand. */
  private left = 0;
  private right = 0;

  /** `data` has `columns * rows` pixels. */
  constructor(columns: number, rows: number, data: Uint32Array) {
    this.columns = columns;
    this.rows = rows;
    this.data = data;
  }

  /** Makes all transparent. */
  clear(): void {
    this.data.fill(0);
  }

  /** Sets the colour; its opacity is ignored. */
  use(bits: number): void {
    this.bits = bits & ~OPAQUE;
  }

  /** Lays a rectangle in that colour over what is there; px, not always whole. */
  lay(left: number, top: number, right: number, bottom: number): void {
    if (this.isWhole(left, top, right, bottom)) {
      for (let column = left; column < right; column++) this.fill(column, top, bottom);
      return;
    }
    this.left = Math.max(left, 0);
    this.right = Math.min(right, this.columns);
    const from = Math.max(top, 0);
    const to = Math.min(bottom, this.rows);
    if (this.right - this.left < SLIVER || to - from < SLIVER) return;
    const over = Math.ceil(from - SLIVER);
    const under = Math.floor(to + SLIVER);
    if (under < over) {
      // Both edges are in one row.
      this.band(under, over, to - from);
      return;
    }
    if (over - from >= SLIVER) this.band(over - 1, over, over - from);
    if (under > over) this.band(over, under, 1);
    if (to - under >= SLIVER) this.band(under, under + 1, to - under);
  }

  /** Nearly all are: whole pixels within the picture, which need no sums of what is covered. */
  private isWhole(left: number, top: number, right: number, bottom: number): boolean {
    return (
      Math.trunc(left) === left &&
      Math.trunc(top) === top &&
      Math.trunc(right) === right &&
      Math.trunc(bottom) === bottom &&
      left >= 0 &&
      top >= 0 &&
      right <= this.columns &&
      bottom <= this.rows
    );
  }

  /** Rows `over` to `under`, each covered to `tall` of its height. */
  private band(over: number, under: number, tall: number): void {
    const { left, right } = this;
    const last = Math.ceil(right - SLIVER);
    for (let column = Math.floor(left + SLIVER); column < last; column++) {
      const share = tall * (Math.min(column + 1, right) - Math.max(column, left));
      if (share > 1 - SLIVER) this.fill(column, over, under);
      else this.shade(column, share, over, under);
    }
  }

  private fill(column: number, over: number, under: number): void {
    const { data, columns } = this;
    const opaque = (this.bits | OPAQUE) >>> 0;
    const end = under * columns;
    for (let at = over * columns + column; at < end; at += columns) data[at] = opaque;
  }

  private shade(column: number, share: number, over: number, under: number): void {
    const { data, columns, bits } = this;
    const alone = ((Math.round(share * 255) << 24) | bits) >>> 0;
    const end = under * columns;
    for (let at = over * columns + column; at < end; at += columns) {
      const pixel = data[at];
      data[at] = pixel === 0 ? alone : blend(pixel, bits, share);
    }
  }
}

/** A pixel, `bits` laid over `share` of it. */
function blend(pixel: number, bits: number, share: number): number {
  const alpha = pixel >>> 24;
  const out = share * 255 + alpha * (1 - share);
  // In 256ths, two channels at once: products of 8 bits each stay within theirs.
  const own = Math.round((share * 255 * 256) / out);
  const redBlue = (pixel & 0xff00ff) * (256 - own) + (bits & 0xff00ff) * own;
  const green = (pixel & 0xff00) * (256 - own) + (bits & 0xff00) * own;
  const mixed = ((redBlue >>> 8) & 0xff00ff) | ((green >>> 8) & 0xff00);
  return ((Math.round(out) << 24) | mixed) >>> 0;
}
