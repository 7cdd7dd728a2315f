import type { RunRange, Shard } from '../blocks/block-work.ts';
import { missingRuns } from '../blocks/block-work.ts';
import type { CampaignSpec } from './campaign.ts';
import { CAMPAIGN_WORK } from './work.ts';

/** What is known of a campaign's runs beside their outcomes. */
export interface Coverage {
  /** Runs that are part of the campaign and not in the tally, ascending; empty when all are there. */
  readonly missing: readonly RunRange[];
  /** Did the interval wanted end it? Then no run counts as missing. */
  readonly stoppedEarly: boolean;
}

/** What a shard that was done to its end covers. */
export function coverageOfShard(spec: CampaignSpec, shard: Shard, stoppedEarly: boolean): Coverage {
  const own = (block: number): boolean => block % shard.count === shard.index - 1;
  return { missing: stoppedEarly ? [] : missingRuns(CAMPAIGN_WORK, spec, own), stoppedEarly };
}
