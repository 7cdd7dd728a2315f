import { t } from '../../base/language.ts';
import type { Part, SignallingMethod } from '../../base/vocabulary.ts';
import { PART_INFO, stackParts } from '../chart/parts.ts';
import type { PartStyle } from '../chart/parts.ts';
import { layAxis } from './axis.ts';
import type { Tick } from './axis.ts';
import type { Redundancy } from './lines-layout.ts';
import { SHORT_NAMES } from './names.ts';

/** One bar: where the cycles of one way of protection go. */
export interface StackInput {
  readonly method: SignallingMethod;
  readonly redundancy: Redundancy;
  /** Cycles per externalization event, one per `PARTS`. */
  readonly parts: readonly number[];
  readonly selected: boolean;
  /** What stands before the bar; the name of the method when absent. */
  readonly name?: string;
}

/** What the figure of stacks shows. */
export interface StacksInput {
  readonly stacks: readonly StackInput[];
  /** Cycles at the right end of the axis. */
  readonly axisMax: number;
  readonly format: (cycles: number) => string;
  /** How a group of bars is headed. */
  readonly groupName: (redundancy: Redundancy) => string;
  /** CSS px of the figure. */
  readonly width: number;
}

export interface StackPartBox {
  readonly part: Part;
  readonly style: PartStyle;
  readonly x: number;
  readonly width: number;
  /** The number in it; `null` where it has no room. */
  readonly text: string | null;
}

export interface StackRow {
  readonly method: SignallingMethod;
  readonly redundancy: Redundancy;
  readonly selected: boolean;
  readonly name: string;
  /** A name of its own, which no pictogram stands for. */
  readonly named: boolean;
  /** At the first row of a group. */
  readonly heading: string | null;
  readonly y: number;
  readonly height: number;
  readonly parts: readonly StackPartBox[];
  readonly total: number;
  readonly totalText: string;
  readonly end: number;
  /** The bar goes on beyond the axis. */
  readonly beyond: boolean;
}

/** The figure of stacks, CSS px. */
export interface StacksGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly Tick[];
  readonly rows: readonly StackRow[];
  /** Without room for both, either the pictogram or a name of its own stands before a bar. */
  readonly narrow: boolean;
}

const TOP = 22;
const ROW = 26;
const ROW_GAP = 9;
const GROUP_GAP = 20;
const LEFT = 166;
const LEFT_NARROW = 92;
/** The same with names of their own in the place of the pictograms. */
const LEFT_NARROW_NAMED = 132;
const RIGHT = 64;
const NARROW = 480;
/** Width of a digit at 11 px in the mono face, and room beside a number. */
const DIGIT = 6.6;
const INSIDE = 12;

/** Lays out one row per stack, in their order; rows of one redundancy form a group. */
export function layStacks(input: StacksInput): StacksGeometry {
  const { width, stacks, axisMax } = input;
  const narrow = width < NARROW;
  const named = stacks.some(({ name }) => name !== undefined);
  const left = narrow ? (named ? LEFT_NARROW_NAMED : LEFT_NARROW) : LEFT;
  const right = width - RIGHT;
  const axis = layAxis(
    { kind: 'linear', min: 0, max: axisMax },
    { from: left, to: right, apart: 64 },
  );
  let y = TOP;
  const rows = stacks.map((stack, i): StackRow => {
    const first = stack.redundancy !== stacks[i - 1]?.redundancy;
    if (i > 0) y += ROW + (first ? GROUP_GAP : ROW_GAP);
    const levels = stackParts(stack.parts);
    const total = levels.at(-1)?.end ?? 0;
    const end = axis.toPx(Math.min(total, axisMax));
    return {
      method: stack.method,
      redundancy: stack.redundancy,
      selected: stack.selected,
      named: stack.name !== undefined,
      name: stack.name ?? t(SHORT_NAMES[stack.method]),
      heading: first ? input.groupName(stack.redundancy) : null,
      y,
      height: ROW,
      total,
      totalText: input.format(total),
      end,
      beyond: total > axisMax,
      parts: levels
        .filter(({ start }) => start < axisMax)
        .map(({ part, start, end: stop }) => {
          const x = axis.toPx(start);
          const w = axis.toPx(Math.min(stop, axisMax)) - x;
          const text = input.format(stop - start);
          const fits = w >= text.length * DIGIT + INSIDE;
          return { part, style: PART_INFO[part].style, x, width: w, text: fits ? text : null };
        }),
    };
  });
  const bottom = y + ROW + 10;
  return { width, height: bottom, left, right, top: TOP, bottom, ticks: axis.ticks, rows, narrow };
}
