import type { TokenName } from '../theme.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import { fillOutline, trace, write } from '../sweep/pen.ts';
import type { Spot } from '../sweep/pen.ts';
import type { BoundsGeometry, DrawnBound } from './bounds-layout.ts';

/** Long and short dashes in turn: no method is drawn so. */
const DASH = [10, 3, 2, 3];
const TICK = 7;

/** Paints the bounds alone: they lie below the lines of the figure. */
export function paintBounds(brush: Brush, { plot, bounds }: BoundsGeometry): void {
  const { ctx } = brush;
  ctx.save();
  ctx.beginPath();
  ctx.rect(plot.left, plot.top - 2, plot.right - plot.left + 2, plot.bottom - plot.top + 4);
  ctx.clip();
  for (const bound of bounds) {
    const width = bound.named ? 1.75 : 1;
    trace(brush, bound.spots, { colour: colourOf(bound), width, dash: DASH });
  }
  ctx.restore();
}

/** Paints the knees and all names: they lie above the lines of the figure. */
export function paintKnees(brush: Brush, { plot, bounds }: BoundsGeometry): void {
  for (const bound of bounds) {
    const { knee } = bound;
    if (knee === null) continue;
    const up = knee.label !== null && knee.label.y < knee.y;
    const foot = knee.label === null ? plot.bottom : knee.label.y + (up ? 5 : -13);
    const drop = [
      { x: knee.x, y: knee.y + (up ? -TICK : TICK) },
      { x: knee.x, y: foot },
    ];
    if (bound.strong) trace(brush, drop, { colour: 'ink-3', width: 1, dash: [1, 3] });
    diamond(brush, knee, bound);
  }
  for (const bound of bounds) {
    const { knee, label } = bound;
    if (knee?.label) plate(brush, knee.label, bound);
    if (label !== null) plate(brush, label, bound);
  }
}

function colourOf({ strong, named }: DrawnBound): TokenName {
  if (named) return 'ink';
  return strong ? 'ink-2' : 'ink-3';
}

function diamond(brush: Brush, { x, y }: Spot, bound: DrawnBound): void {
  const r = bound.strong ? 6 : 4.5;
  const corners = [
    { x, y: y - r },
    { x: x + r, y },
    { x, y: y + r },
    { x: x - r, y },
  ];
  fillOutline(brush, corners, 'panel');
  const width = bound.named ? 2 : 1.25;
  trace(brush, [...corners, corners[0], corners[1]], { colour: colourOf(bound), width });
}

function plate(
  brush: Brush,
  { x, y, text, width }: Spot & { readonly text: string; readonly width: number },
  bound: DrawnBound,
): void {
  const { ctx, theme } = brush;
  ctx.fillStyle = theme.panel;
  ctx.fillRect(x - width / 2, y - 11, width, 14);
  const weight = bound.named ? 600 : 450;
  write(brush, text, { x, y, size: 11, align: 'center', weight, colour: colourOf(bound) });
}
