import type { Cycles } from '../../base/units.ts';
import { groupDigits } from '../../draw/format.ts';

/** `27 593 cycles`, `1 cycle`. */
export function cyclesText(cycles: Cycles): string {
  return `${groupDigits(cycles)} ${Math.round(cycles) === 1 ? 'cycle' : 'cycles'}`;
}

const COUNTS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Small counts in words, others in digits. */
export function countWord(count: number): string {
  return COUNTS[count] ?? groupDigits(count);
}

const ORDINALS = ['1st', '2nd', '3rd'];

/** 0 as `1st`, 3 as `4th`. */
export function ordinal(index: number): string {
  return ORDINALS[index] ?? `${index + 1}th`;
}

/** The first letter as a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
