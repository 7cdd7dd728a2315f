import { ticks as linearTicks } from 'd3-array';

/**
 * How values lie along an axis; `whole` = linear with marks at whole numbers alone; `words` = numbers of
 * words in a list, which are marked one by one.
 */
export type AxisKind = 'linear' | 'log' | 'whole' | 'words';

/** One axis of a figure, in the unit of its values. */
export interface AxisSpec {
  readonly kind: AxisKind;
  readonly min: number;
  /** At least `min`. */
  readonly max: number;
}

/** An axis laid over a stretch of CSS px; `from` may lie right of or below `to`. */
export interface Axis {
  readonly toPx: (value: number) => number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly px: number;
  readonly value: number;
}

/** A figure with two axes, CSS px. */
export interface AxesFrame {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

/** A stretch of a figure, CSS px. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** CSS px that two labels keep between their middles. */
  readonly apart: number;
}

/** CSS px that labels of a few digits keep between their middles. */
const WHOLE_APART = 28;
/** Steps within a decade, finest first. */
const LOG_STEPS: readonly (readonly number[])[] = [[1, 2, 5], [1, 3], [1]];

/** `value` where equal distances are equal lengths: itself, or its logarithm. */
export function spaced(kind: AxisKind, value: number): number {
  return kind === 'log' ? Math.log10(Math.max(value, Number.MIN_VALUE)) : value;
}

/** Lays `spec` over `stretch`. An axis of a single value has it in the middle. */
export function layAxis(spec: AxisSpec, stretch: Stretch): Axis {
  const { kind, min, max } = spec;
  const [low, high] = [spaced(kind, min), spaced(kind, max)];
  const { from, to } = stretch;
  const toPx = (value: number): number =>
    high === low
      ? (from + to) / 2
      : from + ((spaced(kind, value) - low) / (high - low)) * (to - from);
  return { toPx, ticks: ticksOf(spec, stretch).map((value) => ({ value, px: toPx(value) })) };
}

function ticksOf({ kind, min, max }: AxisSpec, { from, to, apart }: Stretch): readonly number[] {
  if (max <= min) return [min];
  const length = Math.abs(to - from);
  if (kind === 'words') return Array.from({ length: max - min + 1 }, (_, i) => min + i);
  const room = Math.max(2, Math.floor(length / apart));
  if (kind === 'whole') return wholeTicks(min, max, length / WHOLE_APART);
  // Within less than a decade a log axis has too few powers to count by.
  if (kind === 'linear' || max / min < 8) return fewTicks(min, max, room);
  const decades = Math.log10(max / min);
  const steps = LOG_STEPS.find((one) => decades * one.length <= room) ?? [1];
  const every = Math.max(1, Math.ceil(decades / room));
  return logTicks(min, max, { steps, every });
}

/** Every whole number if there is room for all, else round ones. */
function wholeTicks(min: number, max: number, room: number): readonly number[] {
  const [first, last] = [Math.ceil(min), Math.floor(max)];
  if (last - first <= room) return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return fewTicks(first, last, Math.floor(room)).filter((value) => Number.isInteger(value));
}

/** d3 gives about as many as it is asked for: ask for fewer until they fit. */
function fewTicks(min: number, max: number, room: number): readonly number[] {
  for (let count = room; count > 1; count--) {
    const values = linearTicks(min, max, count);
    if (values.length <= room + 1) return values;
  }
  return linearTicks(min, max, 1);
}

function logTicks(
  min: number,
  max: number,
  { steps, every }: { readonly steps: readonly number[]; readonly every: number },
): number[] {
  const values: number[] = [];
  const first = Math.floor(Math.log10(min));
  const last = Math.ceil(Math.log10(max));
  for (let power = first; power <= last; power++) {
    if ((power - first) % every !== 0) continue;
    for (const step of steps) {
      const value = Number((step * 10 ** power).toPrecision(12));
      if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) values.push(value);
    }
  }
  return values;
}
