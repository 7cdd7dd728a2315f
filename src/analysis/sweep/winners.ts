import type { AppSpec } from '../../scenario/scenario.ts';
import type { Measure } from './metrics.ts';
import { METRICS } from './metrics.ts';
import type { SweepVariant } from './spec.ts';
import type { SweepTable } from './table.ts';

/** Below this share of the better value there is no real winner. */
export const PALE = 0.03;

/** Who wins at a point, among the methods of one redundancy. */
export interface Winner {
  readonly point: number;
  /** Indices into the variants: the best, and the one after it. */
  readonly variant: number;
  readonly second: number;
  /** Difference of the two medians as a share of the better one, 0.. (Infinity: the better is 0). */
  readonly margin: number;
  /** Is the margin below `PALE`? */
  readonly pale: boolean;
  /** Do the bands of the two overlap? Never so with one seed, unless they are equal. */
  readonly overlaps: boolean;
}

/** Points won by each variant of one redundancy, in order of the variants. */
export interface WinnerCount {
  readonly variant: number;
  /** Clearly, by `PALE` or more. */
  readonly clear: number;
  /** By less. */
  readonly pale: number;
}

/** The variants that compete with each other: those of one redundancy, as far as there are two. */
export function competitorsOf(variants: readonly SweepVariant[]): readonly {
  readonly redundancy: AppSpec['redundancy'];
  readonly variants: readonly SweepVariant[];
}[] {
  const redundancies = [...new Set(variants.map(({ redundancy }) => redundancy))];
  return redundancies
    .map((redundancy) => ({
      redundancy,
      variants: variants.filter((variant) => variant.redundancy === redundancy),
    }))
    .filter((group) => group.variants.length > 1);
}

/** The winner at a point; `null` while it is not done, or fewer than two variants have a value. */
export function winnerAt(
  table: SweepTable,
  point: number,
  { variants, measure }: { readonly variants: readonly SweepVariant[]; readonly measure: Measure },
): Winner | null {
  const lower = METRICS[measure.metric].better === 'lower';
  const ranked = variants
    .flatMap(({ index }) => {
      const band = table.bandOf(point, index, measure);
      return band === null ? [] : [{ index, band }];
    })
    .toSorted((a, b) => (lower ? 1 : -1) * (a.band.median - b.band.median));
  if (ranked.length < 2) return null;
  const [best, second] = ranked;
  const margin = marginOf(best.band.median, second.band.median);
  return {
    point,
    variant: best.index,
    second: second.index,
    margin,
    pale: margin < PALE,
    overlaps: best.band.max >= second.band.min && second.band.max >= best.band.min,
  };
}

/** How far two values are apart, as a share of the better one. */
export function marginOf(better: number, other: number): number {
  if (better === other) return 0;
  return better === 0 ? Infinity : Math.abs(other - better) / Math.abs(better);
}

/** Who would win at a point that is not simulated, by its preview; `null` where that says nothing of two variants. */
export function expectedWinner(
  table: SweepTable,
  point: number,
  { variants, measure }: { readonly variants: readonly SweepVariant[]; readonly measure: Measure },
): Pick<Winner, 'variant' | 'second' | 'margin' | 'pale'> | null {
  if (table.has(point)) return null;
  const sign = METRICS[measure.metric].better === 'lower' ? 1 : -1;
  const [best, second] = variants
    .flatMap(({ index }) => {
      const value = table.previewOf(point, index, measure);
      return value === null ? [] : [{ index, value }];
    })
    .toSorted((a, b) => sign * (a.value - b.value));
  if (best === undefined || second === undefined) return null;
  const margin = marginOf(best.value, second.value);
  return { variant: best.index, second: second.index, margin, pale: margin < PALE };
}

/** How many points each variant wins; the sum of all counts is the number of winners. */
export function countWinners(
  variants: readonly SweepVariant[],
  winners: readonly Winner[],
): readonly WinnerCount[] {
  return variants.map(({ index }) => {
    const own = winners.filter(({ variant }) => variant === index);
    const pale = own.filter((winner) => winner.pale).length;
    return { variant: index, clear: own.length - pale, pale };
  });
}
