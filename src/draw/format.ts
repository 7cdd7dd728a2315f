import type { Cycles } from '../base/units.ts';
import { groupDigits } from '../base/digits.ts';
import { cyclesToMicroseconds } from '../base/units.ts';

export { groupDigits } from '../base/digits.ts';

/** An instant or a duration in microseconds without its unit, three decimals unless told otherwise. */
export function formatMicroseconds(cycles: Cycles, clockGHz: number, decimals = 3): string {
  return groupDigits(cyclesToMicroseconds(cycles, clockGHz), decimals);
}
