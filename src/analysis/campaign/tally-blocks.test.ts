import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tally } from './aggregate.ts';
import {
  addBlock,
  createTally,
  MAX_EXAMPLES,
  mergeTally,
  outcomeShares,
  widestInterval,
} from './aggregate.ts';
import type { BlockResult, CampaignSpec } from './campaign.ts';
import { BLOCK_RUNS, blockCount, campaignOf } from './campaign.ts';
import { blockCountOfShard, blocksOfShard, missingRuns } from '../blocks/block-work.ts';
import { coverageOfShard } from './coverage.ts';
import { CAMPAIGN_WORK } from './work.ts';
import { createCampaign } from './job.ts';
import { createBlockTally } from './tally-blocks.ts';
import { BROAD, shortScenario } from './testing.ts';

function blocksOf(spec: CampaignSpec): BlockResult[] {
  const campaign = createCampaign(spec, new Map());
  if (!campaign.ok) throw new Error(JSON.stringify(campaign.error));
  return Array.from({ length: blockCount(spec) }, (_, block) => campaign.value.runBlock(block));
}

function tallyOf(spec: CampaignSpec, blocks: readonly BlockResult[]): Tally {
  const tally = createTally(spec);
  for (const block of blocks) addBlock(tally, spec, block);
  return tally;
}

const blocks = blocksOf(BROAD);
const whole = tallyOf(BROAD, blocks);

describe('tallies', () => {
  it('of shards add up to that of the whole, bit for bit, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: blocks.length }).chain((count) =>
          fc.shuffledSubarray(
            Array.from({ length: count }, (_, i) => ({ index: i + 1, count })),
            { minLength: count },
          ),
        ),
        (shards) => {
          const merged = createTally(BROAD);
          for (const shard of shards) {
            const own = [...blocksOfShard(blockCount(BROAD), shard)].map((block) => blocks[block]);
            expect(own).toHaveLength(blockCountOfShard(blockCount(BROAD), shard));
            mergeTally(merged, tallyOf(BROAD, own));
          }
          expect(JSON.stringify(merged)).toBe(JSON.stringify(whole));
        },
      ),
    );
  });

  it('count every run once and keep the first runs of each outcome', () => {
    const results = blocks.flatMap((block) => block.results);
    for (const [i, { outcome, count }] of outcomeShares(whole).entries()) {
      const runs = results.filter((result) => result.outcome === outcome).map(({ run }) => run);
      expect(count).toBe(runs.length);
      expect(whole.examples[i].map(({ run }) => run)).toEqual(runs.slice(0, MAX_EXAMPLES));
    }
    const cells = BROAD.targets.map((_, target) => outcomeShares(whole, { target, variant: 3 }));
    const shares = outcomeShares(whole, { variant: 3 });
    for (const [i, { count }] of shares.entries()) {
      expect(cells.reduce((sum, cell) => sum + cell[i].count, 0)).toBe(count);
    }
  });
});

describe('an early stop', () => {
  // One wide campaign, so that its blocks are known beyond where it stops.
  const spec = { ...campaignOf(shortScenario(), { runs: 12 * BLOCK_RUNS - 6 }), stopWidth: 0.06 };
  const all = blocksOf(spec);

  it('comes at the first block after which every interval is narrow enough', () => {
    const tally = createBlockTally(spec);
    const counted = all.flatMap((block) => tally.add(block));
    expect(tally.stoppedEarly()).toBe(true);
    expect(widestInterval(tally.tally)).toBeLessThanOrEqual(0.06);
    expect(widestInterval(tallyOf(spec, counted.slice(0, -1)))).toBeGreaterThan(0.06);
    expect(tally.tally).toEqual(tallyOf(spec, counted));
  });

  it('is at the same block in whatever order workers deliver', () => {
    const inOrder = createBlockTally(spec);
    for (const block of all) inOrder.add(block);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const tally = createBlockTally(spec);
        const counted = shuffled.flatMap((block) => tally.add(block));
        expect(counted.map(({ block }) => block)).toEqual(
          all.slice(0, counted.length).map(({ block }) => block),
        );
        expect(JSON.stringify(tally.tally)).toBe(JSON.stringify(inOrder.tally));
        expect(tally.counted()).toBe(inOrder.counted());
      }),
      { numRuns: 30 },
    );
  });

  it('does not come when the interval stays wider, nor counts as one at the last block', () => {
    const tight = createBlockTally({ ...spec, stopWidth: 0.0001 });
    for (const block of all) tight.add(block);
    expect([tight.isDone(), tight.stoppedEarly(), tight.tally.runs]).toEqual([
      true,
      false,
      spec.runs,
    ]);
  });
});

describe('coverage', () => {
  it('joins the runs of neighbouring blocks that are missing', () => {
    const has = new Set([0, 3]);
    expect(missingRuns(CAMPAIGN_WORK, BROAD, (block) => has.has(block))).toEqual([
      { from: 256, to: 768 },
      { from: 1024, to: 1500 },
    ]);
  });

  it('of a shard leaves out the others', () => {
    expect(coverageOfShard(BROAD, { index: 2, count: 2 }, false).missing).toEqual([
      { from: 0, to: 256 },
      { from: 512, to: 768 },
      { from: 1024, to: 1280 },
    ]);
    expect(coverageOfShard(BROAD, { index: 1, count: 1 }, false).missing).toEqual([]);
  });
});
