import { t } from '../../base/language.ts';

/** A stretch of runs: the first, and the one after the last. */
export interface RunRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Work on many runs that is handed out in blocks of consecutive ones: a fault campaign, or a sweep.
 * The spec alone decides what the runs are, so blocks can be done anywhere and in any order.
 */
export interface BlockWork<Spec> {
  /** Marks its files. */
  readonly format: string;
  /** As messages call it, such as `campaign`. */
  /** A message. */
  readonly noun: string;
  /** Is `spec`, read from a file, one that this program could have written? */
  readonly isValid: (spec: Spec) => boolean;
  /** Tells whether a value, read from a file of `spec`, is the result of a run. */
  readonly isResult: (spec: Spec) => (result: unknown) => boolean;
  readonly runs: (spec: Spec) => number;
  readonly blocks: (spec: Spec) => number;
  readonly runsOf: (spec: Spec, block: number) => RunRange;
}

/** The results of one block in order of run. Plain JSON, ready to be posted between threads. */
export interface Block<R> {
  readonly block: number;
  readonly results: readonly R[];
}

/** Part i of n (from 1) of some work: it owns the blocks b with b mod n = i - 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The shard that is the whole work. */
export const WHOLE: Shard = { index: 1, count: 1 };

/** The blocks of a shard of so many blocks, ascending. */
export function* blocksOfShard(blocks: number, { index, count }: Shard): Generator<number> {
  for (let block = index - 1; block < blocks; block += count) yield block;
}

/** How many blocks a shard has. */
export function blockCountOfShard(blocks: number, { index, count }: Shard): number {
  return Math.max(0, Math.ceil((blocks - index + 1) / count));
}

/** The runs of blocks that are not `known`, neighbours joined. */
export function missingRuns<Spec>(
  work: BlockWork<Spec>,
  spec: Spec,
  known: (block: number) => boolean,
): RunRange[] {
  const missing: RunRange[] = [];
  const blocks = work.blocks(spec);
  for (let block = 0; block < blocks; block++) {
    if (known(block)) continue;
    const { from, to } = work.runsOf(spec, block);
    const last = missing.at(-1);
    if (last?.to === from) missing[missing.length - 1] = { from: last.from, to };
    else missing.push({ from, to });
  }
  return missing;
}

/** Ranges for people; of many, the first few. */
export function rangesText(ranges: readonly RunRange[]): string {
  const shown = ranges.slice(0, 5).map(({ from, to }) => t('{from} to {to}', { from, to: to - 1 }));
  const more = ranges.length - shown.length;
  const first = shown.join(', ');
  return more === 0 ? first : t('{first} and {more} more stretches', { first, more });
}
