import type { SignallingMethod } from '../../base/vocabulary.ts';
import { layAxis } from '../sweep/axis.ts';
import type { Tick } from '../sweep/axis.ts';
import type { Redundancy } from '../sweep/lines-layout.ts';

/** How a dot is filled: as it is, and what it is compared with. */
export const DOT_FACES = ['ring', 'solid', 'half'] as const;
export type DotFace = (typeof DOT_FACES)[number];

/** One run, or one group of runs, on a row. */
export interface DotInput {
  readonly value: number;
  readonly face: DotFace;
  /** Interval of the value, where it has one. */
  readonly low?: number;
  readonly high?: number;
}

/** One way of protection: its dots on one axis. */
export interface DotRowInput {
  readonly method: SignallingMethod;
  readonly redundancy: Redundancy;
  readonly dots: readonly DotInput[];
  /** What the distance of the dots comes to, and the same where room is scarce. */
  readonly words: string;
  readonly short: string;
}

/** What the figure shows. */
export interface DotsInput {
  readonly rows: readonly DotRowInput[];
  /** Value at the right end of the axis. */
  readonly axisMax: number;
  /** What the axis counts, at its right end, and the same where room is scarce. */
  readonly unit: string;
  readonly shortUnit: string;
  readonly format: (value: number) => string;
  readonly groupName: (redundancy: Redundancy) => string;
  /** Index of the row and its dot. */
  readonly selected: DotName | null;
  /** CSS px of the figure. */
  readonly width: number;
}

/** A dot by its place in the input. */
export interface DotName {
  readonly row: number;
  readonly dot: number;
}

export interface DotPlace {
  readonly face: DotFace;
  readonly x: number;
  readonly whisker: readonly [number, number] | null;
  /** The value lies beyond the axis. */
  readonly beyond: boolean;
}

export interface DotRow {
  readonly method: SignallingMethod;
  readonly redundancy: Redundancy;
  /** At the first row of a group. */
  readonly heading: string | null;
  /** Middle of the row. */
  readonly y: number;
  readonly dots: readonly DotPlace[];
  readonly words: string;
  readonly selected: boolean;
}

/** The figure of dots, CSS px. */
export interface DotsGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly Tick[];
  readonly unit: string;
  readonly format: (value: number) => string;
  readonly rows: readonly DotRow[];
  /** Without room for names, pictograms alone stand before the dots. */
  readonly narrow: boolean;
}

const TOP = 28;
const ROW = 30;
const GROUP_GAP = 14;
const LEFT = 166;
const LEFT_NARROW = 92;
const RIGHT = 214;
const RIGHT_NARROW = 84;
const NARROW = 560;

/** Lays out a row per way of protection, in their order; rows of one redundancy form a group. */
export function layDots(input: DotsInput): DotsGeometry {
  const { width, rows, axisMax, format, groupName, selected } = input;
  const narrow = width < NARROW;
  const left = narrow ? LEFT_NARROW : LEFT;
  const right = width - (narrow ? RIGHT_NARROW : RIGHT);
  const axis = layAxis(
    { kind: 'linear', min: 0, max: axisMax },
    { from: left, to: right, apart: 64 },
  );
  const toPx = (value: number): number => axis.toPx(Math.min(Math.max(value, 0), axisMax));
  let y = TOP + ROW / 2;
  const laid = rows.map((row, i): DotRow => {
    const first = row.redundancy !== rows[i - 1]?.redundancy;
    if (i > 0) y += ROW + (first ? GROUP_GAP : 0);
    return {
      method: row.method,
      redundancy: row.redundancy,
      heading: first ? groupName(row.redundancy) : null,
      y,
      words: narrow ? row.short : row.words,
      selected: selected?.row === i,
      dots: row.dots.map(({ value, face, low, high }) => ({
        face,
        x: toPx(value),
        whisker: low === undefined || high === undefined ? null : [toPx(low), toPx(high)],
        beyond: value > axisMax,
      })),
    };
  });
  const bottom = y + ROW / 2 + 6;
  const unit = narrow ? input.shortUnit : input.unit;
  const scale = { left, right, top: TOP, bottom, ticks: axis.ticks, unit, format };
  return { width, height: bottom, ...scale, rows: laid, narrow };
}

/** The dot at a point of the figure, or the nearest one in its row; `null` = there is no row. */
export function dotAt({ rows }: DotsGeometry, spot: { x: number; y: number }): DotName | null {
  const row = rows.findIndex(({ y }) => Math.abs(y - spot.y) <= ROW / 2);
  const dots = rows[row]?.dots ?? [];
  if (dots.length === 0) return null;
  const away = dots.map(({ x }) => Math.abs(x - spot.x));
  return { row, dot: away.indexOf(Math.min(...away)) };
}
