/** A rectangle of the picture, CSS px from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Least side of what is pressed, CSS px. */
export const LEAST_SIDE = 24;

/** The smallest box around all of `boxes`; `null` = around nothing. */
export function around(boxes: readonly Box[]): Box | null {
  const seen = boxes.filter(({ width, height }) => width > 0 && height > 0);
  if (seen.length === 0) return null;
  const left = Math.min(...seen.map((box) => box.left));
  const top = Math.min(...seen.map((box) => box.top));
  const right = Math.max(...seen.map((box) => box.left + box.width));
  const bottom = Math.max(...seen.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** What of `box` lies in `frame`; `null` = nothing. */
export function within(box: Box, frame: Box): Box | null {
  const left = Math.max(box.left, frame.left);
  const top = Math.max(box.top, frame.top);
  const width = Math.min(box.left + box.width, frame.left + frame.width) - left;
  const height = Math.min(box.top + box.height, frame.top + frame.height) - top;
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

/** `box` about its middle, large enough for a finger or an unsteady hand. */
export function pressable({ left, top, width, height }: Box): Box {
  const wide = Math.max(0, LEAST_SIDE - width);
  const high = Math.max(0, LEAST_SIDE - height);
  return {
    left: left - wide / 2,
    top: top - high / 2,
    width: width + wide,
    height: height + high,
  };
}

/** Boxes in the order of reading: line by line, those of one line from the left. */
export function inReadingOrder<T extends { readonly box: Box }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => {
    const line = Math.floor(a.box.top / LEAST_SIDE) - Math.floor(b.box.top / LEAST_SIDE);
    return line || a.box.left - b.box.left;
  });
}

/** Where an arrow key leads. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** The index of the box that is next to box `from` in a direction; -1 = there is none. */
export function nextBox(boxes: readonly Box[], from: number, direction: Direction): number {
  const here = middle(boxes[from]);
  let best = -1;
  let least = Infinity;
  boxes.forEach((box, i) => {
    const there = middle(box);
    const [along, across] = ahead({ x: there.x - here.x, y: there.y - here.y }, direction);
    // What lies askew is farther than it seems.
    const distance = along + 2 * Math.abs(across);
    if (i !== from && along > 0 && Math.abs(across) <= 2 * along && distance < least) {
      best = i;
      least = distance;
    }
  });
  return best;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function middle({ left, top, width, height }: Box): Point {
  return { x: left + width / 2, y: top + height / 2 };
}

/** How far `by` leads in a direction, and beside it. */
function ahead({ x, y }: Point, direction: Direction): readonly [along: number, across: number] {
  switch (direction) {
    case 'left':
      return [-x, y];
    case 'right':
      return [x, y];
    case 'up':
      return [-y, x];
    case 'down':
      return [y, x];
    default:
      return direction satisfies never;
  }
}
