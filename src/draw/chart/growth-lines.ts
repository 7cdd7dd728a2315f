import { ticks } from 'd3-array';
import { line as linePath } from 'd3-shape';

import { msg, t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { spreadLabels } from '../spread.ts';
import { redundancyLabel } from './live-bars.ts';

/** How the overhead of one run grew. Columns share their length. */
export interface GrowthInput {
  readonly redundancy: number;
  readonly signalling: SignallingMethod;
  /** Ascending, in the unit of the x axis (completed events, or time). */
  readonly x: ArrayLike<number>;
  /** Overhead so far in %. */
  readonly percent: ArrayLike<number>;
  /** Did the run end before its program? */
  readonly stopped: boolean;
}

export interface GrowthOptions {
  /** CSS px of the figure and of the margins around its plot. */
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Ends of the axes, fixed over a run. */
  readonly xMax: number;
  readonly percentMax: number;
  readonly current: { readonly redundancy: number; readonly signalling: SignallingMethod } | null;
  /** CSS px between labels at the line ends. */
  readonly labelHeight?: number;
}

export interface GrowthLine {
  readonly redundancy: number;
  readonly signalling: SignallingMethod;
  readonly current: boolean;
  /** The line ends where the run stopped. */
  readonly stopped: boolean;
  /** `d` of an SVG path over the whole run; whoever draws it clips it at the playhead. */
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number; readonly percent: number };
  /** Thick = three and more replicas, thin = fewer. CSS px. */
  readonly strokeWidth: number;
  /** `stroke-dasharray`, `null` = solid. */
  readonly dash: string | null;
  readonly lineCap: 'butt' | 'round';
  /** Text at the end of the line, moved up or down so that no two overlap. */
  readonly label: { readonly x: number; readonly y: number; readonly text: string };
}

export interface GrowthGeometry {
  readonly width: number;
  readonly height: number;
  readonly xTicks: readonly { readonly x: number; readonly value: number }[];
  readonly yTicks: readonly { readonly y: number; readonly percent: number }[];
  readonly lines: readonly GrowthLine[];
}

/** Names of the methods as the page says them; messages. */
export const METHOD_LABELS: Readonly<Record<SignallingMethod, string>> = {
  local: msg('local handling'),
  migration: msg('migration'),
  ipc: msg('sync IPC'),
  polling: msg('shared memory'),
};

const DASHES: Readonly<Record<SignallingMethod, { dash: string | null; cap: 'butt' | 'round' }>> = {
  local: { dash: '1.6 3', cap: 'butt' },
  migration: { dash: null, cap: 'butt' },
  ipc: { dash: '8.4 4.3', cap: 'butt' },
  polling: { dash: '0 5', cap: 'round' },
};

/** About so many ticks on the x axis. */
const X_TICKS = 4;

/** The lines "overhead so far" of every run, with direct labels at their ends. Lengths are CSS px. */
export function growthLines(
  inputs: readonly GrowthInput[],
  options: GrowthOptions,
): GrowthGeometry {
  const plotHeight = Math.max(options.height - options.top - options.bottom, 1);
  const toX = (value: number): number => growthX(value, options);
  const toY = (percent: number): number =>
    options.top + plotHeight * (1 - clamp(percent, options.percentMax) / options.percentMax);
  const lines = inputs
    .filter((input) => input.x.length > 0)
    .map((input) => layoutLine(input, { options, toX, toY }));
  const step = options.percentMax / 2;
  return {
    width: options.width,
    height: options.height,
    xTicks: ticks(0, options.xMax, X_TICKS).map((value) => ({ value, x: toX(value) })),
    yTicks: [0, step, 2 * step].map((percent) => ({ percent, y: toY(percent) })),
    lines: placeLabels(lines, options),
  };
}

/** Where `value` lies on the x axis, CSS px, never beyond its ends; the same for lines and playhead. */
export function growthX(
  value: number,
  { width, left, right, xMax }: Pick<GrowthOptions, 'width' | 'left' | 'right' | 'xMax'>,
): number {
  const plotWidth = Math.max(width - left - right, 1);
  return left + (clamp(value, xMax) / Math.max(xMax, 1e-9)) * plotWidth;
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}

interface Axes {
  readonly options: GrowthOptions;
  readonly toX: (value: number) => number;
  readonly toY: (percent: number) => number;
}

function layoutLine(input: GrowthInput, axes: Axes): GrowthLine {
  const { options, toX, toY } = axes;
  const last = input.x.length - 1;
  const end = {
    x: toX(input.x[last]),
    y: toY(input.percent[last]),
    percent: input.percent[last],
  };
  const { dash, cap } = DASHES[input.signalling];
  return {
    redundancy: input.redundancy,
    signalling: input.signalling,
    stopped: input.stopped,
    current:
      options.current?.redundancy === input.redundancy &&
      options.current.signalling === input.signalling,
    path: pathOf(input, axes),
    end,
    strokeWidth: input.redundancy >= 3 ? 2.4 : 1.4,
    dash,
    lineCap: cap,
    label: {
      x: end.x + 10,
      y: end.y,
      text: `${redundancyLabel(input.redundancy)} ${t(METHOD_LABELS[input.signalling])}`,
    },
  };
}

function pathOf({ x, percent }: GrowthInput, { toX, toY }: Axes): string {
  if (x.length < 2) return '';
  const path = linePath<number>()
    .x((value) => toX(value))
    .y((_, i) => toY(percent[i]))
    .digits(1);
  return path(Array.from(x)) ?? '';
}

function placeLabels(lines: readonly GrowthLine[], options: GrowthOptions): readonly GrowthLine[] {
  const sorted = lines.toSorted((a, b) => a.end.y - b.end.y);
  const size = options.labelHeight ?? 13;
  const wanted = sorted.map((line) => ({ wanted: line.end.y, size }));
  const ys = spreadLabels(wanted, 0, options.height);
  const x = Math.max(...sorted.map((line) => line.label.x), 0);
  const moved = new Map(sorted.map((line, i) => [line, ys[i]]));
  return lines.map((line) => ({
    ...line,
    label: { ...line.label, x, y: moved.get(line) as number },
  }));
}
