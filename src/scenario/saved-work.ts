import type { FaultOutcome } from '../base/vocabulary.ts';
import type { Breakpoint } from './condition.ts';
import type { Note } from './note.ts';
import type { Scenario } from './scenario.ts';

/*
 * What a browser keeps of a person's work: a line of JSON that tells whether to read on, then the
 * work itself. Scenarios and branches are listed once each and named by their index, as most steps
 * of the history share them. `parse-work.ts` reads, `store/persistence.ts` writes.
 */

/** Version of the work that is written now; lower ones are read, higher ones left alone. */
export const WORK_VERSION = 1;

/** The first line. */
export interface WorkHeader {
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** What the address was then. */
  readonly fragment: string;
  readonly branches: number;
}

/** A branch as it is listed: its scenario by index. */
export interface WrittenBranch {
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
  readonly at: number | null;
  readonly scenario: number;
  readonly notes: readonly Note[];
}

/** A state of the work: its branches by index. */
export interface WrittenState {
  readonly branches: readonly number[];
  readonly branch: number;
  readonly breakpoints: readonly Breakpoint[];
}

/** All behind the first line. */
export interface WrittenWork {
  readonly scenarios: readonly Scenario[];
  readonly branches: readonly WrittenBranch[];
  /** Oldest first. */
  readonly states: readonly WrittenState[];
  /** Index of the state that is shown: what stands before can be undone, what stands behind redone. */
  readonly present: number;
  readonly place: WorkPlace;
  /** Absent = none was known. */
  readonly ends?: readonly WrittenEnd[];
}

/** How a run ended, so that its branch need not run again to be drawn. */
export interface WorkEnd {
  readonly cycles: number;
  readonly clockGHz: number;
  /** By app. */
  readonly outcomes: readonly ('completed' | FaultOutcome)[];
}

/** The same as it is listed: its scenario by index. */
export interface WrittenEnd extends WorkEnd {
  readonly scenario: number;
}

/** Where the picture was. */
export interface WorkPlace {
  readonly time: number;
  readonly step: number;
  readonly window: readonly [number, number];
}

/** A branch that was read. */
export interface SavedBranch extends Omit<WrittenBranch, 'scenario'> {
  readonly scenario: Scenario;
}

/** A state of the work that was read; equal branches are one object. */
export interface SavedState {
  /** The scenario of branch `branch`. */
  readonly scenario: Scenario;
  /** Parents stand before their children. */
  readonly branches: readonly SavedBranch[];
  readonly branch: number;
  readonly breakpoints: readonly Breakpoint[];
}

/** How the run of a scenario ended, as it was read. */
export interface SavedEnd extends WorkEnd {
  readonly scenario: Scenario;
}

/** Work that was read. */
export interface SavedWork {
  readonly past: readonly SavedState[];
  readonly present: SavedState;
  /** Nearest first. */
  readonly future: readonly SavedState[];
  readonly place: WorkPlace;
  readonly ends: readonly SavedEnd[];
  /** Was the state that was shown not valid? Then `present` is the one before. */
  readonly steppedBack: boolean;
}

/** The first line of saved work; `null` when it is none. */
export function readWorkHeader(saved: string): WorkHeader | null {
  let header: unknown;
  try {
    header = JSON.parse(saved.slice(0, Math.max(saved.indexOf('\n'), 0)));
  } catch {
    return null;
  }
  const { version, savedAt, fragment, branches } = { ...(header as Partial<WorkHeader> | null) };
  const sound =
    typeof version === 'number' && typeof savedAt === 'number' && typeof branches === 'number';
  return sound && typeof fragment === 'string' ? { version, savedAt, fragment, branches } : null;
}
