import { t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { spreadLabels } from '../spread.ts';
import { layAxis } from './axis.ts';
import type { AxesFrame, AxisKind } from './axis.ts';
import { drawLine, pxOf } from './line-shapes.ts';
import type { LinesFrame } from './line-shapes.ts';
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
  /** Estimates of values that are not known, such as by a closed form; absent = there are none. */
  readonly expected?: readonly (number | null)[];
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
  /** Stretches of neighbouring known values; they may leave the plot, which clips them. Words are not joined. */
  readonly stretches: readonly (readonly Spot[])[];
  /** The whole line where parts of it are only expected, to be drawn faintly below the rest. */
  readonly faint: readonly Spot[];
  /** Values over words, which are no line; `expected` = not known. */
  readonly dots: readonly (Spot & { readonly expected: boolean })[];
  /** From the lowest to the highest value over a word. */
  readonly whiskers: readonly (readonly [Spot, Spot])[];
  /** Where the line ends, or its last dot is; `null` = nothing is drawn. */
  readonly end: Spot | null;
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
const RIGHT_NARROW = 124;
const LABEL_HEIGHT = 16;
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
    { ...stretchOf(input, plot), apart: 72 },
  );
  const yAxis = layAxis(
    { kind: 'linear', min: input.yAxis.min, max: input.yAxis.max },
    { from: plot.bottom, to: plot.top, apart: 40 },
  );
  const most = Math.max(...input.lines.map(({ redundancy }) => countOf(redundancy)));
  const frame = { input, plot, xAxis, yAxis };
  const lines = input.lines.map((line, i) =>
    drawLine({ line, place: i, frame, strong: countOf(line.redundancy) === most }),
  );
  return {
    width,
    height,
    plot,
    xTicks: xAxis.ticks,
    yTicks: yAxis.ticks,
    lines: placeLabels(lines, frame, narrow),
    ...labelAxis(frame),
    spotOf(line, index) {
      const found = input.lines[line];
      const value = found?.middle[index] ?? found?.expected?.[index] ?? null;
      if (value === null || index >= input.x.length) return null;
      const x = pxOf(frame, line, index);
      return { x, y: clamp(yAxis.toPx(value), plot.top, plot.bottom) };
    },
  };
}

/** Words stand in the middle of as much room as each has. */
function stretchOf({ xAxis, x }: LinesInput, { left, right }: AxesFrame['plot']) {
  if (xAxis.kind !== 'words') return { from: left + 8, to: right };
  const half = (right - left) / (2 * x.length);
  return { from: left + half, to: right - half };
}

/** For ranking: a native program has no replica. */
function countOf(redundancy: Redundancy): number {
  return redundancy === 'native' ? 0 : redundancy;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Names at the line ends, moved apart; a line that left the plot is named with where it would end. */
function placeLabels(lines: readonly DrawnLine[], frame: LinesFrame, narrow: boolean): DrawnLine[] {
  const { input, plot } = frame;
  const ends = lines
    .flatMap((line, i) => (line.end === null ? [] : [{ line, i, anchor: line.leaves ?? line.end }]))
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
  const { middle, expected = [] } = lines[line];
  return (
    middle.map((value, i) => value ?? expected[i] ?? null).findLast((one) => one !== null) ?? 0
  );
}

/** The lines of most replicas go without their number: the subtitle says it. */
function nameOf({ method, redundancy, strong }: DrawnLine): string {
  if (redundancy === 'native') return t('Native');
  const name = t(SHORT_NAMES[method]);
  return strong ? name : `${name}, ${shortCount(redundancy)}`;
}

function shortCount(redundancy: number): string {
  return { 2: 'DMR', 3: 'TMR' }[redundancy] ?? t('{n} r.', { n: redundancy });
}

/** Crossings and named values along the axis: crossings first, what finds no room goes without text. */
function labelAxis({ input, plot, xAxis, yAxis }: LinesFrame) {
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
