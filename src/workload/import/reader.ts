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
  /** Digits behind the point of a second that stamps have, or `null`. */
  digits: number | null;
};

export function createStampCounts(): StampCounts {
  const none = { unix: 0, clock: 0, relative: 0, milliseconds: 0, microseconds: 0, column: 0 };
  return { ...none, digits: null };
}

/** Counts a stamp of a kind that writes all its digits; the fewest count. */
export function countStamp(counts: StampCounts, kind: StampKind, digits: number): void {
  counts[kind] += 1;
  if (counts.digits === null || digits < counts.digits) counts.digits = digits;
}

/** Finest step in which times are kept: a nanosecond. */
const MOST_DIGITS = 9;

/**
 * Counts a stamp that is a number in a unit with so many digits to a second (6 = microseconds). Such
 * numbers leave zeros at their ends out, so the most digits that one has count.
 */
export function countNumber(
  counts: StampCounts,
  kind: StampKind,
  { text, unitDigits }: { readonly text: string; readonly unitDigits: number },
): void {
  counts[kind] += 1;
  const decimals = /e/iu.test(text) ? MOST_DIGITS : (/[.,](\d*)\s*$/u.exec(text)?.[1].length ?? 0);
  const digits = Math.min(MOST_DIGITS, unitDigits + decimals);
  counts.digits = Math.max(counts.digits ?? 0, digits);
}
