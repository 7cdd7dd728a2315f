import { readJson } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { t } from '../../base/language.ts';
import type { BlockLine, EndLine, FileHeader } from './block-file.ts';
import { checksumOf } from './block-file.ts';
import type { Block, BlockWork } from './block-work.ts';
import { isRecord } from '../sweep/json-fields.ts';
import { jsonDigest } from './json-digest.ts';

/** A block as a file holds it; two files that hold the same block have the same checksum. */
export interface FileBlock<R> extends Block<R> {
  readonly checksum: string;
}

/** What a file turned out to be once all its lines were read. */
export type FileEnd =
  | { readonly kind: 'complete'; readonly stoppedEarly: boolean }
  /** No end line: cut, or still being written. */
  | { readonly kind: 'cut' }
  /** Line number from 1 that cannot be what the program wrote; nothing after it was read. */
  | { readonly kind: 'damaged'; readonly line: number };

/** A file of block work being read. */
export interface BlockFile<Spec, R> {
  readonly header: FileHeader<Spec>;
  /** Gives the whole blocks in order of the file, one at a time; then `end` is known. */
  readonly blocks: () => Generator<FileBlock<R>, FileEnd>;
}

/** Opens a file of `work` by its lines, without their line ends. The error is a sentence part about the file. */
export function openBlockFile<Spec extends object, R>(
  work: BlockWork<Spec>,
  lines: Iterable<string>,
): Result<BlockFile<Spec, R>, string> {
  const iterator = lines[Symbol.iterator]();
  const first = iterator.next();
  if (first.done === true) return err(t('is empty'));
  const header = readHeader(work, first.value);
  if (!header.ok) return header;
  return ok({
    header: header.value,
    blocks: () => readBlocks<Spec, R>(work, header.value.spec, iterator),
  });
}

function readHeader<Spec extends object>(
  work: BlockWork<Spec>,
  line: string,
): Result<FileHeader<Spec>, string> {
  const json = parseLine(line);
  if (json === null || json.format !== work.format)
    return err(t('is not a {noun} file', { noun: t(work.noun) }));
  if (json.version !== 1) return err(t('was written by a newer version of Watchmen'));
  const header = json as unknown as FileHeader<Spec>;
  return isIntact(work, header)
    ? ok(header)
    : err(t('has a damaged first line; run that shard again'));
}

function isIntact<Spec extends object>(
  work: BlockWork<Spec>,
  { spec, digest, shard }: FileHeader<Spec>,
): boolean {
  if (typeof spec !== 'object' || spec === null || typeof shard !== 'object') return false;
  return jsonDigest(spec) === digest && work.isValid(spec);
}

function* readBlocks<Spec, R>(
  work: BlockWork<Spec>,
  spec: Spec,
  lines: Iterator<string>,
): Generator<FileBlock<R>, FileEnd> {
  const isResult = work.isResult(spec);
  let runs: string[] = [];
  let number = 1;
  for (let next = lines.next(); next.done !== true; next = lines.next()) {
    number++;
    const line = next.value;
    const json = parseLine(line);
    if (json !== null && 'run' in json) {
      runs.push(line);
      continue;
    }
    if (json !== null && 'end' in json) {
      return { kind: 'complete', stoppedEarly: (json as unknown as EndLine).stoppedEarly };
    }
    const close = json as unknown as BlockLine | null;
    const isWhole =
      close !== null &&
      isBlock(close.block, work.blocks(spec)) &&
      closes(close, runs, work.runsOf(spec, close.block));
    if (!isWhole) {
      // A last line that is no JSON was cut; one before others was altered.
      return lines.next().done === true && json === null ? CUT : damaged(number);
    }
    const { block, checksum } = close;
    const results = runs.map(parseLine);
    // A checksum keeps out damage, but not who means harm.
    if (!results.every((result) => result !== null && isResult(result))) return damaged(number);
    yield { block, checksum, results: results as unknown[] as R[] };
    runs = [];
  }
  return CUT;
}

const CUT: FileEnd = { kind: 'cut' };

function damaged(line: number): FileEnd {
  return { kind: 'damaged', line };
}

function isBlock(block: number, count: number): boolean {
  return Number.isInteger(block) && block >= 0 && block < count;
}

/** Are these the lines that were written for the block? */
function closes(
  { block, checksum }: BlockLine,
  lines: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  return checksumOf(block, lines) === checksum && lines.length === to - from;
}

function parseLine(line: string): Readonly<Record<string, unknown>> | null {
  const json = readJson(line);
  return json.ok && isRecord(json.value) ? json.value : null;
}
