import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { t } from '../../base/language.ts';
import type { Block, BlockWork, RunRange } from './block-work.ts';
import { missingRuns, rangesText } from './block-work.ts';
import type { BlockFile, FileEnd } from './read-block-file.ts';
import { openBlockFile } from './read-block-file.ts';

/** A file to merge. */
export interface MergeInput {
  /** As messages call it. */
  readonly name: string;
  /** Its lines without their ends; the error says why it cannot be read. */
  readonly open: () => Result<Iterable<string>, string>;
}

/** What several files hold together, beside their blocks. */
export interface MergedBlocks<Spec> {
  readonly spec: Spec;
  /** Runs that are in no file, ascending. */
  readonly missing: readonly RunRange[];
  readonly stoppedEarly: boolean;
  /** Sentences about what could not be taken as it was. */
  readonly notes: readonly string[];
}

/** Called once with the spec of the files; what it gives takes each block once, in any order. */
export type StartMerge<Spec, R> = (spec: Spec) => (block: Block<R>) => void;

/**
 * Takes the blocks of all files, which must be of one spec. A file that was cut or damaged counts up
 * to its last whole block; a block that several files hold counts once. Files of different specs, or
 * that disagree on a block, are refused.
 */
export function mergeBlockFiles<Spec extends object, R>(
  work: BlockWork<Spec>,
  files: Iterable<MergeInput>,
  start: StartMerge<Spec, R>,
): Result<MergedBlocks<Spec>, string> {
  let merger: Merger<Spec, R> | null = null;
  for (const { name, open } of files) {
    const lines = open();
    if (!lines.ok) return lines;
    const file = openBlockFile<Spec, R>(work, lines.value);
    if (!file.ok) return err(`"${name}" ${file.error}`);
    merger ??= new Merger(work, { name, file: file.value }, start);
    const problem = merger.add(name, file.value);
    if (problem !== null) return err(problem);
  }
  return merger === null ? err(t('there is no file to merge')) : ok(merger.finish());
}

interface Seen {
  readonly checksum: string;
  readonly name: string;
}

class Merger<Spec extends object, R> {
  private readonly work: BlockWork<Spec>;
  private readonly first: string;
  private readonly spec: Spec;
  private readonly digest: string;
  private readonly take: (block: Block<R>) => void;
  private readonly seen = new Map<number, Seen>();
  private readonly notes: string[] = [];
  private stoppedEarly = false;

  constructor(
    work: BlockWork<Spec>,
    { name, file }: { readonly name: string; readonly file: BlockFile<Spec, R> },
    start: StartMerge<Spec, R>,
  ) {
    this.work = work;
    this.first = name;
    this.spec = file.header.spec;
    this.digest = file.header.digest;
    this.take = start(this.spec);
  }

  /** Gives a sentence when the file cannot belong to the others. */
  add(name: string, file: BlockFile<Spec, R>): string | null {
    const { noun } = this.work;
    if (file.header.digest !== this.digest) {
      return t(
        '"{name}" is of another {noun} than "{first}"; merge only files made with the same scenario, seed and options',
        {
          name,
          noun: t(noun),
          first: this.first,
        },
      );
    }
    let again = 0;
    const blocks = file.blocks();
    let next = blocks.next();
    for (; next.done !== true; next = blocks.next()) {
      const { block, checksum } = next.value;
      const before = this.seen.get(block);
      if (before === undefined) {
        this.take(next.value);
        this.seen.set(block, { checksum, name });
        continue;
      }
      if (before.checksum !== checksum) {
        return t(
          '"{before}" and "{name}" disagree on runs {runs}; they were made by different versions of Watchmen, so run them again',
          { before: before.name, name, runs: rangesText([this.work.runsOf(this.spec, block)]) },
        );
      }
      again++;
    }
    if (again > 0) {
      this.notes.push(
        t(
          '"{name}": {again, plural, one {1 block is known from other files, counted once} other {# blocks are known from other files, counted once}}',
          { name, again },
        ),
      );
    }
    this.noteEnd(name, next.value);
    return null;
  }

  private noteEnd(name: string, end: FileEnd): void {
    if (end.kind === 'complete') this.stoppedEarly ||= end.stoppedEarly;
    if (end.kind === 'cut')
      this.notes.push(t('"{name}" has no end; its whole blocks are counted', { name }));
    if (end.kind === 'damaged') {
      this.notes.push(
        t('"{name}" is damaged at line {line}; the blocks before it are counted', {
          name,
          line: end.line,
        }),
      );
    }
  }

  finish(): MergedBlocks<Spec> {
    const { work, spec, notes, stoppedEarly } = this;
    const missing = stoppedEarly ? [] : missingRuns(work, spec, (block) => this.seen.has(block));
    if (missing.length > 0) {
      const count = missing.reduce((sum, { from, to }) => sum + to - from, 0);
      notes.push(
        t('{count} of {spec} runs are missing (counted from 0): {missing}', {
          count,
          spec: work.runs(spec),
          missing: rangesText(missing),
        }),
      );
    }
    return { spec, missing, stoppedEarly, notes };
  }
}
