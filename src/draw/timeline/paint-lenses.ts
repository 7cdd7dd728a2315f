import type { EventMark, LensRow } from './marks.ts';
import type { Pixels } from './sheet.ts';

const ALPHA = 0.055;

/** Shades the lenses of all events, from the arrival front to the release front of each lane. */
export function fillLenses(
  ctx: CanvasRenderingContext2D,
  colour: string,
  marks: readonly EventMark[],
): void {
  ctx.globalAlpha = ALPHA;
  ctx.fillStyle = colour;
  for (const { lens } of marks) fillLens(ctx, lens);
  ctx.globalAlpha = 1;
}

function fillLens(ctx: CanvasRenderingContext2D, lens: readonly LensRow[]): void {
  if (lens.length === 0) return;
  ctx.beginPath();
  for (const row of lens) {
    ctx.lineTo(row.arrival, row.top);
    ctx.lineTo(row.arrival, row.bottom);
  }
  for (const row of lens.toReversed()) {
    ctx.lineTo(row.release, row.bottom);
    ctx.lineTo(row.release, row.top);
  }
  ctx.fill();
}

/**
 * The same in whole pixels, where nothing is but other lenses: a window may have hundreds, and a canvas
 * takes longer for one of them than for a lane. `colour` is opaque.
 */
export function shadeLenses(pixels: Pixels, colour: number, marks: readonly EventMark[]): void {
  if (marks.length === 0) return;
  const shades = [1, 2, 3].map((n) => shadeOf(colour, n));
  const lanes = new Map<number, LensRow>();
  for (const { lens } of marks) {
    lens.forEach((row, i) => {
      lanes.set(row.top, row);
      shade(pixels, shades, {
        from: row.top,
        to: row.top + 1 / pixels.ratio,
        above: row,
        below: row,
      });
      const below = lens[i + 1];
      if (below === undefined) return;
      shade(pixels, shades, { from: row.bottom, to: below.top, above: row, below });
    });
  }
  for (const lane of lanes.values()) repeatRow(pixels, lane);
}

/** Within a lane all rows are alike, but for a lens that only passes it, which shows as a step: one row is shaded. */
function repeatRow({ data, columns, rows, ratio }: Pixels, { top, bottom }: LensRow): void {
  const first = Math.round(top * ratio);
  const last = Math.min(Math.round(bottom * ratio), rows);
  const row = data.subarray(first * columns, (first + 1) * columns);
  for (let y = first + 1; y < last; y++) data.set(row, y * columns);
}

/** `n` lenses over each other on nothing. */
function shadeOf(colour: number, n: number): number {
  const alpha = Math.round((1 - (1 - ALPHA) ** n) * 255);
  return ((colour & 0xffffff) | (alpha << 24)) >>> 0;
}

/** From `from` to `to` CSS px the edges go straight from those of `above` to those of `below`. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly above: LensRow;
  readonly below: LensRow;
}

function shade(
  { data, columns, rows, ratio }: Pixels,
  shades: readonly number[],
  { from, to, above, below }: Part,
): void {
  // Where more lie over each other it is dark enough.
  const [one, two, three] = shades;
  const first = Math.max(Math.round(from * ratio), 0);
  const last = Math.min(Math.round(to * ratio), rows);
  const tall = Math.max(last - first, 1);
  for (let y = first; y < last; y++) {
    const share = (y - first) / tall;
    const arrival = above.arrival + (below.arrival - above.arrival) * share;
    const release = above.release + (below.release - above.release) * share;
    const end = y * columns + Math.min(Math.round(release * ratio), columns);
    for (let at = y * columns + Math.max(Math.round(arrival * ratio), 0); at < end; at++) {
      const pixel = data[at];
      if (pixel === 0) data[at] = one;
      else if (pixel === one) data[at] = two;
      else if (pixel === two) data[at] = three;
    }
  }
}
