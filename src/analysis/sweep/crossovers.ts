import { isContinuous, valueBetween } from './axis-values.ts';
import type { SweepAxis } from './spec.ts';
import { marginOf, PALE } from './winners.ts';

/** Who is better on either side of a crossover. */
export interface Crossover {
  /** Is the first of the two better below it? Else the second is. */
  readonly firstBelow: boolean;
  /** Indices on the axis of the last value before it and the first one after it. */
  readonly bracket: readonly [number, number];
  /** Where straight lines between the points cross; a value of the axis. */
  readonly at: number;
  /** Does the better one lead by `PALE` somewhere on both of the sides up to the neighbouring crossovers? */
  readonly clear: boolean;
}

/**
 * Where two lines of values along a continuous axis cross, in order of the axis. `null` = no value;
 * such positions are left out, and a crossing is looked for between their neighbours. Lines that
 * only touch do not cross.
 */
export function crossoversOf(
  axis: SweepAxis,
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  better: 'lower' | 'higher',
): readonly Crossover[] {
  if (!isContinuous(axis)) return [];
  const leads = leadsOf(first, second, better);
  const found: Omit<Crossover, 'clear'>[] = [];
  let before: Lead | null = null;
  for (const lead of leads) {
    if (lead.by === 0) continue;
    if (before !== null && before.by > 0 !== lead.by > 0) {
      found.push({
        firstBelow: before.by > 0,
        bracket: [before.index, lead.index],
        at: crossingBetween(axis, leads, [before, lead]),
      });
    }
    before = lead;
  }
  return withClarity(found, leads);
}

/** By how much the first is better at a position; negative = the second is. */
interface Lead {
  readonly index: number;
  readonly by: number;
  readonly margin: number;
}

function leadsOf(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  better: 'lower' | 'higher',
): Lead[] {
  return first.flatMap((a, index) => {
    const b = second[index] ?? null;
    if (a === null || b === null) return [];
    const by = better === 'lower' ? b - a : a - b;
    return [{ index, by, margin: by >= 0 ? marginOf(a, b) : marginOf(b, a) }];
  });
}

function crossingBetween(
  axis: SweepAxis,
  leads: readonly Lead[],
  [before, after]: readonly [Lead, Lead],
): number {
  // Where both are equal for a while, the middle of that stretch.
  const equal = leads.filter(({ index }) => index > before.index && index < after.index);
  if (equal.length > 0) {
    const middle = (equal[0].index + equal[equal.length - 1].index) / 2;
    const index = Math.floor(middle);
    return valueBetween(axis, index, middle - index);
  }
  const share = before.by / (before.by - after.by);
  const place = before.index + share * (after.index - before.index);
  const index = Math.min(Math.floor(place), after.index - 1);
  return valueBetween(axis, index, place - index);
}

function withClarity(
  found: readonly Omit<Crossover, 'clear'>[],
  leads: readonly Lead[],
): readonly Crossover[] {
  const clearWithin = (from: number, to: number): boolean =>
    leads.some(({ index, margin }) => index >= from && index <= to && margin >= PALE);
  return found.map((crossover, i) => {
    const from = i === 0 ? 0 : found[i - 1].bracket[1];
    const to = i === found.length - 1 ? Infinity : found[i + 1].bracket[0];
    const [left, right] = crossover.bracket;
    return Object.assign({}, crossover, {
      clear: clearWithin(from, left) && clearWithin(right, to),
    });
  });
}
