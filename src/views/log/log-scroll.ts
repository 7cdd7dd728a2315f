/*
 * Browsers draw no element higher than some 17 million pixels, and a million rows are higher. So the
 * list is drawn at most `MOST_PX` high, and while a person scrolls by little, the rows move as far as
 * the wheel or the finger says; only a jump of the scroll bar is taken as a share of the whole.
 */

/** Highest that the list is drawn, in CSS px. */
const MOST_PX = 6_000_000;

/** The list: all rows, and how much of them is seen at once, in CSS px. */
export interface Extent {
  readonly rows: number;
  readonly rowPx: number;
  readonly viewPx: number;
}

/** Where the list is. */
export interface Scroll {
  /** Scroll position of the element. */
  readonly top: number;
  /** Upper edge of what is seen, from the first row, if all rows were drawn. */
  readonly y: number;
}

/** Rows [first, end) are drawn; row i stands at `offset + i * rowPx` in the element. */
export interface Drawn {
  readonly first: number;
  readonly end: number;
  readonly offset: number;
}

/** How high the list is drawn. */
export function drawnHeight({ rows, rowPx }: Extent): number {
  return Math.min(rows * rowPx, MOST_PX);
}

/** The list with `y` at its upper edge, as near as it goes. */
export function scrolledTo(extent: Extent, y: number): Scroll {
  const { all, drawn } = ways(extent);
  const within = Math.min(Math.max(y, 0), all);
  return { y: within, top: all === 0 ? 0 : (within / all) * drawn };
}

/** The list after its element was scrolled to `top`; its own `top` may differ at an end. */
export function scrolledBy(extent: Extent, before: Scroll, top: number): Scroll {
  const { all, drawn } = ways(extent);
  const by = top - before.top;
  if (all === drawn || Math.abs(by) >= extent.viewPx) {
    return { top, y: drawn === 0 ? 0 : (top / drawn) * all };
  }
  const y = Math.min(Math.max(before.y + by, 0), all);
  // The element is at an end, but the rows are not: there must be room to scroll on, or it is near enough.
  if (top <= 0) return scrolledTo(extent, y < extent.viewPx ? 0 : y);
  if (top >= drawn) return scrolledTo(extent, all - y < extent.viewPx ? all : y);
  return { top, y };
}

/** The rows to draw: those that are seen and a few more. */
export function drawnRows(extent: Extent, { top, y }: Scroll): Drawn {
  const { rows, rowPx, viewPx } = extent;
  const spare = 4;
  return {
    first: Math.max(0, Math.floor(y / rowPx) - spare),
    end: Math.min(rows, Math.ceil((y + viewPx) / rowPx) + spare),
    offset: top - y,
  };
}

/** Where to scroll so that `row` is seen: not at all when it is, else with the row in the middle. */
export function reveal(extent: Extent, scroll: Scroll, row: number): Scroll {
  const { rowPx, viewPx } = extent;
  const at = row * rowPx;
  if (at >= scroll.y && at + rowPx <= scroll.y + viewPx) return scroll;
  return scrolledTo(extent, at - (viewPx - rowPx) / 2);
}

/** Where to scroll so that `row` is just seen, as the arrow keys do. */
export function nudge(extent: Extent, scroll: Scroll, row: number): Scroll {
  const { rowPx, viewPx } = extent;
  const at = row * rowPx;
  if (at < scroll.y) return scrolledTo(extent, at);
  if (at + rowPx > scroll.y + viewPx) return scrolledTo(extent, at + rowPx - viewPx);
  return scroll;
}

/** How far the rows, and the element, can be scrolled. */
function ways(extent: Extent): { readonly all: number; readonly drawn: number } {
  const { rows, rowPx, viewPx } = extent;
  return {
    all: Math.max(0, rows * rowPx - viewPx),
    drawn: Math.max(0, drawnHeight(extent) - viewPx),
  };
}
