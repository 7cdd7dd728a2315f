import { estimateTextWidth } from '../text-width.ts';
import type { AxesFrame, Tick } from '../sweep/axis.ts';
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
  /** Above the axis; `null` = no room. */
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

/** Lays bounds over the axes of a figure, which must be linear, and names the knees along the lower one. */
export function layBounds(frame: AxesFrame, inputs: readonly BoundInput[]): BoundsGeometry {
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
    const label = name === '' ? null : nameAt(spots, input, plot);
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

function drawKnee({ knee, strong }: BoundInput, { place, plot, room }: KneeFrame) {
  if (knee === null) return null;
  const spot = place(knee);
  if (spot.y < plot.top || spot.y > plot.bottom || spot.x > plot.right) return null;
  return { ...spot, label: strong ? room.take(spot.x, knee.text) : null };
}

/** Beyond the middle of the last stretch that lies in the plot, where no value of the line can be. */
function nameAt(
  spots: readonly Spot[],
  { name, side }: BoundInput,
  { left, top, right, bottom }: AxesFrame['plot'],
): PlacedText | null {
  const inside = spots.filter(({ y }) => y >= top && y <= bottom);
  const [a, b] = inside.slice(-2);
  if (a === undefined) return null;
  const width = textWidth(name);
  const [x, y] = b === undefined ? [a.x, a.y] : [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const middle = Math.min(Math.max(x, left + width / 2), right - width / 2);
  return { text: name, width, x: middle, y: side === 'below' ? y - 7 : y + 15 };
}

function textWidth(text: string): number {
  return estimateTextWidth(text, TEXT_SIZE) + PADDING;
}

/** The line of text above the lower axis: what overlaps finds no place. */
class Room {
  private readonly plot: AxesFrame['plot'];
  private readonly taken: (readonly [number, number])[] = [];

  constructor(plot: AxesFrame['plot']) {
    this.plot = plot;
  }

  take(wanted: number, text: string): PlacedText | null {
    const width = textWidth(text);
    const { left, right, bottom } = this.plot;
    const x = Math.min(Math.max(wanted, left + width / 2), right - width / 2);
    const [from, to] = [x - width / 2, x + width / 2];
    if (this.taken.some(([start, end]) => from < end && start < to)) return null;
    this.taken.push([from, to]);
    return { x, y: bottom - 5, text, width };
  }
}
