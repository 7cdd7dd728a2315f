import type { LineClass } from './report.ts';

/** Reads one file of one format line by line. */
export interface LogReader {
  /** Takes one line in; gives what it is. The bytes may change afterwards. */
  line(bytes: Uint8Array, from: number, to: number, ended: boolean): LineClass;
}

/** Kinds of time stamps by where they come from. */
export const STAMP_KINDS = [
  'unix',
  'clock',
  'relative',
  'milliseconds',
  'microseconds',
  'column',
] as const;

export type StampKind = (typeof STAMP_KINDS)[number];

/** Lines by kind of time stamp; shared by the readers of all files. */
export type StampCounts = Record<StampKind, number> & {
  /** Fewest digits behind the point of a second that a stamp had, or `null`. */
  digits: number | null;
};

export function createStampCounts(): StampCounts {
  const none = { unix: 0, clock: 0, relative: 0, milliseconds: 0, microseconds: 0, column: 0 };
  return { ...none, digits: null };
}

/** Counts a stamp of a kind with so many digits. */
export function countStamp(counts: StampCounts, kind: StampKind, digits: number): void {
  counts[kind] += 1;
  if (counts.digits === null || digits < counts.digits) counts.digits = digits;
}
