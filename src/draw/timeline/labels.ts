import { estimateTextWidth } from '../text-width.ts';

/** A stretch of a row in CSS px. */
export type Interval = readonly [number, number];

const PADDING = 4;

/**
 * Where one of `texts` (longest first) fits in `range` beside the `obstacles` (any order): the longest
 * text that fits anywhere, as far left as possible. `null` = none fits: drop it, never shrink it.
 */
export function placeText(
  texts: readonly string[],
  how: {
    readonly range: Interval;
    readonly obstacles: readonly Interval[];
    readonly fontPx: number;
  },
): { readonly text: string; readonly x: number; readonly width: number } | null {
  const free = freeIntervals(how.range, how.obstacles);
  for (const text of texts) {
    const width = estimateTextWidth(text, how.fontPx);
    const room = free.find(([left, right]) => right - left >= width + 2 * PADDING);
    if (room !== undefined) return { text, x: room[0] + PADDING, width };
  }
  return null;
}

/** `range` without the `obstacles`, ascending. */
function freeIntervals([left, right]: Interval, obstacles: readonly Interval[]): Interval[] {
  const free: Interval[] = [];
  let edge = left;
  for (const [from, to] of obstacles.toSorted((a, b) => a[0] - b[0])) {
    if (from > edge) free.push([edge, Math.min(from, right)]);
    edge = Math.max(edge, to);
  }
  if (right > edge) free.push([edge, right]);
  return free;
}
