import { msg } from '../../base/language.ts';
import type { Sentence } from '../../base/sentence.ts';
import { sentence } from '../../base/sentence.ts';
import type { ProfileStep } from '../profile.ts';
import { MAX_SEGMENTS } from '../segments.ts';
import { sourceOf, titleOf } from './profile-source.ts';
import type { Process } from './recorder.ts';
import type { ImportReport } from './report.ts';
import type { MappingRule } from './rules.ts';
import { createMapper } from './rules.ts';
import type { MergeLevel, MergedSteps, TrapList } from './steps.ts';
import { createTrapList, mergeBlocks, mergeTraps } from './steps.ts';
import type { Timing, TimingChoices } from './timing.ts';
import { timeGaps } from './timing.ts';

/** What a person may choose about the profile of a process. */
export interface ProfileChoices extends TimingChoices {
  /** `linux` when absent. */
  readonly rule?: MappingRule;
  /** Clock of the machine that the log is from; turns seconds into cycles. */
  readonly clockGHz?: number;
  /** Takes the first so many traps of the profile; as many as a workload may have when absent. */
  readonly most?: number;
  readonly name?: string;
  readonly title?: string;
}

/** Assumed clock of the machine that a log is from. */
export const DEFAULT_CLOCK_GHZ = 2.6;

/** Steps of a file beyond which more is merged. */
const MANY_STEPS = 100_000;

/** A workload profile as a file, in English whatever is spoken, which `parseProfile` reads. */
export interface ProfileFile {
  readonly format: 'romain-workload-profile';
  readonly version: 1;
  readonly name: string;
  readonly title: string;
  readonly variant: MappingRule;
  readonly kind: 'measured' | 'estimated';
  readonly source: Readonly<Record<string, string | number | readonly string[]>>;
  readonly cpuGHz: number;
  readonly computeSeconds: number;
  readonly waitingSeconds: number;
  readonly totals: Readonly<Record<string, number>>;
  readonly segments: readonly ProfileStep[];
}

/** A profile and what went into it. */
export interface BuiltProfile {
  readonly file: ProfileFile;
  readonly rule: MappingRule;
  readonly clockGHz: number;
  readonly clockAssumed: boolean;
  readonly timing: Timing;
  readonly traps: number;
  /** Traps left out at the end because a workload may not be that long, or fewer were asked for. */
  readonly leftOut: number;
  readonly merging: {
    readonly steps: number;
    /** Mean distance of a gap from the mean that stands for it, as a share of all computing. */
    readonly gapError: number;
    /** What is merged, in words. */
    readonly text: Sentence;
  };
}

const MERGE_TEXTS: Readonly<Record<MergeLevel | 3, string>> = {
  0: msg(
    'equal traps in a row became loops where gaps are within a factor of two or 600 cycles of their mean; sums are kept',
  ),
  1: msg(
    'traps of one name in a row became loops with their mean payload, where gaps are within a factor of two or 600 cycles of their mean; sums are kept',
  ),
  2: msg(
    'traps of one name in a row became loops with their mean payload and mean gap, as there are many; sums are kept',
  ),
  3: msg(
    'as there are very many, they were cut into blocks of equally many traps, within which those of one name became one loop: sums and numbers are kept, the order within a block is not',
  ),
};

/** Makes the profile of one process; `null` when the rule leaves no trap. */
export function buildProfile(
  process: Process,
  { report, names }: { readonly report: ImportReport; readonly names: readonly string[] },
  choices: ProfileChoices,
): BuiltProfile | null {
  const rule = choices.rule ?? 'linux';
  const clockGHz = choices.clockGHz ?? DEFAULT_CLOCK_GHZ;
  const timing = timeGaps(process.rows, report, choices);
  const list = createTrapList();
  const most = Math.min(choices.most ?? MAX_SEGMENTS, MAX_SEGMENTS);
  let leftOut = 0;
  const mapper = createMapper(rule, (cycles, kind, name, { bytesIn, bytesOut }) => {
    if (list.length() < most) list.push(cycles, { kind, name, bytesIn, bytesOut });
    else leftOut += 1;
  });
  process.rows.each((row) => {
    mapper.row(row, timing.gapOf(row.gap, row.flags) * clockGHz, names[row.name]);
  });
  if (list.length() === 0) return null;
  const merged = mergeEnough(list);
  const totals = totalsOf(list);
  const about = { rule, clockGHz, clockAssumed: choices.clockGHz === undefined, timing };
  const text = sentence(MERGE_TEXTS[merged.level]);
  const gapError = totals.computeCycles === 0 ? 0 : merged.distance / totals.computeCycles;
  const merging = { steps: merged.steps.length, gapError, text };
  const built = { ...about, traps: list.length(), leftOut, merging };
  const file: ProfileFile = {
    format: 'romain-workload-profile',
    version: 1,
    name: cleanName(choices.name ?? report.files[0] ?? 'program'),
    title: (choices.title ?? titleOf(process, report)).slice(0, 200),
    variant: rule,
    kind: rule === 'linux' && timing.rule === 'measured' ? 'measured' : 'estimated',
    source: sourceOf(process, report, { ...built, left: mapper.left() }),
    cpuGHz: clockGHz,
    computeSeconds: totals.computeCycles / clockGHz / 1e9,
    waitingSeconds: process.waiting / 1e9,
    totals,
    segments: merged.steps,
  };
  return { file, ...built };
}

function mergeEnough(list: TrapList): MergedSteps & { readonly level: MergeLevel | 3 } {
  for (const level of [0, 1, 2] as const) {
    const merged = mergeTraps(list, level);
    if (merged.steps.length <= MANY_STEPS) return { ...merged, level };
  }
  return { ...mergeBlocks(list, MANY_STEPS), level: 3 };
}

function totalsOf(list: TrapList): Record<string, number> & { computeCycles: number } {
  const totals = {
    computeCycles: 0,
    traps: list.length(),
    syscalls: 0,
    pagefaults: 0,
    ipc: 0,
    bytesIn: 0,
    bytesOut: 0,
  };
  const cycles = list.cycles();
  const keys = list.keys();
  for (let i = 0; i < cycles.length; i++) {
    const { kind, bytesIn, bytesOut } = list.traps[keys[i]];
    totals.computeCycles += cycles[i];
    totals.bytesIn += bytesIn;
    totals.bytesOut += bytesOut;
    if (kind === 'syscall') totals.syscalls += 1;
    else if (kind === 'pagefault') totals.pagefaults += 1;
    else totals.ipc += 1;
  }
  return { ...totals, computeCycles: Math.round(totals.computeCycles) };
}

/** Letters, digits and dashes of the file's name, without folders and the ending. */
function cleanName(text: string): string {
  const base = text
    .replace(/^.*[/\\]/u, '')
    .replace(/\.(?:txt|log|json|csv|trace|strace|out)$/iu, '');
  const clean = base
    .replaceAll(/[^\w]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .toLowerCase();
  return clean.slice(0, 50) || 'program';
}
