import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { t } from '../../base/language.ts';
import type { MergeInput } from '../blocks/merge-blocks.ts';
import { mergeBlockFiles } from '../blocks/merge-blocks.ts';
import type { Tally } from './aggregate.ts';
import { addBlock, createTally } from './aggregate.ts';
import type { CampaignSpec, RunResult } from './campaign.ts';
import type { Coverage } from './coverage.ts';
import { CAMPAIGN_WORK } from './work.ts';

/** What several files hold together. */
export interface Merged {
  readonly spec: CampaignSpec;
  readonly tally: Tally;
  readonly coverage: Coverage;
  /** Sentences about what could not be taken as it was. */
  readonly notes: readonly string[];
}

/** Counts the runs of all files, which must be of one campaign; see `mergeBlockFiles`. */
export function mergeFiles(files: Iterable<MergeInput>): Result<Merged, string> {
  let tally: Tally | null = null;
  const merged = mergeBlockFiles<CampaignSpec, RunResult>(CAMPAIGN_WORK, files, (spec) => {
    const counted = createTally(spec);
    tally = counted;
    return (block) => addBlock(counted, spec, block);
  });
  if (!merged.ok) return merged;
  if (tally === null) return err(t('there is no file to merge'));
  const { spec, missing, stoppedEarly, notes } = merged.value;
  return ok({ spec, tally, coverage: { missing, stoppedEarly }, notes });
}
