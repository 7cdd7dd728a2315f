import type { Cycles } from '../../base/units.ts';
import type { TimeScale } from './scale.ts';

/** A remark on an instant; with a number it is a bookmark, too. */
interface NotedInstant {
  readonly time: Cycles;
  readonly bookmark: number | null;
}

/** The flag of a note on the ruler. CSS px. */
export interface NoteFlag {
  /** The instant: the flag's pole. */
  readonly x: number;
  /** Left edge of the flag, which is `FLAG_WIDTH` wide. */
  readonly left: number;
  readonly bookmark: number | null;
  /** Index of the note. */
  readonly note: number;
}

/** Size of a flag. CSS px. */
export const FLAG_WIDTH = 13;
export const FLAG_TALL = 14;

/** The flags in a picture of `width`: where they would overlap, bookmarks go first, then earlier ones. */
export function noteFlags(
  notes: readonly NotedInstant[],
  toX: (time: Cycles) => number,
  width: number,
): readonly NoteFlag[] {
  const flags: NoteFlag[] = [];
  const order = notes.map((_, i) => i).toSorted((a, b) => rank(notes[a]) - rank(notes[b]) || a - b);
  for (const note of order) {
    const x = toX(notes[note].time);
    if (x < -1 || x > width + 1) continue;
    const left = Math.min(Math.max(x - FLAG_WIDTH / 2, 0), width - FLAG_WIDTH);
    if (flags.some((other) => Math.abs(other.left - left) <= FLAG_WIDTH)) continue;
    flags.push({ x, left, bookmark: notes[note].bookmark, note });
  }
  return flags.toSorted((a, b) => a.x - b.x);
}

function rank({ bookmark }: NotedInstant): number {
  return bookmark === null ? 1 : 0;
}

/** The flag at `x`; -1 = none. */
export function flagAt(flags: readonly NoteFlag[], x: number): number {
  return flags.find(({ left }) => x >= left - 2 && x <= left + FLAG_WIDTH + 2)?.note ?? -1;
}

/** A point on the ruler at which branches part, and their number in this px. */
export interface ForkMark {
  readonly x: number;
  /** Indices of the forks. */
  readonly forks: readonly number[];
}

const FORK_DISTANCE = 9;

/** The forks in the window; those that would overlap are one. */
export function forkMarks(
  forks: readonly { readonly time: Cycles }[],
  scale: TimeScale,
): readonly ForkMark[] {
  const marks: ForkMark[] = [];
  forks.forEach(({ time }, i) => {
    const x = scale.toX(time);
    if (x < -4 || x > scale.width + 4) return;
    const last = marks.at(-1);
    if (last !== undefined && x - last.x < FORK_DISTANCE) {
      marks[marks.length - 1] = { x: last.x, forks: [...last.forks, i] };
    } else marks.push({ x, forks: [i] });
  });
  return marks;
}

/** The fork at `x`; `null` = none. */
export function forkAt(marks: readonly ForkMark[], x: number): ForkMark | null {
  return marks.find((mark) => Math.abs(mark.x - x) <= 5) ?? null;
}
