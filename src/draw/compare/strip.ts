import type { Difference } from '../../analysis/compare/difference.ts';
import { lowerBound, upperBound } from '../../base/binary-search.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { Part } from '../../base/vocabulary.ts';
import type { TimeScale } from '../timeline/scale.ts';

/** Narrower events share a column. CSS px. */
const MIN_COLUMN = 3;
/** Least height of the side of the zero line on which anything lies. CSS px. */
const MIN_SIDE = 10;

/** What the strip between two timelines is made from. */
export interface StripSource {
  readonly difference: Difference;
  /** When the run on the axis has completed each event, and when it began; both ascend. */
  readonly completed: Float64Array;
  readonly trapped: Float64Array;
}

/** Events `from` <= k < `to` in one column; `parts` has one number per `PARTS`, cycles B minus A. */
export interface StripColumn {
  readonly x: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
  readonly parts: readonly number[];
}

/** A share of a column; `part` as in `PART_INFO`. CSS px. */
export interface StripBar {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The strip for one window. Upwards = B takes longer. */
export interface StripLayout {
  readonly columns: readonly StripColumn[];
  readonly bars: readonly StripBar[];
  /** Of the zero line. CSS px. */
  readonly zero: number;
  /** Highest stack above and below the zero line, in cycles; not negative. */
  readonly most: number;
  readonly least: number;
}

/** Stacks the differences of the events in a window, by cause; columns keep the sums of their events. */
export function layoutStrip(source: StripSource, scale: TimeScale, height: number): StripLayout {
  const columns = columnsOf(source, scale);
  let most = 0;
  let least = 0;
  for (const { parts } of columns) {
    most = Math.max(most, sumOf(parts, 1));
    least = Math.max(least, -sumOf(parts, -1));
  }
  const zero = zeroLine(most, least, height);
  const perCycle = Math.min(
    most === 0 ? Infinity : zero / most,
    least === 0 ? Infinity : (height - zero) / least,
  );
  const bars = columns.flatMap((column) => barsOf(column, { zero, perCycle }));
  return { columns, bars, zero, most, least };
}

/** The column under `x`, if there is one. */
export function columnAt({ columns }: StripLayout, x: number): StripColumn | null {
  return columns.find((column) => x >= column.x && x < column.x + column.width) ?? null;
}

/** A place for words in the strip. CSS px. */
interface Place {
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Distance of the places that are tried for words. CSS px. */
const PLACE_STEP = 16;

/** The leftmost of some places for words at which no bar lies; the left edge where there is none. */
export function freePlace({ bars }: StripLayout, place: Place, stripWidth: number): number {
  const beside = bars.filter(
    (bar) => bar.y < place.y + place.height && bar.y + bar.height > place.y,
  );
  for (let x = 0; x + place.width <= stripWidth; x += PLACE_STEP) {
    if (beside.every((bar) => bar.x >= x + place.width || bar.x + bar.width <= x)) return x;
  }
  return 0;
}

function sumOf(parts: readonly number[], sign: 1 | -1): number {
  return parts.reduce((sum, cycles) => (cycles * sign > 0 ? sum + cycles : sum), 0);
}

function zeroLine(most: number, least: number, height: number): number {
  if (most + least === 0) return height / 2;
  const share = (most / (most + least)) * height;
  const upper = most === 0 ? 0 : MIN_SIDE;
  const lower = least === 0 ? 0 : MIN_SIDE;
  return Math.min(Math.max(share, upper), height - lower);
}

function columnsOf(source: StripSource, scale: TimeScale): StripColumn[] {
  const { difference, completed, trapped } = source;
  const { events, sums } = difference;
  const columns: StripColumn[] = [];
  let from = upperBound(completed, scale.window[0], events);
  while (from < events) {
    const begin = from === 0 ? 0 : completed[from - 1];
    if (begin >= scale.window[1]) break;
    const x = Math.max(scale.toX(begin), 0);
    // Whole events up to the least width; at least one.
    const until = scale.toTime(x + MIN_COLUMN);
    const to = Math.min(Math.max(lowerBound(completed, until, events), from) + 1, events);
    const right = Math.min(scale.toX(completed[to - 1]), scale.width);
    const first = from;
    const parts = sums.map((column) => column[to] - column[first]);
    // An event with room of its own leaves the computing before it free, as its bracket does.
    const trap = to - from === 1 ? Math.max(scale.toX(trapped[from]), x) : x;
    if (trap >= scale.width) break;
    const left = Math.max(Math.min(trap, right - MIN_COLUMN), x);
    columns.push({ x: left, width: Math.max(right - left, 0), from, to, parts });
    from = to;
  }
  return columns;
}

function barsOf(
  { x, width, parts }: StripColumn,
  { zero, perCycle }: { readonly zero: number; readonly perCycle: number },
): StripBar[] {
  const bars: StripBar[] = [];
  let up = zero;
  let down = zero;
  // A hair of panel between neighbours keeps them countable.
  const shown = width > 2 * MIN_COLUMN ? width - 1 : width;
  PARTS.forEach((part, p) => {
    const height = Math.abs(parts[p]) * perCycle;
    if (parts[p] === 0) return;
    if (parts[p] > 0) up -= height;
    bars.push({ part, x, y: parts[p] > 0 ? up : down, width: shown, height });
    if (parts[p] < 0) down += height;
  });
  return bars;
}
