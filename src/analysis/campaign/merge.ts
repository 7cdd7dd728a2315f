import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Tally } from './aggregate.ts';
import { addBlock, createTally } from './aggregate.ts';
import type { CampaignSpec } from './campaign.ts';
import { runsOfBlock } from './campaign.ts';
import type { Coverage } from './coverage.ts';
import { missingRuns, rangesText } from './coverage.ts';
import type { CampaignFile, FileEnd } from './read-file.ts';
import { openCampaignFile } from './read-file.ts';

/** A file to merge. */
export interface MergeInput {
  /** As messages call it. */
  readonly name: string;
  /** Its lines without their ends; the error says why it cannot be read. */
  readonly open: () => Result<Iterable<string>, string>;
}

/** What several files hold together. */
export interface Merged {
  readonly spec: CampaignSpec;
  readonly tally: Tally;
  readonly coverage: Coverage;
  /** Sentences about what could not be taken as it was. */
  readonly notes: readonly string[];
}

/**
 * Counts the runs of all files, which must be of one campaign. A file that was cut or damaged counts
 * up to its last whole block; a block that several files hold counts once. Files of different
 * campaigns, or that disagree on a block, are refused.
 */
export function mergeFiles(files: Iterable<MergeInput>): Result<Merged, string> {
  let merger: Merger | null = null;
  for (const { name, open } of files) {
    const lines = open();
    if (!lines.ok) return lines;
    const file = openCampaignFile(lines.value);
    if (!file.ok) return err(`"${name}" ${file.error}`);
    merger ??= new Merger(name, file.value);
    const problem = merger.add(name, file.value);
    if (problem !== null) return err(problem);
  }
  return merger === null ? err('there is no file to merge') : ok(merger.finish());
}

interface Seen {
  readonly checksum: string;
  readonly name: string;
}

class Merger {
  private readonly first: string;
  private readonly spec: CampaignSpec;
  private readonly digest: string;
  private readonly tally: Tally;
  private readonly seen = new Map<number, Seen>();
  private readonly notes: string[] = [];
  private stoppedEarly = false;

  constructor(name: string, { header }: CampaignFile) {
    this.first = name;
    this.spec = header.spec;
    this.digest = header.digest;
    this.tally = createTally(header.spec);
  }

  /** Gives a sentence when the file cannot belong to the others. */
  add(name: string, file: CampaignFile): string | null {
    if (file.header.digest !== this.digest) {
      return `"${name}" is of another campaign than "${this.first}"; merge only files made with the same scenario, seed and options`;
    }
    let again = 0;
    const blocks = file.blocks();
    let next = blocks.next();
    for (; next.done !== true; next = blocks.next()) {
      const { block, checksum } = next.value;
      const before = this.seen.get(block);
      if (before === undefined) {
        addBlock(this.tally, this.spec, next.value);
        this.seen.set(block, { checksum, name });
        continue;
      }
      if (before.checksum !== checksum) {
        return `"${before.name}" and "${name}" disagree on runs ${rangesText([runsOfBlock(this.spec, block)])}; they were made by different versions of Watchmen, so run them again`;
      }
      again++;
    }
    if (again > 0)
      this.notes.push(`"${name}": ${blocksText(again)} known from other files, counted once`);
    this.noteEnd(name, next.value);
    return null;
  }

  private noteEnd(name: string, end: FileEnd): void {
    if (end.kind === 'complete') this.stoppedEarly ||= end.stoppedEarly;
    if (end.kind === 'cut') this.notes.push(`"${name}" has no end; its whole blocks are counted`);
    if (end.kind === 'damaged') {
      this.notes.push(`"${name}" is damaged at line ${end.line}; the blocks before it are counted`);
    }
  }

  finish(): Merged {
    const { spec, tally, notes, stoppedEarly } = this;
    const missing = stoppedEarly ? [] : missingRuns(spec, (block) => this.seen.has(block));
    if (missing.length > 0) {
      const count = missing.reduce((sum, { from, to }) => sum + to - from, 0);
      notes.push(
        `${count} of ${spec.runs} runs are missing (counted from 0): ${rangesText(missing)}`,
      );
    }
    return { spec, tally, coverage: { missing, stoppedEarly }, notes };
  }
}

function blocksText(count: number): string {
  return count === 1 ? '1 block is' : `${count} blocks are`;
}
