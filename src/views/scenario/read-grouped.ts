import { groupDigits, shownNumber, typedNumber } from '../../base/digits.ts';

/** A number as a field shows it: the digits of a large whole one grouped. */
export function writeGrouped(value: number): string {
  return Number.isSafeInteger(value) && value >= 10_000 ? groupDigits(value) : shownNumber(value);
}

/** A text without the spaces and underscores that group its digits, as a number; NaN when it is none. */
export function readGrouped(text: string): number {
  const compact = typedNumber(text.replaceAll(/[\s_]/gu, ''));
  return compact === '' ? Number.NaN : Number(compact);
}
