import { msg, t } from '../../../base/language.ts';
import type { MetricName } from '../../../analysis/sweep/metrics.ts';
import { METRICS } from '../../../analysis/sweep/metrics.ts';
import { groupDigits } from '../../../draw/format.ts';

/** The metrics that the map can be switched to at once, with messages. */
export const MAP_METRICS = [
  { value: 'overhead', name: msg('Run time') },
  { value: 'energy', name: msg('Energy') },
  { value: 'res-utilisation', name: msg('Res core') },
  { value: 'throughput', name: msg('Throughput') },
] as const satisfies readonly { readonly value: MetricName; readonly name: string }[];

/** Title of a figure of which nothing is simulated; a message. */
export const ESTIMATED = msg('Estimated by the closed form; nothing is simulated yet.');

/** What stands at the top of the vertical axis. */
export function metricAxis(metric: MetricName): string {
  const { title, unit } = METRICS[metric];
  if (metric === 'overhead') return t('% extra run time');
  return unit === '' || unit === title ? t(title) : `${t(title)}, ${t(unit)}`;
}

/** A value with its unit: `52.7 %`, `1 234 567 cycles`. */
export function metricText(metric: MetricName, value: number): string {
  const { unit } = METRICS[metric];
  const number = groupDigits(value, digitsOf(value));
  if (unit === '') return number;
  return unit === '%' ? `${number}\u202F%` : `${number} ${t(unit)}`;
}

/** Four significant digits at least, whole cycles at most. */
function digitsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 1000 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
}

/** A number along an axis: large ones in thousands or millions. */
export function tickText(value: number, decimals: number): string {
  if (Math.abs(value) >= 1e9) return `${tenths(value / 1e9)} G`;
  if (Math.abs(value) >= 1e6) return `${tenths(value / 1e6)} M`;
  if (Math.abs(value) >= 1e4) return `${groupDigits(value / 1e3)} k`;
  return groupDigits(value, decimals);
}

/** With a digit after the point only where it is not 0: marks have little room. */
function tenths(value: number): string {
  const rounded = Number(value.toFixed(1));
  return groupDigits(rounded, Number.isInteger(rounded) ? 0 : 1);
}

/** What is expected where nothing is simulated: `about 52.7 %, estimated`. */
export function aboutText(metric: MetricName, value: number): string {
  return t('about {value}, estimated', { value: metricText(metric, value) });
}
