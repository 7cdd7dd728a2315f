import { assert } from '../../base/assert.ts';
import type { Tally } from './aggregate.ts';
import { addBlock, createTally, widestInterval } from './aggregate.ts';
import type { BlockResult, CampaignSpec } from './campaign.ts';
import { blockCount } from './campaign.ts';

/**
 * Counts the blocks of a whole campaign in order and says when it is done. Workers may deliver them
 * in any order: those that come early are kept until their turn, and those beyond the early stop are
 * dropped, so that the result does not depend on how many workers there are.
 */
export interface BlockTally {
  readonly tally: Tally;
  /** Takes a block; gives the blocks counted by that, in order. */
  readonly add: (block: BlockResult) => readonly BlockResult[];
  /** Number of the next block to be counted; all before it are. */
  readonly next: () => number;
  /** Are all blocks counted, or enough for the interval wanted? */
  readonly isDone: () => boolean;
  /** Did the interval wanted end the campaign before its last block? */
  readonly stoppedEarly: () => boolean;
}

/** A tally of no block of `spec`. */
export function createBlockTally(spec: CampaignSpec): BlockTally {
  const tally = createTally(spec);
  const blocks = blockCount(spec);
  const waiting = new Map<number, BlockResult>();
  let next = 0;
  let narrow = false;
  const isDone = (): boolean => narrow || next === blocks;
  return {
    tally,
    next: () => next,
    isDone,
    stoppedEarly: () => narrow && next < blocks,
    add(block) {
      if (isDone()) return [];
      assert(block.block >= next && !waiting.has(block.block), `block ${block.block} came twice`);
      waiting.set(block.block, block);
      const counted: BlockResult[] = [];
      for (let ready = waiting.get(next); ready !== undefined && !isDone();) {
        addBlock(tally, spec, ready);
        counted.push(ready);
        waiting.delete(next);
        next++;
        narrow = spec.stopWidth !== null && widestInterval(tally) <= spec.stopWidth;
        ready = waiting.get(next);
      }
      return counted;
    },
  };
}
