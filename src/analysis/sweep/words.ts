import { groupDigits, roundedDigits } from '../../base/digits.ts';
import { msg, t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { AppSpec } from '../../scenario/scenario.ts';
import type { MetricName } from './metrics.ts';
import { parameterOf } from './parameters.ts';
import type { SweepAxis } from './spec.ts';
import type { ParameterValue } from './sweep-parameter.ts';

/** Methods as sentences name them; messages. */
export const METHOD_NOUNS: Readonly<Record<SignallingMethod, string>> = {
  local: msg('local handling'),
  migration: msg('migration'),
  ipc: msg('IPC'),
  polling: msg('polling'),
};

/** A method as sentences name it. */
export function methodNoun(method: SignallingMethod): string {
  return t(METHOD_NOUNS[method]);
}

/** `TMR by IPC`. */
export function variantNoun(redundancy: AppSpec['redundancy'], method: SignallingMethod): string {
  return t('{redundancy} by {method}', {
    redundancy: redundancyNoun(redundancy),
    method: methodNoun(method),
  });
}

/** In what a method is better; messages. */
const ON_METRIC: Readonly<Record<MetricName, string>> = {
  'run-time': msg('on run time'),
  overhead: msg('on overhead'),
  energy: msg('on the energy proxy'),
  'res-utilisation': msg('on Res-core utilisation'),
  'res-occupied': msg('on Res-core occupation'),
  throughput: msg('on throughput of all applications'),
  'burnt-cycles': msg('on cycles burnt by polling'),
  queueing: msg('on queueing for Romain'),
  waiting: msg('on waiting at the rendezvous'),
  'event-cost': msg('on cycles per event'),
  ipis: msg('on IPIs per event'),
};

/** `on run time`, `on the energy proxy`. */
export function onMetric(metric: MetricName): string {
  return t(ON_METRIC[metric]);
}

/** A redundancy as sentences name it. */
export function redundancyNoun(redundancy: AppSpec['redundancy']): string {
  if (redundancy === 'native') return t('native');
  if (redundancy === 1) return t('one replica');
  return { 2: 'DMR', 3: 'TMR' }[redundancy] ?? t('{count} replicas', { count: redundancy });
}

/** A value of an axis with what it is, such as `1 900 cycles per IPI` or `ipi_latency = 500 cycles`. */
export function axisPhrase({ parameter }: SweepAxis, text: string): string {
  const { unit, unitNames = false } = parameterOf(parameter);
  const value = unit === '' ? text : `${text} ${t(unit)}`;
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
    if (from !== to) return t('from {from} to {to}', { from, to });
  }
  return t('at {value}', { value: roundedDigits(low, 4) });
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
