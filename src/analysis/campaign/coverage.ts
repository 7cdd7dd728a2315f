import type { CampaignSpec } from './campaign.ts';
import { blockCount, runsOfBlock } from './campaign.ts';

/** A stretch of runs: the first, and the one after the last. */
export interface RunRange {
  readonly from: number;
  readonly to: number;
}

/** What is known of a campaign's runs beside their outcomes. */
export interface Coverage {
  /** Runs that are part of the campaign and not in the tally, ascending; empty when all are there. */
  readonly missing: readonly RunRange[];
  /** Did the interval wanted end it? Then no run counts as missing. */
  readonly stoppedEarly: boolean;
}

/** Part i of n (from 1) of a campaign: it owns the blocks b with b mod n = i - 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The shard that is the whole campaign. */
export const WHOLE: Shard = { index: 1, count: 1 };

/** The blocks of a shard, ascending. */
export function* blocksOfShard(spec: CampaignSpec, { index, count }: Shard): Generator<number> {
  for (let block = index - 1; block < blockCount(spec); block += count) yield block;
}

/** How many blocks a shard has. */
export function blockCountOfShard(spec: CampaignSpec, { index, count }: Shard): number {
  return Math.max(0, Math.ceil((blockCount(spec) - index + 1) / count));
}

/** The runs of blocks that are not `known`, neighbours joined. */
export function missingRuns(spec: CampaignSpec, known: (block: number) => boolean): RunRange[] {
  const missing: RunRange[] = [];
  for (let block = 0; block < blockCount(spec); block++) {
    if (known(block)) continue;
    const { from, to } = runsOfBlock(spec, block);
    const last = missing.at(-1);
    if (last?.to === from) missing[missing.length - 1] = { from: last.from, to };
    else missing.push({ from, to });
  }
  return missing;
}

/** What a shard that was done to its end covers. */
export function coverageOfShard(spec: CampaignSpec, shard: Shard, stoppedEarly: boolean): Coverage {
  const own = (block: number): boolean => block % shard.count === shard.index - 1;
  return { missing: stoppedEarly ? [] : missingRuns(spec, own), stoppedEarly };
}

/** Ranges for people; of many, the first few. */
export function rangesText(ranges: readonly RunRange[]): string {
  const shown = ranges.slice(0, 5).map(({ from, to }) => `${from} to ${to - 1}`);
  const more = ranges.length - shown.length;
  return shown.join(', ') + (more === 0 ? '' : ` and ${more} more stretches`);
}
