/** A remark on an instant of a run; with a number it is a bookmark, too. */
export interface Note {
  /** Cycles, and kernel steps applied. */
  readonly time: number;
  readonly step: number;
  /** At most `MAX_NOTE` characters; may be empty for a bookmark. */
  readonly text: string;
  /** 1 to 9, each at most once; `null` = a note alone. */
  readonly bookmark: number | null;
}

/** Longest text of a note, and most notes of a scenario. */
export const MAX_NOTE = 280;
export const MAX_NOTES = 64;
/** Longest name of a branch, in UTF-16 code units. */
export const MAX_BRANCH_NAME = 80;
