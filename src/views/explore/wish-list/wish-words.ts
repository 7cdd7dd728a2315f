import { msg, t } from '../../../base/language.ts';
import type { WishSelection } from '../../../store/study-forms.ts';
import { groupDigits } from '../../../draw/format.ts';

const WITH: Readonly<Record<WishSelection['wish'], string>> = {
  notification: msg('with fast notification'),
  isolation: msg('with memory isolation'),
};
const WITHOUT: Readonly<Record<WishSelection['wish'], string>> = {
  notification: msg('without fast notification'),
  isolation: msg('without memory isolation'),
};

/** A side of a wish: `with fast notification`. */
export function sideWords(wish: WishSelection['wish'], granted: boolean): string {
  return t((granted ? WITH : WITHOUT)[wish]);
}

/** A share in percent points: `47.7 %`. */
export function percentValue(percent: number): string {
  return `${groupDigits(percent, 1)}\u202F%`;
}

/** What becomes of a percentage: `47.7 → 32.0 %, 15.7 points less`. */
export function changeWords(before: number, after: number): string {
  const points = pointsWords(before, after);
  if (isSame(before, after)) return `${percentValue(before)}, ${points}`;
  return `${groupDigits(before, 1)} → ${percentValue(after)}, ${points}`;
}

/** By how much a percentage changes: `15.7 points less`. */
export function pointsWords(before: number, after: number): string {
  if (isSame(before, after)) return t('as before');
  const points = groupDigits(Math.abs(after - before), 1);
  return after < before
    ? t('{points} points less', { points })
    : t('{points} points more', { points });
}

/** Is the difference one that the page does not show? */
function isSame(before: number, after: number): boolean {
  return Math.abs(after - before) < 0.05;
}

/** The same in short: `−15.7`. */
export function changeShort(before: number, after: number): string {
  if (isSame(before, after)) return t('as before');
  return `${after < before ? '−' : '+'}${groupDigits(Math.abs(after - before), 1)}`;
}

/** Right end of an axis of percent on which `values` have room: no more of them than a few. */
export function axisEnd(values: readonly number[], least: number): number {
  const most = Math.max(least, ...values);
  return [least, 80, 120, 200, 400, 800].find((end) => end >= most) ?? most;
}
