import { parameterOf } from './parameters.ts';
import type { SweepAxis } from './spec.ts';
import type { ParameterValue } from './sweep-parameter.ts';

/** Digits kept of a value between the ends: enough to tell neighbours apart, and the same in every engine. */
const DIGITS = { linear: 6, log: 4 } as const;

/**
 * The values of a valid axis, in order, each once; both ends are among them. Values of a
 * whole-number parameter are rounded, so that a short axis has fewer than its steps.
 */
export function valuesOfAxis(axis: SweepAxis): readonly ParameterValue[] {
  if (axis.scale === 'list') return axis.values;
  const { range } = parameterOf(axis.parameter);
  const whole = range.kind === 'number' && range.whole;
  const values: number[] = [];
  for (let i = 0; i < axis.steps; i++) {
    const exact = valueAt(axis, i / (axis.steps - 1));
    const value = whole ? Math.round(exact) : Number(exact.toPrecision(DIGITS[axis.scale]));
    if (value !== values.at(-1)) values.push(value);
  }
  return values;
}

type Spread = Extract<SweepAxis, { scale: 'linear' | 'log' }>;

function valueAt({ scale, from, to }: Spread, share: number): number {
  if (share === 0 || share === 1) return share === 0 ? from : to;
  return scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
}

/** Can the values of `axis` be interpolated between? Then all are numbers, and they ascend or descend. */
export function isContinuous(axis: SweepAxis): boolean {
  const values = valuesOfAxis(axis);
  if (!values.every((value): value is number => typeof value === 'number')) return false;
  const up = values.every((value, i) => i === 0 || value > values[i - 1]);
  return up || values.every((value, i) => i === 0 || value < values[i - 1]);
}

/**
 * The value that lies `share` (0..1) of the way from value number `index` of a continuous axis to the
 * next, on a logarithmic axis too: costs add up, so what is measured is nearly linear in them.
 */
export function valueBetween(axis: SweepAxis, index: number, share: number): number {
  const values = valuesOfAxis(axis) as readonly number[];
  const from = values[index];
  const to = values[Math.min(index + 1, values.length - 1)];
  return from + (to - from) * share;
}
