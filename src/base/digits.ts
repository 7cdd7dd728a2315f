import { spokenLanguage } from './language.ts';

/** Separates groups of three digits: a thin space at which no line breaks. */
const THIN_SPACE = '\u202f';

/** What stands between a whole number and its decimals in the language that is spoken. */
export function decimalMark(): '.' | ',' {
  return spokenLanguage() === 'de' ? ',' : '.';
}

/** A number as code writes it, such as `2.6` or `1e-9`, as people read it; its digits not grouped. */
export function shownNumber(value: number | string): string {
  return String(value).replace('.', decimalMark());
}

/** A number that a person typed, as code reads it: where a comma is spoken, it counts as the point does. */
export function typedNumber(text: string): string {
  return decimalMark() === ',' ? text.replace(',', '.') : text;
}

/** A list as code reads it, such as `0.5, 1, word`, as people read it: where a comma is spoken, it parts no values. */
export function shownList(text: string): string {
  if (decimalMark() === '.') return text;
  return text.replaceAll(/,\s*/gu, '; ').replaceAll(/(?<=\d)\.(?=\d)/gu, ',');
}

/** A list that a person typed, as code reads it; the one comma between two numbers is a decimal mark. */
export function typedList(text: string): string {
  if (decimalMark() === '.') return text;
  const numbers = text.replaceAll(/[\d,]+/gu, (part) =>
    part.replace(/^(\d+),(\d+)(?=,?$)/u, '$1.$2'),
  );
  return numbers.replaceAll(';', ',');
}

/** `value` with `decimals` digits behind its decimal mark and thin-space groups before it, e.g. `27 593`. */
export function groupDigits(value: number, decimals = 0): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : '';
  return fraction === undefined ? sign + grouped : `${sign}${grouped}${decimalMark()}${fraction}`;
}

/** `value` with `digits` significant ones, grouped; more where its whole part has more. */
export function roundedDigits(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 10 ** digits) return groupDigits(Number(value.toPrecision(digits)));
  const [whole, fraction = ''] = String(Number(value.toPrecision(digits))).split('.');
  return whole.includes('e')
    ? whole
    : groupDigits(Number(value.toPrecision(digits)), fraction.length);
}
