import { mergeSweepFiles } from '../../analysis/sweep/sweep-file.ts';
import { err, ok } from '../../base/result.ts';
import type { Io, Outcome } from '../io.ts';
import type { Arguments } from '../options.ts';
import { sweepOutput, weightsOption, writeSweep } from './sweep-output.ts';

const OPTIONS: ReadonlySet<string> = new Set(['metric', 'page', 'energy-weights']);

/** Puts the files of a sweep together; status 1 when runs are missing. */
export function mergeSweep(args: Arguments, io: Io): Outcome {
  const [, ...paths] = args.operands;
  if (paths.length === 0) return err('merge which files? Give what --out has written');
  const stray = [...args.values.keys()].find((name) => !OPTIONS.has(name));
  if (stray !== undefined) return err(`merge takes no option --${stray}: the files say it all`);
  const output = sweepOutput(args);
  if (!output.ok) return output;
  const merged = mergeSweepFiles(
    paths.map((path) => ({ name: path, open: () => io.files.readLines(path) })),
  );
  if (!merged.ok) return merged;
  const { table, missing, notes } = merged.value;
  const weights = weightsOption(args, table.measureOf('energy').weights);
  if (!weights.ok) return weights;
  table.weigh(weights.value);
  for (const note of notes) io.error(`note: ${note}\n`);
  writeSweep(io, { table, missing, pace: '' }, output.value);
  return ok(missing.length === 0 ? 0 : 1);
}
