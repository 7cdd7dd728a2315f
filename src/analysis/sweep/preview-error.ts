import type { Measure } from './metrics.ts';
import type { SweepTable } from './table.ts';
import { marginOf } from './winners.ts';

/** How far previews were from the simulation. */
export interface PreviewError {
  /** Variants of points that have both. */
  readonly compared: number;
  /** Of the simulated value, 0.. */
  readonly median: number;
  readonly most: number;
  /** Where they were furthest from it. */
  readonly at: { readonly point: number; readonly variant: number };
}

/** The distance of previews from the medians of the runs; `null` = nothing has both. */
export function previewError(table: SweepTable, measure: Measure): PreviewError | null {
  const distances = table.donePoints.flatMap((point) =>
    table.layout.variants.flatMap(({ index: variant }) => {
      const expected = table.previewOf(point, variant, measure);
      const found = table.bandOf(point, variant, measure)?.median ?? null;
      if (expected === null || found === null) return [];
      return [{ point, variant, by: marginOf(found, expected) }];
    }),
  );
  const sorted = distances.toSorted((a, b) => a.by - b.by);
  const last = sorted.at(-1);
  if (last === undefined) return null;
  const { point, variant, by } = last;
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)].by + sorted[Math.ceil(middle)].by) / 2;
  return { compared: sorted.length, median, most: by, at: { point, variant } };
}
