/** A rectangle in CSS px of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the card and what it is about, and the edge of the window. CSS px. */
const GAP = 12;

/**
 * Where a card stands that tells about `target`: beside it where there is room, else below or above,
 * else in a corner of the window, over as little of it as can be.
 */
export function placeCard(target: Box, card: Size, page: Size): { left: number; top: number } {
  const right = target.left + target.width + GAP;
  const left = target.left - GAP - card.width;
  const below = target.top + target.height + GAP;
  const above = target.top - GAP - card.height;
  const inPage = {
    left: within(target.left, card.width, page.width),
    top: within(target.top, card.height, page.height),
  };
  if (right >= GAP && right + card.width <= page.width - GAP)
    return { left: right, top: inPage.top };
  if (left >= GAP && left + card.width <= page.width - GAP) return { left, top: inPage.top };
  if (below >= GAP && below + card.height <= page.height - GAP)
    return { left: inPage.left, top: below };
  if (above >= GAP && above + card.height <= page.height - GAP)
    return { left: inPage.left, top: above };
  // Of the corners, the one that is farthest from where the target begins.
  return {
    left: within(page.width, card.width, page.width),
    top: within(page.height, card.height, page.height),
  };
}

function within(start: number, length: number, most: number): number {
  return Math.max(GAP, Math.min(start, most - length - GAP));
}
