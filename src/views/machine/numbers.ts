import { msg, t } from '../../base/language.ts';
import type { Cycles } from '../../base/units.ts';
import { groupDigits } from '../../draw/format.ts';

/** `27 593 cycles`, `1 cycle`. */
export function cyclesText(cycles: Cycles): string {
  return t('{n, plural, one {{count} cycle} other {{count} cycles}}', {
    n: Math.round(cycles),
    count: groupDigits(cycles),
  });
}

const COUNTS = [
  msg('no'),
  msg('one'),
  msg('two'),
  msg('three'),
  msg('four'),
  msg('five'),
  msg('six'),
  msg('seven'),
  msg('eight'),
  msg('nine'),
  msg('ten'),
  msg('eleven'),
  msg('twelve'),
];

/** Small counts in words, others in digits. */
export function countWord(count: number): string {
  const word = COUNTS[count];
  return word === undefined ? groupDigits(count) : t(word);
}

const ORDINALS = [msg('1st'), msg('2nd'), msg('3rd')];

/** 0 as `1st`, 3 as `4th`. */
export function ordinal(index: number): string {
  const word = ORDINALS[index];
  return word === undefined ? t('{n}th', { n: index + 1 }) : t(word);
}

/** The first letter as a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
