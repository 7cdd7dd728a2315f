/*
 * The order in which the points of a grid are worked on: first its corners, then the middles of
 * what is between, and so on. After every stage the points done are a whole grid, twice as fine as
 * the one before. Level k of an axis holds the middles of the stretches that levels 0..k-1 leave.
 *
 *   index  0 1 2 3 4 5 6 7 8
 *   level  0 3 2 3 1 3 2 3 0
 */

/** The level of each of `length` positions. */
export function levelsOf(length: number): readonly number[] {
  const levels = Array.from({ length }, () => 0);
  const stretches: [from: number, to: number, level: number][] = [[0, length - 1, 1]];
  for (let next = stretches.pop(); next !== undefined; next = stretches.pop()) {
    const [from, to, level] = next;
    if (to - from < 2) continue;
    const middle = Math.floor((from + to) / 2);
    levels[middle] = level;
    stretches.push([from, middle, level + 1], [middle, to, level + 1]);
  }
  return levels;
}

/** The positions of a grid in their order, and how far each stage of refinement goes. */
export interface GridOrder {
  /** Per point, its position on every axis. */
  readonly positions: readonly (readonly number[])[];
  /** Points done once stage k is; the last entry is the number of points. */
  readonly stages: readonly number[];
}

/** The order for a grid with one or two axes of these lengths. */
export function gridOrder(lengths: readonly number[]): GridOrder {
  const [columns, rows = 1] = lengths;
  const across = levelsOf(columns);
  const down = levelsOf(rows);
  const byStage: number[][][] = [];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const stage = Math.max(across[x], down[y]);
      (byStage[stage] ??= []).push(lengths.length === 1 ? [x] : [x, y]);
    }
  }
  let done = 0;
  const filled = byStage.filter((points) => points !== undefined);
  return { positions: filled.flat(), stages: filled.map((points) => (done += points.length)) };
}
