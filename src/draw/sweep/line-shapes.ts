import type { AxesFrame, Axis } from './axis.ts';
import type { DrawnLine, LinesInput, SweepLine } from './lines-layout.ts';
import type { Spot } from './pen.ts';

/** What lines are laid into, CSS px. */
export interface LinesFrame {
  readonly input: LinesInput;
  readonly plot: AxesFrame['plot'];
  readonly xAxis: Axis;
  readonly yAxis: Axis;
}

const MARKERS_APART = 36;
/** Most CSS px between two dots over one word, and how much of the word's room all of them take. */
const DOTS_APART = 22;
const DOTS_ROOM = 0.7;

/** Where value number `index` stands; over a word the dots of all lines stand side by side. */
export function pxOf({ input, plot, xAxis }: LinesFrame, line: number, index: number): number {
  const middle = xAxis.toPx(input.x[index]);
  if (input.xAxis.kind !== 'words') return middle;
  const count = input.lines.length;
  const room = ((plot.right - plot.left) / input.x.length) * DOTS_ROOM;
  return middle + (line - (count - 1) / 2) * Math.min(DOTS_APART, room / count);
}

interface LineAsked {
  readonly line: SweepLine;
  /** Its number. */
  readonly place: number;
  readonly frame: LinesFrame;
  /** Is it of the most replicas on show? */
  readonly strong: boolean;
}

/** A line, or over words its dots, without its name. */
export function drawLine({ line, place, frame, strong }: LineAsked): DrawnLine {
  const { input, plot } = frame;
  const { middle, expected = [], low, high } = line;
  const spot = (column: readonly (number | null)[], i: number): Spot => ({
    x: pxOf(frame, place, i),
    y: frame.yAxis.toPx(column[i] ?? 0),
  });
  const known = input.x.flatMap((_, i) => (middle[i] === null ? [] : [i]));
  const guessed = input.x.flatMap((_, i) =>
    middle[i] === null && typeof expected[i] === 'number' ? [i] : [],
  );
  const all = [...known, ...guessed].toSorted((a, b) => a - b);
  const spots = all.map((i) => spot(middle[i] === null ? expected : middle, i));
  const shown = { method: line.method, redundancy: line.redundancy, strong, label: null };
  const end = spots.at(-1) ?? null;
  if (input.xAxis.kind === 'words') {
    const dots = spots.map((at, k) => ({ ...at, expected: middle[all[k]] === null }));
    const whiskers = known
      .filter((i) => low[i] !== high[i])
      .map((i): readonly [Spot, Spot] => [spot(low, i), spot(high, i)]);
    return { ...shown, ...NOTHING, dots, whiskers, end };
  }
  const banded = known.filter((i) => low[i] !== high[i]);
  const band = [...known.map((i) => spot(high, i)), ...known.toReversed().map((i) => spot(low, i))];
  const own = known.map((i) => spot(middle, i));
  return {
    ...shown,
    ...NOTHING,
    // A value that is not there yet leaves no gap, unless one is expected there: coarse pictures have every second value only.
    stretches: splitAt(known, guessed).map((part) => part.map((i) => spot(middle, i))),
    faint: guessed.length === 0 ? [] : spots,
    bands: banded.length === 0 || guessed.length > 0 ? [] : [band],
    markers: markersOf(own, plot),
    leaves: leavesAt(spots, plot),
    end,
  };
}

const NOTHING = {
  stretches: [],
  faint: [],
  dots: [],
  whiskers: [],
  bands: [],
  markers: [],
  leaves: null,
} as const satisfies Partial<DrawnLine>;

/** Ascending numbers in parts between which some of `gaps` lie. */
function splitAt(numbers: readonly number[], gaps: readonly number[]): number[][] {
  const parts: number[][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    const apart = before === undefined || gaps.some((gap) => gap > before && gap < number);
    if (last === undefined || apart) parts.push([number]);
    else last.push(number);
  }
  return parts;
}

function markersOf(spots: readonly Spot[], { top }: AxesFrame['plot']): Spot[] {
  const markers: Spot[] = [];
  for (const spot of spots) {
    const last = markers.at(-1);
    if (spot.y < top) continue;
    if (last === undefined || spot.x - last.x >= MARKERS_APART) markers.push(spot);
  }
  return markers;
}

/** Where a line that ends beyond the axis leaves the plot for the last time. */
function leavesAt(spots: readonly Spot[], { top }: AxesFrame['plot']): Spot | null {
  const end = spots.at(-1);
  if (end === undefined || end.y >= top) return null;
  for (let i = spots.length - 1; i > 0; i--) {
    const [before, after] = [spots[i - 1], spots[i]];
    if (before.y < top) continue;
    const share = (before.y - top) / (before.y - after.y);
    return { x: before.x + share * (after.x - before.x), y: top };
  }
  return { x: spots[0].x, y: top };
}
