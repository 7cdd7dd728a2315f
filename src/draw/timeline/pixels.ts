/** A rectangle in px, not always whole. */
interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Rows of pixels, and how much of their height is covered. */
interface Rows {
  readonly over: number;
  readonly under: number;
  readonly tall: number;
}

const OPAQUE = 0xff000000;
/** Parts of a pixel that do not show: positions are rounded to single precision. */
const SLIVER = 0.002;

/**
 * Pixels row by row, four bytes each: red in the lowest, then green, blue and opacity. Rectangles
 * are laid over each other in opaque colours; a pixel at an edge takes as much of the colour as is
 * covered of it, as on a canvas.
 */
export class Pixels {
  readonly data: Uint32Array;
  private readonly columns: number;
  private readonly rows: number;

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

  /** Lays a rectangle of the colour `bits` (its opacity is ignored) over what is there. */
  lay(bits: number, edges: Edges): void {
    const left = Math.max(edges.left, 0);
    const right = Math.min(edges.right, this.columns);
    const top = Math.max(edges.top, 0);
    const bottom = Math.min(edges.bottom, this.rows);
    if (right - left < SLIVER || bottom - top < SLIVER) return;
    const over = Math.ceil(top - SLIVER);
    const under = Math.floor(bottom + SLIVER);
    if (under < over) {
      // Both edges are in one row.
      this.band(bits, [left, right], { over: under, under: over, tall: bottom - top });
      return;
    }
    this.band(bits, [left, right], { over: over - 1, under: over, tall: over - top });
    this.band(bits, [left, right], { over, under, tall: 1 });
    this.band(bits, [left, right], { over: under, under: under + 1, tall: bottom - under });
  }

  private band(bits: number, [left, right]: readonly [number, number], rows: Rows): void {
    if (rows.tall < SLIVER) return;
    const last = Math.ceil(right - SLIVER);
    for (let column = Math.floor(left + SLIVER); column < last; column++) {
      const share = rows.tall * (Math.min(column + 1, right) - Math.max(column, left));
      if (share > 1 - SLIVER) this.fill(bits, column, rows);
      else this.shade(bits, column, { ...rows, share });
    }
  }

  private fill(bits: number, column: number, { over, under }: Rows): void {
    const { data, columns } = this;
    const opaque = (bits | OPAQUE) >>> 0;
    const end = under * columns;
    for (let at = over * columns + column; at < end; at += columns) data[at] = opaque;
  }

  private shade(
    bits: number,
    column: number,
    { over, under, share }: Rows & { readonly share: number },
  ): void {
    const { data, columns } = this;
    const alone = ((Math.round(share * 255) << 24) | (bits & ~OPAQUE)) >>> 0;
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
