import type { SignallingMethod } from '../../base/vocabulary.ts';
import { spreadLabels } from '../spread.ts';
import { layAxis } from './axis.ts';
import type { AxesFrame, Axis, AxisKind } from './axis.ts';
import { SHORT_NAMES } from './names.ts';
import type { Spot } from './pen.ts';

/** Replicas of one app; `native` = none. */
export type Redundancy = 'native' | number;

/** One way of protection over the values of the axis; columns are as long as the axis has values. */
export interface SweepLine {
  readonly method: SignallingMethod;
  readonly redundancy: Redundancy;
  /** Mean over the seeds; `null` = not known (yet). */
  readonly middle: readonly (number | null)[];
  /** Ends of the band over the seeds. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** Two lines that cross, at values of both axes. */
export interface LineCrossing {
  readonly x: number;
  readonly y: number;
  /** Is it of the most replicas on show? Others are drawn thinner. */
  readonly strong: boolean;
  readonly text: string;
}

/** A value of the axis that has a name, such as the default. */
export interface NamedValue {
  readonly value: number;
  readonly text: string;
}

/** What the figure of lines shows. */
export interface LinesInput {
  readonly xAxis: { readonly kind: AxisKind; readonly label: string };
  /** Values of the axis, ascending. */
  readonly x: readonly number[];
  readonly yAxis: { readonly min: number; readonly max: number; readonly label: string };
  readonly lines: readonly SweepLine[];
  readonly crossings: readonly LineCrossing[];
  readonly named: readonly NamedValue[];
  readonly format: {
    readonly x: (value: number) => string;
    /** A value with its unit. */
    readonly y: (value: number) => string;
    /** A number along the vertical axis, whose marks `decimals` digits after the point tell apart. */
    readonly yTick: (value: number, decimals: number) => string;
  };
  /** CSS px of the figure. */
  readonly width: number;
  readonly height: number;
}

/** A line as it is drawn. */
export interface DrawnLine {
  readonly method: SignallingMethod;
  readonly redundancy: Redundancy;
  /** Of the most replicas on show: ink and thick. */
  readonly strong: boolean;
  /** Stretches of neighbouring known values; they may leave the plot, which clips them. */
  readonly stretches: readonly (readonly Spot[])[];
  /** Outlines of the bands. */
  readonly bands: readonly (readonly Spot[])[];
  readonly markers: readonly Spot[];
  /** Where the line leaves the plot through its top. */
  readonly leaves: Spot | null;
  readonly label: {
    readonly anchor: Spot;
    readonly x: number;
    readonly y: number;
    readonly text: string;
    /** A pictogram stands before the text. */
    readonly pictogram: boolean;
  } | null;
}

export interface DrawnCrossing extends Spot {
  readonly strong: boolean;
  /** Middle and base line of its text above the axis; `null` where there is no room. */
  readonly label: (Spot & { readonly text: string; readonly width: number }) | null;
}

/** The figure of lines, CSS px. */
export interface LinesGeometry extends AxesFrame {
  readonly lines: readonly DrawnLine[];
  readonly crossings: readonly DrawnCrossing[];
  readonly named: readonly (Spot & { readonly text: string | null })[];
  /** Where value number `index` of line number `line` is; `null` = not known. Clamped to the plot. */
  readonly spotOf: (line: number, index: number) => Spot | null;
}

/** Room around the plot; the right one holds the names at the line ends. */
const TOP = 20;
const BOTTOM = 40;
const LEFT = 48;
const RIGHT = 160;
/** Below this width of the figure pictograms give way to the plot. */
const NARROW = 480;
const RIGHT_NARROW = 116;
const LABEL_HEIGHT = 16;
const MARKERS_APART = 36;
/** Width of a character of text at 11 px, a little generous. */
const CHARACTER = 6.2;

/**
 * Lays out lines over an axis. Both axes are what the input says, whatever the lines do: a line that
 * goes beyond leaves through the top, and its label says where it would end.
 */
export function layLines(input: LinesInput): LinesGeometry {
  const { width, height } = input;
  const narrow = width < NARROW;
  const plot = {
    left: LEFT,
    top: TOP,
    right: width - (narrow ? RIGHT_NARROW : RIGHT),
    bottom: height - BOTTOM,
  };
  const first = input.x[0] ?? 0;
  const last = input.x.at(-1) ?? 1;
  const xAxis = layAxis(
    { kind: input.xAxis.kind, min: first, max: last },
    { from: plot.left + 8, to: plot.right, apart: 72 },
  );
  const yAxis = layAxis(
    { kind: 'linear', min: input.yAxis.min, max: input.yAxis.max },
    { from: plot.bottom, to: plot.top, apart: 40 },
  );
  const most = Math.max(...input.lines.map(({ redundancy }) => countOf(redundancy)));
  const frame = { input, plot, xAxis, yAxis };
  const lines = input.lines.map((line) => drawLine(line, frame, countOf(line.redundancy) === most));
  return {
    width,
    height,
    plot,
    xTicks: xAxis.ticks,
    yTicks: yAxis.ticks,
    lines: placeLabels(lines, frame, narrow),
    ...labelAxis(frame),
    spotOf(line, index) {
      const value = input.lines[line]?.middle[index] ?? null;
      const x = input.x[index];
      if (value === null || x === undefined) return null;
      return { x: xAxis.toPx(x), y: clamp(yAxis.toPx(value), plot.top, plot.bottom) };
    },
  };
}

interface Frame {
  readonly input: LinesInput;
  readonly plot: AxesFrame['plot'];
  readonly xAxis: Axis;
  readonly yAxis: Axis;
}

/** For ranking: a native program has no replica. */
function countOf(redundancy: Redundancy): number {
  return redundancy === 'native' ? 0 : redundancy;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function drawLine(line: SweepLine, frame: Frame, strong: boolean): DrawnLine {
  const { input, plot, xAxis, yAxis } = frame;
  const spot = (column: readonly (number | null)[], i: number): Spot => ({
    x: xAxis.toPx(input.x[i]),
    y: yAxis.toPx(column[i] ?? 0),
  });
  const known = input.x.flatMap((_, i) => (line.middle[i] === null ? [] : [i]));
  // A value that is not there yet leaves no gap: coarse pictures have every second value only.
  const middle = known.map((i) => spot(line.middle, i));
  const banded = known.filter((i) => line.low[i] !== line.high[i]);
  const band = [
    ...known.map((i) => spot(line.high, i)),
    ...known.toReversed().map((i) => spot(line.low, i)),
  ];
  return {
    method: line.method,
    redundancy: line.redundancy,
    strong,
    stretches: middle.length === 0 ? [] : [middle],
    bands: banded.length === 0 ? [] : [band],
    markers: markersOf(middle, plot),
    leaves: leavesAt(middle, plot),
    label: null,
  };
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

/** Names at the line ends, moved apart; a line that left the plot is named with where it would end. */
function placeLabels(lines: readonly DrawnLine[], frame: Frame, narrow: boolean): DrawnLine[] {
  const { input, plot } = frame;
  const ends = lines
    .map((line, i) => ({ line, i, end: line.stretches.at(-1)?.at(-1) }))
    .filter((one) => one.end !== undefined)
    .map(({ line, i, end }) => ({ line, i, anchor: line.leaves ?? (end as Spot) }))
    // Lines beyond the axis keep the order of their values, the others that of their ends.
    .toSorted((a, b) => endValue(input, b.i) - endValue(input, a.i));
  const wanted = ends.map(({ anchor }) => ({ wanted: anchor.y, size: LABEL_HEIGHT }));
  const ys = spreadLabels(wanted, plot.top - LABEL_HEIGHT / 2, plot.bottom + LABEL_HEIGHT);
  const labels = new Map<number, DrawnLine['label']>();
  ends.forEach(({ line, i, anchor }, rank) => {
    const beyond = line.leaves === null ? '' : ` ${input.format.y(endValue(input, i))}`;
    labels.set(i, {
      anchor: line.leaves === null ? anchor : { x: plot.right, y: plot.top },
      x: plot.right + (narrow ? 10 : 16),
      y: ys[rank],
      text: nameOf(line) + beyond,
      pictogram: !narrow,
    });
  });
  return lines.map((line, i) => ({ ...line, label: labels.get(i) ?? null }));
}

function endValue({ lines }: LinesInput, line: number): number {
  return lines[line]?.middle.findLast((value) => value !== null) ?? 0;
}

/** The lines of most replicas go without their number: the subtitle says it. */
function nameOf({ method, redundancy, strong }: DrawnLine): string {
  if (redundancy === 'native') return 'Native';
  return strong ? SHORT_NAMES[method] : `${SHORT_NAMES[method]}, ${shortCount(redundancy)}`;
}

function shortCount(redundancy: number): string {
  return { 2: 'DMR', 3: 'TMR' }[redundancy] ?? `${redundancy} r.`;
}

/** Crossings and named values along the axis: crossings first, what finds no room goes without text. */
function labelAxis({ input, plot, xAxis, yAxis }: Frame) {
  const taken: (readonly [number, number])[] = [];
  const take = (middle: number, text: string): (Spot & { text: string; width: number }) | null => {
    const width = text.length * CHARACTER + 8;
    const x = clamp(middle, plot.left + width / 2, plot.right - width / 2);
    const [from, to] = [x - width / 2, x + width / 2];
    if (taken.some(([left, right]) => from < right && left < to)) return null;
    taken.push([from, to]);
    return { x, y: plot.bottom - 5, text, width };
  };
  const order = input.crossings.toSorted((a, b) => Number(b.strong) - Number(a.strong));
  const crossings = order
    .filter(({ y }) => y <= input.yAxis.max)
    .map(({ x, y, strong, text }): DrawnCrossing => {
      const at = xAxis.toPx(x);
      return { x: at, y: yAxis.toPx(y), strong, label: take(at, text) };
    });
  const named = input.named
    .filter(({ value }) => value >= (input.x[0] ?? 0) && value <= (input.x.at(-1) ?? 0))
    .map(({ value, text }) => {
      const at = xAxis.toPx(value);
      const label = take(at + (text.length * CHARACTER) / 2 + 6, text);
      return { x: at, y: plot.bottom, text: label?.text ?? null };
    });
  return { crossings, named };
}
