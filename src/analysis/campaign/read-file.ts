import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { parseScenario } from '../../scenario/schema.ts';
import type { BlockResult, CampaignSpec, RunResult } from './campaign.ts';
import { runsOfBlock } from './campaign.ts';
import { checkCampaign } from './check-campaign.ts';
import type { BlockLine, EndLine, FileHeader } from './file-format.ts';
import { checksumOf } from './file-format.ts';
import { specDigest } from './spec-digest.ts';

/** A block as a file holds it; two files that hold the same block have the same checksum. */
export interface FileBlock extends BlockResult {
  readonly checksum: string;
}

/** What a file turned out to be once all its lines were read. */
export type FileEnd =
  | { readonly kind: 'complete'; readonly stoppedEarly: boolean }
  /** No end line: cut, or still being written. */
  | { readonly kind: 'cut' }
  /** Line number from 1 that cannot be what the program wrote; nothing after it was read. */
  | { readonly kind: 'damaged'; readonly line: number };

/** A campaign file being read. */
export interface CampaignFile {
  readonly header: FileHeader;
  /** Gives the whole blocks in order of the file, one at a time; then `end` is known. */
  readonly blocks: () => Generator<FileBlock, FileEnd>;
}

/** Opens a campaign file by its lines, without their line ends. The error is a sentence part about the file. */
export function openCampaignFile(lines: Iterable<string>): Result<CampaignFile, string> {
  const iterator = lines[Symbol.iterator]();
  const first = iterator.next();
  if (first.done === true) return err('is empty');
  const header = readHeader(first.value);
  if (!header.ok) return header;
  return ok({
    header: header.value,
    blocks: () => readBlocks(header.value.spec, iterator),
  });
}

function readHeader(line: string): Result<FileHeader, string> {
  const json = parseLine(line);
  if (json === null || json.format !== 'watchmen-campaign') return err('is not a campaign file');
  if (json.version !== 1) return err('was written by a newer version of Watchmen');
  const header = json as unknown as FileHeader;
  return isIntact(header) ? ok(header) : err('has a damaged first line; run that shard again');
}

function isIntact({ spec, digest, shard }: FileHeader): boolean {
  if (typeof spec !== 'object' || spec === null || typeof shard !== 'object') return false;
  if (specDigest(spec) !== digest || !parseScenario(spec.scenario).ok) return false;
  return checkCampaign(spec).length === 0;
}

function* readBlocks(spec: CampaignSpec, lines: Iterator<string>): Generator<FileBlock, FileEnd> {
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
    const block = json === null ? null : closeBlock(spec, json as unknown as BlockLine, runs);
    // A last line that is no JSON was cut; one before others was altered.
    if (block === null) return lines.next().done === true && json === null ? CUT : damaged(number);
    yield block;
    runs = [];
  }
  return CUT;
}

const CUT: FileEnd = { kind: 'cut' };

function damaged(line: number): FileEnd {
  return { kind: 'damaged', line };
}

/** The block that `close` ends, or `null` when its lines are not those that were written. */
function closeBlock(
  spec: CampaignSpec,
  { block, checksum }: BlockLine,
  lines: readonly string[],
): FileBlock | null {
  const { from, to } = runsOfBlock(spec, block);
  if (checksumOf(block, lines) !== checksum || lines.length !== to - from) return null;
  return { block, checksum, results: lines.map((line) => JSON.parse(line) as RunResult) };
}

function parseLine(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
