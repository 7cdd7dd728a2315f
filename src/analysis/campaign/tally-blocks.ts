import { assert } from '../../base/assert.ts';
import type { Shard } from '../blocks/block-work.ts';
import { blockCountOfShard, WHOLE } from '../blocks/block-work.ts';
import type { Tally } from './aggregate.ts';
import { addBlock, createTally, widestInterval } from './aggregate.ts';
import type { BlockResult, CampaignSpec } from './campaign.ts';
import { blockCount } from './campaign.ts';

/**
 * Counts the blocks of a campaign in order and says when it is done. Workers may deliver them in any
 * order: those that come early are kept until their turn, and those beyond an early stop are dropped,
 * so that the result does not depend on how many workers there are.
 */
export interface BlockTally {
  readonly tally: Tally;
  /** Takes a block; gives those that are counted by that, in order. */
  readonly add: (block: BlockResult) => readonly BlockResult[];
  /** Blocks counted. */
  readonly counted: () => number;
  /** Are all blocks counted, or enough for the interval wanted? */
  readonly isDone: () => boolean;
  /** Did the interval wanted end the campaign before its last block? */
  readonly stoppedEarly: () => boolean;
}

/** A tally of no block of `shard`; only the whole campaign can stop early. */
export function createBlockTally(spec: CampaignSpec, shard: Shard = WHOLE): BlockTally {
  assert(spec.stopWidth === null || shard.count === 1, 'a shard cannot know when to stop');
  const tally = createTally(spec);
  const blocks = blockCountOfShard(blockCount(spec), shard);
  const waiting = new Map<number, BlockResult>();
  let counted = 0;
  let narrow = false;
  const isDone = (): boolean => narrow || counted === blocks;
  const takeNext = (): BlockResult | null => {
    const number = shard.index - 1 + counted * shard.count;
    const block = waiting.get(number);
    if (block === undefined || isDone()) return null;
    waiting.delete(number);
    addBlock(tally, spec, block);
    counted++;
    narrow = spec.stopWidth !== null && widestInterval(tally) <= spec.stopWidth;
    return block;
  };
  return {
    tally,
    counted: () => counted,
    isDone,
    stoppedEarly: () => narrow && counted < blocks,
    add(block) {
      waiting.set(block.block, block);
      const taken: BlockResult[] = [];
      for (let next = takeNext(); next !== null; next = takeNext()) taken.push(next);
      if (isDone()) waiting.clear();
      return taken;
    },
  };
}
