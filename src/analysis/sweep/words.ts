import { groupDigits, roundedDigits } from '../../base/digits.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { AppSpec } from '../../scenario/scenario.ts';
import type { MetricName } from './metrics.ts';
import { METRICS } from './metrics.ts';
import { parameterOf } from './parameters.ts';
import type { SweepAxis } from './spec.ts';
import type { ParameterValue } from './sweep-parameter.ts';

/** Methods as sentences name them. */
export const METHOD_NOUNS: Readonly<Record<SignallingMethod, string>> = {
  local: 'local handling',
  migration: 'migration',
  ipc: 'IPC',
  polling: 'polling',
};

/** `on run time`, `on the energy proxy`. */
export function onMetric(metric: MetricName): string {
  return `on ${metric === 'energy' ? 'the ' : ''}${METRICS[metric].title}`;
}

/** A redundancy as sentences name it. */
export function redundancyNoun(redundancy: AppSpec['redundancy']): string {
  if (redundancy === 'native') return 'native';
  if (redundancy === 1) return 'one replica';
  return { 2: 'DMR', 3: 'TMR' }[redundancy] ?? `${redundancy} replicas`;
}

/** A value of an axis with what it is, such as `1 900 cycles per IPI` or `ipi_latency = 500 cycles`. */
export function axisPhrase({ parameter }: SweepAxis, text: string): string {
  const { unit, unitNames = false } = parameterOf(parameter);
  const value = unit === '' ? text : `${text} ${unit}`;
  return unitNames ? value : `${parameter} = ${value}`;
}

/** A value of an axis as it is. */
export function valueText(value: ParameterValue): string {
  if (typeof value === 'string') return value;
  return Number.isInteger(value) ? groupDigits(value) : roundedDigits(value, 6);
}

/** A value between two others, with no more digits than keep it there. */
export function betweenText(value: number, [low, high]: readonly [number, number]): string {
  for (let digits = 3; digits < 7; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (rounded >= Math.min(low, high) && rounded <= Math.max(low, high)) {
      return roundedDigits(rounded, digits);
    }
  }
  return valueText(value);
}

/** Both ends of a range, with no more digits than tell them apart; a single value when nothing does. */
export function rangeText(low: number, high: number): string {
  for (let digits = 4; digits < 7; digits++) {
    const [from, to] = [roundedDigits(low, digits), roundedDigits(high, digits)];
    if (from !== to) return `from ${from} to ${to}`;
  }
  return `at ${roundedDigits(low, 4)}`;
}

/** A share as a whole percentage; small ones get a digit more. */
export function percentText(share: number): string {
  const value = 100 * share;
  return `${value < 9.95 ? roundedDigits(Number(value.toFixed(1))) : groupDigits(value)}\u202f%`;
}

/** The sentence with a capital at its start; words that are written small stay so. */
export function sentence(text: string): string {
  return text.startsWith('ipi_') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
