/** How a value spreads over the seeds. */
export interface Band {
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  /** Runs that came to their end. */
  readonly runs: number;
  /** Runs that did not, and are not in the figures. */
  readonly cut: number;
}

/** The band of values of which `null` stands for runs without one; `null` when all are. */
export function bandOf(values: readonly (number | null)[]): Band | null {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  return {
    min: sorted[0],
    q1: quantileOf(sorted, 0.25),
    median: quantileOf(sorted, 0.5),
    q3: quantileOf(sorted, 0.75),
    max: sorted[sorted.length - 1],
    runs: sorted.length,
    cut: values.length - sorted.length,
  };
}

/** The quantile `share` (0..1) of ascending values, linearly between neighbours. */
function quantileOf(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
