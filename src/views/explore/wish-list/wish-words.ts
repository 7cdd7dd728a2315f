import type { WishSelection } from '../../../store/study-forms.ts';
import { groupDigits } from '../../../draw/format.ts';

/** What each wish is called. */
export const WISH_NAMES: Readonly<Record<WishSelection['wish'], string>> = {
  notification: 'fast notification',
  isolation: 'memory isolation',
};

/** A share in percent points: `47.7 %`. */
export function percentValue(percent: number): string {
  return `${groupDigits(percent, 1)}\u202F%`;
}

/** What becomes of a percentage: `47.7 → 32.0 %, 15.7 points less`. */
export function changeWords(before: number, after: number): string {
  const [from, to] = [before, after].map((value) => groupDigits(value, 1));
  const points = groupDigits(Math.abs(after - before), 1);
  if (points === '0.0') return `${from}\u202F%, as before`;
  return `${from} → ${to}\u202F%, ${points} points ${after < before ? 'less' : 'more'}`;
}

/** The same in short: `−15.7`. */
export function changeShort(before: number, after: number): string {
  const points = groupDigits(Math.abs(after - before), 1);
  if (points === '0.0') return 'as before';
  return `${after < before ? '−' : '+'}${points}`;
}

/** Right end of an axis of percent on which `values` have room: no more of them than a few. */
export function axisEnd(values: readonly number[], least: number): number {
  const most = Math.max(least, ...values);
  return [least, 80, 120, 200, 400, 800].find((end) => end >= most) ?? most;
}
