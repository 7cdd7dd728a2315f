import { estimateTextWidth } from '../text-width.ts';
import type { AxesFrame, Tick } from '../sweep/axis.ts';
import type { LinesGeometry } from '../sweep/lines-layout.ts';
import type { Spot } from '../sweep/pen.ts';

/** What a law allows along the axis of a figure of lines, in the units of both axes. */
export interface BoundInput {
  /** Corners, ascending in x; straight between them. */
  readonly corners: readonly Spot[];
  /** Where two bounds meet, with its words; `null` = nowhere on the axis. */
  readonly knee: (Spot & { readonly text: string }) | null;
  /** Of a line that stands out: thick, and its knee is named. */
  readonly strong: boolean;
  /** What the bound is called; '' = it goes without name. */
  readonly name: string;
  /** Does the law keep values below the bound, or above it? */
  readonly side: 'below' | 'above';
}

/** A bound as it is drawn, CSS px. */
export interface DrawnBound {
  /** They may leave the plot, which clips them. */
  readonly spots: readonly Spot[];
  readonly strong: boolean;
  readonly named: boolean;
  readonly knee: DrawnKnee | null;
  /** The middle of its name; `null` = it has none. */
  readonly label: PlacedText | null;
}

interface DrawnKnee extends Spot {
  /** At the lower or the upper end of the plot; `null` = no room. */
  readonly label: PlacedText | null;
}

interface PlacedText extends Spot {
  readonly text: string;
  readonly width: number;
}

/** The bounds of a figure. */
export interface BoundsGeometry {
  readonly plot: AxesFrame['plot'];
  readonly bounds: readonly DrawnBound[];
}

const TEXT_SIZE = 11;
const PADDING = 8;
/** Between two lines of text. */
const ROW = 15;

/**
 * Lays bounds over the axes of a figure, which must be linear. Knees are named along the end of the
 * plot at which no line of theirs is: the lower one below a bound from above.
 */
export function layBounds(frame: LinesGeometry, inputs: readonly BoundInput[]): BoundsGeometry {
  const { plot } = frame;
  const [toX, toY] = [linear(frame.xTicks), linear(frame.yTicks)];
  const place = ({ x, y }: Spot): Spot => ({ x: toX(x), y: toY(y) });
  const room = new Room(plot);
  // Who is named comes first where there is room for one.
  const order = inputs
    .map((input, i) => ({ input, i }))
    .toSorted((a, b) => rank(b.input) - rank(a.input));
  const knees = new Map(order.map(({ input, i }) => [i, drawKnee(input, { place, plot, room })]));
  const bounds = inputs.map((input, i): DrawnBound => {
    const spots = input.corners.map(place);
    const { strong, name } = input;
    const label = name === '' ? null : nameAt(spots, input, frame);
    return { spots, strong, named: name !== '', knee: knees.get(i) ?? null, label };
  });
  return { plot, bounds };
}

function rank({ name, strong }: BoundInput): number {
  return (name === '' ? 0 : 2) + Number(strong);
}

/** The scale that two ticks of a linear axis give; one alone is where everything is. */
function linear(ticks: readonly Tick[]): (value: number) => number {
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === undefined || last === undefined || first.value === last.value) {
    return () => first?.px ?? 0;
  }
  const perUnit = (last.px - first.px) / (last.value - first.value);
  return (value) => first.px + (value - first.value) * perUnit;
}

interface KneeFrame {
  readonly place: (spot: Spot) => Spot;
  readonly plot: AxesFrame['plot'];
  readonly room: Room;
}

function drawKnee({ knee, strong, side }: BoundInput, { place, plot, room }: KneeFrame) {
  if (knee === null) return null;
  const spot = place(knee);
  if (spot.y < plot.top || spot.y > plot.bottom || spot.x > plot.right) return null;
  return { ...spot, label: strong ? room.take(spot.x, knee.text, side) : null };
}

/** Beside the bound, where no value of its line can be, as far right as nothing else is in the way. */
function nameAt(spots: readonly Spot[], { name, side }: BoundInput, frame: LinesGeometry) {
  const { left, top, right, bottom } = frame.plot;
  const width = textWidth(name);
  const crossed = [...frame.lines.flatMap(({ stretches }) => stretches), spots].flatMap(dotted);
  const places = dotted(spots)
    .toReversed()
    .map(({ x, y }) => ({ x: clamp(x, left + width / 2, right - width / 2), y: y + OFFSET[side] }))
    .filter(({ y }) => y > top + TEXT_SIZE && y < bottom - 2 * ROW);
  const inTheWay = ({ x, y }: Spot): number =>
    crossed.filter(
      (dot) => Math.abs(dot.x - x) < width / 2 && dot.y > y - TEXT_SIZE - 2 && dot.y < y + 4,
    ).length;
  let [best, least]: [Spot | null, number] = [null, Infinity];
  for (const place of places) {
    const count = inTheWay(place);
    if (count < least) [best, least] = [place, count];
  }
  return best === null ? null : { ...best, text: name, width };
}

/** From the bound to the base line of its name. */
const OFFSET = { below: -7, above: 16 } as const;
/** CSS px between dots that stand for a line. */
const DOTS_APART = 6;

/** Dots along straight stretches. */
function dotted(spots: readonly Spot[]): Spot[] {
  return spots.flatMap((to, i) => {
    const from = spots[i - 1] ?? to;
    const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / DOTS_APART));
    return Array.from({ length: count }, (_, step) => ({
      x: from.x + ((step + 1) / count) * (to.x - from.x),
      y: from.y + ((step + 1) / count) * (to.y - from.y),
    }));
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function textWidth(text: string): number {
  return estimateTextWidth(text, TEXT_SIZE) + PADDING;
}

/** The lines of text along an end of the plot: what overlaps on all of them finds no place. */
class Room {
  private readonly plot: AxesFrame['plot'];
  private readonly rows: (readonly [number, number])[][] = [[], []];

  constructor(plot: AxesFrame['plot']) {
    this.plot = plot;
  }

  take(wanted: number, text: string, side: BoundInput['side']): PlacedText | null {
    const width = textWidth(text);
    const { left, right, top, bottom } = this.plot;
    const x = clamp(wanted, left + width / 2, right - width / 2);
    const [from, to] = [x - width / 2, x + width / 2];
    const row = this.rows.findIndex(
      (taken) => !taken.some(([start, end]) => from < end && start < to),
    );
    if (row === -1) return null;
    this.rows[row]?.push([from, to]);
    const y = side === 'below' ? bottom - 5 - row * ROW : top + 14 + row * ROW;
    return { x, y, text, width };
  }
}
