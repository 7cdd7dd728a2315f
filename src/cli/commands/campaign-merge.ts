import { err, ok } from '../../base/result.ts';
import { mergeFiles } from '../../analysis/campaign/merge.ts';
import { campaignReport } from '../../analysis/campaign/report.ts';
import type { Io, Outcome } from '../io.ts';
import type { Arguments } from '../options.ts';
import { writeCampaign } from './campaign-output.ts';

/** Puts the files of a campaign together; status 1 when runs are missing. */
export function mergeCampaign(args: Arguments, io: Io): Outcome {
  const [, ...paths] = args.operands;
  if (paths.length === 0) return err('merge which files? Give what --out has written');
  const stray = [...args.values.keys()][0];
  if (stray !== undefined) return err(`merge takes no option --${stray}: the files say it all`);
  const merged = mergeFiles(
    paths.map((path) => ({ name: path, open: () => io.files.readLines(path) })),
  );
  if (!merged.ok) return merged;
  const { spec, tally, coverage, notes } = merged.value;
  const report = campaignReport(spec, tally, coverage);
  for (const note of notes) io.error(`note: ${note}\n`);
  writeCampaign(io, { spec, report, pace: '', json: args.flags.has('json') });
  return ok(coverage.missing.length === 0 ? 0 : 1);
}
