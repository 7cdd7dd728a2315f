import type { CampaignReport } from '../analysis/campaign/report.ts';

const FIELDS =
  'digest,seed,method,redundancy,comparison,target,runs,outcome,count,share,low95,high95';

/**
 * The outcomes of a campaign as CSV, a header and then one line per variant, target and outcome of
 * which there was a run,
 * without line ends. `low95` and `high95` are the ends of the Wilson interval of `share`.
 */
export function* campaignToCsv({
  digest,
  seed,
  cells,
}: CampaignReport): Generator<string, void, undefined> {
  yield FIELDS;
  for (const { method, redundancy, comparison, target, runs, outcomes } of cells) {
    if (runs === 0) continue;
    const cell = [digest, seed, method, redundancy, comparison, target, runs].join(',');
    for (const { outcome, count, share, low, high } of outcomes) {
      // Only outcomes such as "detected, stopped" hold a comma.
      yield `${cell},"${outcome}",${count},${share},${low},${high}`;
    }
  }
}
