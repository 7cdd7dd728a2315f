import type { Crossover } from './crossovers.ts';
import { crossoversOf } from './crossovers.ts';
import type { Measure } from './metrics.ts';
import { METRICS } from './metrics.ts';
import type { SweepVariant } from './spec.ts';
import type { SweepTable } from './table.ts';

/** Where the seeds, each by itself, have a crossover. */
export interface SeedBand {
  readonly seeds: number;
  /** Seeds with exactly one crossover, in the same direction. */
  readonly found: number;
  /** Of these, the lowest and highest value; NaN when there is none. */
  readonly min: number;
  readonly max: number;
}

/** A crossover of the medians of two variants along the one axis of a sweep. */
export interface PairCrossover extends Crossover {
  /** Indices of the variants; `first` is better below when `firstBelow`. */
  readonly first: number;
  readonly second: number;
  /** `null` with a single seed. */
  readonly band: SeedBand | null;
}

/** All crossovers between any two of `variants` along the first axis, as far as points are done. */
export function pairCrossovers(
  table: SweepTable,
  variants: readonly SweepVariant[],
  measure: Measure,
): readonly PairCrossover[] {
  return pairsOf(variants).flatMap(([first, second]) =>
    crossoversOfPair(table, [first.index, second.index], measure),
  );
}

/** Every two of a list, in order. */
function pairsOf<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));
}

function crossoversOfPair(
  table: SweepTable,
  [first, second]: readonly [number, number],
  measure: Measure,
): PairCrossover[] {
  const { spec } = table.layout;
  const [axis] = spec.axes;
  const { better } = METRICS[measure.metric];
  const medians = (variant: number) =>
    alongAxis(table, (point) => table.bandOf(point, variant, measure)?.median ?? null);
  const found = crossoversOf(axis, medians(first), medians(second), better);
  if (found.length === 0) return [];
  const perSeed = spec.seeds.map((_, seed) => {
    const values = (variant: number) =>
      alongAxis(table, (point) => table.valuesOf(point, variant, measure)[seed] ?? null);
    return crossoversOf(axis, values(first), values(second), better);
  });
  return found.map((crossover) =>
    Object.assign({ first, second, band: bandOf(crossover, perSeed) }, crossover),
  );
}

/** A value per position of the only axis. */
function alongAxis(
  table: SweepTable,
  value: (point: number) => number | null,
): readonly (number | null)[] {
  return table.layout.values[0].map((_, index) => value(table.pointAt([index])));
}

function bandOf(
  { firstBelow }: Crossover,
  perSeed: readonly (readonly Crossover[])[],
): SeedBand | null {
  if (perSeed.length < 2) return null;
  const same = perSeed.flatMap((found) =>
    found.length === 1 && found[0].firstBelow === firstBelow ? [found[0].at] : [],
  );
  const none = same.length === 0;
  return {
    seeds: perSeed.length,
    found: same.length,
    min: none ? Number.NaN : Math.min(...same),
    max: none ? Number.NaN : Math.max(...same),
  };
}
