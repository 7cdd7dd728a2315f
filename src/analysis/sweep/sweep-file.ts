import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { t } from '../../base/language.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { Breakdown } from '../../run/recording.ts';
import { blockLines } from '../blocks/block-file.ts';
import type { Block, RunRange } from '../blocks/block-work.ts';
import type { MergeInput } from '../blocks/merge-blocks.ts';
import { mergeBlockFiles } from '../blocks/merge-blocks.ts';
import { layOut } from './points.ts';
import type { PointResults, RunFigures, SweepSpec } from './spec.ts';
import { SweepTable } from './table.ts';
import { SWEEP_WORK } from './work.ts';

/*
 * A sweep file is a file of blocks (`blocks/block-file.ts`): a block is a point. The header holds the
 * whole spec, scenario included, so that the file alone shows the sweep again.
 */

/** One run in a file. */
interface RunLine {
  /** 0..: points in their order, then variants, then seeds. */
  readonly run: number;
  readonly variant: number;
  readonly seed: number;
  readonly figures: RunFigures;
}

/** The lines of a point in the file of `spec`. */
export function pointLines(spec: SweepSpec, { point, results }: PointResults): string[] {
  const first = SWEEP_WORK.runsOf(spec, point).from;
  return blockLines({
    block: point,
    results: results.map((result, i): RunLine => Object.assign({ run: first + i }, result)),
  });
}

/** What several files of one sweep hold together. */
export interface MergedSweep {
  readonly table: SweepTable;
  /** Runs that are in no file, ascending. */
  readonly missing: readonly RunRange[];
  /** Sentences about what could not be taken as it was. */
  readonly notes: readonly string[];
}

/** Puts the files of a sweep together; one file is opened the same way. See `mergeBlockFiles`. */
export function mergeSweepFiles(files: Iterable<MergeInput>): Result<MergedSweep, string> {
  let table: SweepTable | null = null;
  const merged = mergeBlockFiles<SweepSpec, RunLine>(SWEEP_WORK, files, (spec) => {
    const layout = layOut(spec);
    if (!layout.ok) return () => {};
    const filled = new SweepTable(layout.value);
    table = filled;
    return (block) => filled.add(pointOf(block));
  });
  if (!merged.ok) return merged;
  if (table === null) return err(t('the file holds a sweep for which no machine is large enough'));
  return ok({ table, missing: merged.value.missing, notes: merged.value.notes });
}

function pointOf({ block, results }: Block<RunLine>): PointResults {
  return {
    point: block,
    results: results.map(({ variant, seed, figures }) => ({
      variant,
      seed,
      figures: { ...figures, breakdown: { ...NO_CYCLES, ...figures.breakdown } },
    })),
  };
}

/** Files know the parts that there were when they were written. */
const NO_CYCLES = Object.fromEntries(PARTS.map((part) => [part, 0])) as Breakdown;
