import { portableLn } from '../../base/rng.ts';
import { MAX_REPLICAS } from '../../base/vocabulary.ts';

/*
 * The skew of each replica is random, and what an event costs is a maximum over them. Its mean is
 * taken over a fixed lattice (Korobov, multiplier `STEP`): `ROWS` points in which every replica's
 * skew runs once through the midpoints of `ROWS` equally likely strata of the half-normal law, and
 * in which pairs of replicas are spread evenly. One more column orders the strata of the segments'
 * lengths. No generator, so the same scenario always gives the same figures.
 */

/** Points of the lattice; a prime. */
export const ROWS = 17;
const STEP = 5;
const COLUMNS = MAX_REPLICAS + 1;

/** Value of |Z| of a standard normal Z that a share `u` (0 < u < 1) of the draws stays below. */
function halfNormalQuantile(u: number): number {
  return normalQuantile((1 + u) / 2);
}

/** Rational approximation of the normal quantile for 0.5 <= p < 1 (Abramowitz and Stegun 26.2.23, |error| < 4.5e-4). */
function normalQuantile(p: number): number {
  const t = Math.sqrt(-2 * portableLn(1 - p));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - above / below;
}

/** The strata `0..ROWS-1` of row `row`, one per column. */
function strataOf(row: number): number[] {
  const strata: number[] = [];
  let factor = 1;
  for (let column = 0; column < COLUMNS; column++) {
    strata.push((row * factor) % ROWS);
    factor = (factor * STEP) % ROWS;
  }
  return strata;
}

const QUANTILES = Array.from({ length: ROWS }, (_, stratum) =>
  halfNormalQuantile((stratum + 0.5) / ROWS),
);

/** Per row, the skew of each replica in units of sigma. */
export const SKEWS: readonly (readonly number[])[] = Array.from({ length: ROWS }, (_, row) =>
  strataOf(row).map((stratum) => QUANTILES[stratum]),
);

/** Per row, which stratum of the segments' lengths comes with these skews. */
export const LENGTH_STRATA: readonly number[] = Array.from(
  { length: ROWS },
  (_, row) => strataOf(row)[MAX_REPLICAS],
);
