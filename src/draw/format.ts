import type { Cycles } from '../base/units.ts';
import { cyclesToMicroseconds } from '../base/units.ts';

/** Separates groups of three digits: a thin space at which no line breaks. */
const THIN_SPACE = '\u202f';

/** `value` with `decimals` digits after the point and thin-space groups before it, e.g. `27 593`. */
export function groupDigits(value: number, decimals = 0): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : '';
  return fraction === undefined ? sign + grouped : `${sign}${grouped}.${fraction}`;
}

/** An instant or a duration in microseconds without its unit, three decimals unless told otherwise. */
export function formatMicroseconds(cycles: Cycles, clockGHz: number, decimals = 3): string {
  return groupDigits(cyclesToMicroseconds(cycles, clockGHz), decimals);
}
