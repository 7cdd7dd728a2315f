import { createDigest, digestHex } from '../../base/hash.ts';
import type { Block, BlockWork, Shard } from './block-work.ts';
import { blockCountOfShard } from './block-work.ts';
import { jsonDigest, mixText } from './json-digest.ts';

/*
 * A file of block work is a list of lines, each JSON of its own (NDJSON):
 *
 *   header    what work this is, and which shard of it
 *   run       one result, in order of run within its block …
 *   block     … closed by the number of the block, of its runs and a checksum of their lines
 *   end       all blocks of the shard are there
 *
 * A file that was cut is whole up to its last block line.
 */

/** First line of a file. */
export interface FileHeader<Spec> {
  readonly format: string;
  readonly version: 1;
  readonly spec: Spec;
  /** `jsonDigest(spec)`. */
  readonly digest: string;
  readonly shard: Shard;
  /** Blocks that the file will hold unless the work stops early. */
  readonly blocks: number;
}

/** Line after the runs of a block. */
export interface BlockLine {
  readonly block: number;
  readonly runs: number;
  readonly checksum: string;
}

/** Last line. */
export interface EndLine {
  readonly end: true;
  readonly blocks: number;
  readonly runs: number;
  readonly stoppedEarly: boolean;
}

/** The header of a file with `shard` of `spec`. */
export function headerLine<Spec extends object>(
  work: BlockWork<Spec>,
  spec: Spec,
  shard: Shard,
): string {
  const header: FileHeader<Spec> = {
    format: work.format,
    version: 1,
    spec,
    digest: jsonDigest(spec),
    shard,
    blocks: blockCountOfShard(work.blocks(spec), shard),
  };
  return JSON.stringify(header);
}

/** The lines of a block: its runs, which must have a field `run`, then the line that closes it. */
export function blockLines<R extends { readonly run: number }>({
  block,
  results,
}: Block<R>): string[] {
  const lines = results.map((result) => JSON.stringify(result));
  const close: BlockLine = { block, runs: lines.length, checksum: checksumOf(block, lines) };
  return [...lines, JSON.stringify(close)];
}

/** Checksum of the lines of the runs of block number `block`. */
export function checksumOf(block: number, lines: readonly string[]): string {
  const digest = createDigest();
  mixText(digest, String(block));
  for (const line of lines) mixText(digest, line);
  return digestHex(digest);
}

/** The last line of a file that is complete. */
export function endLine(end: Omit<EndLine, 'end'>): string {
  return JSON.stringify({ end: true, ...end } satisfies EndLine);
}
