import { FONT_TEXT } from '../theme.ts';
import { DISC_RADIUS } from './cause-marks.ts';
import type { CauseArrow, CauseDisc, CauseMarks } from './cause-marks.ts';
import type { Brush } from './paint-spans.ts';
import type { Box, SelectionMark } from './selection.ts';

const OUTLINE = 2;
/** Boxes reach a little over the picture, so that a cut one shows no edge where it is cut. */
const OVER = 8;
const HEAD = 7;

/** The selection: ink outlines, the way of a message, or a tinted band. */
export function paintSelection(brush: Brush, mark: SelectionMark | null, width: number): void {
  const { ctx, theme } = brush;
  if (mark === null) return;
  ctx.save();
  ctx.strokeStyle = theme.sel;
  ctx.fillStyle = theme.sel;
  ctx.lineWidth = OUTLINE;
  if (mark.kind === 'area') paintArea(ctx, mark.boxes, width);
  else for (const box of mark.boxes) strokeBox(ctx, box, width);
  if (mark.wire !== null) {
    const { x1, y1, x2, y2 } = mark.wire;
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
    fillHead(ctx, mark.wire, HEAD);
  }
  ctx.restore();
}

function strokeBox(ctx: CanvasRenderingContext2D, box: Box, width: number): void {
  const left = Math.max(box.x - 1, -OVER);
  const right = Math.min(box.x + box.width + 1, width + OVER);
  if (right <= left) return;
  ctx.beginPath();
  ctx.roundRect(left, box.y - 1, Math.max(right - left, OUTLINE + 1), box.height + 2, OUTLINE);
  ctx.stroke();
}

/** One band over all its lanes. */
function paintArea(ctx: CanvasRenderingContext2D, boxes: readonly Box[], width: number): void {
  for (const box of boxes) {
    const left = Math.max(box.x, -OVER);
    const right = Math.min(box.x + box.width, width + OVER);
    if (right <= left) continue;
    ctx.globalAlpha = 0.1;
    ctx.fillRect(left, box.y - 3, right - left, box.height + 6);
    ctx.globalAlpha = 1;
    ctx.fillRect(left - 1, box.y - 3, OUTLINE, box.height + 6);
    ctx.fillRect(right - 1, box.y - 3, OUTLINE, box.height + 6);
  }
}

/** The arrows of the causes, thin before thick. */
export function paintCauses(brush: Brush, { arrows }: CauseMarks): void {
  const { ctx, theme } = brush;
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.fillStyle = theme.ink;
  for (const thick of [false, true]) {
    for (const arrow of arrows) if (arrow.thick === thick) strokeArrow(ctx, arrow, theme.panel);
  }
  ctx.restore();
}

function strokeArrow(ctx: CanvasRenderingContext2D, arrow: CauseArrow, ground: string): void {
  const { x1, y1, x2, y2, texture, thick, current } = arrow;
  ctx.globalAlpha = thick ? 1 : 0.75;
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  // Panel below, so that dashes are seen over dark spans.
  ctx.strokeStyle = ground;
  ctx.lineWidth = lineWidth(arrow) + 2.5;
  ctx.setLineDash([]);
  ctx.stroke();
  ctx.strokeStyle = ctx.fillStyle;
  ctx.lineWidth = lineWidth(arrow);
  ctx.lineCap = texture === 'dotted' ? 'round' : 'butt';
  ctx.setLineDash(DASHES[texture]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineCap = 'butt';
  fillHead(ctx, arrow, current ? HEAD + 1 : HEAD);
  ctx.globalAlpha = 1;
}

const DASHES = { ribbon: [3, 1.5], dashed: [5, 3], dotted: [0.1, 4] } as const;

function lineWidth({ texture, thick, current }: CauseArrow): number {
  if (texture === 'ribbon') return thick ? 5 : 3.5;
  return current ? 2.5 : thick ? 2 : 1.5;
}

interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function fillHead(ctx: CanvasRenderingContext2D, { x1, y1, x2, y2 }: Line, size: number): void {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  ctx.beginPath();
  ctx.moveTo(x2, y2);
  ctx.lineTo(x2 - size * Math.cos(angle - 0.45), y2 - size * Math.sin(angle - 0.45));
  ctx.lineTo(x2 - size * Math.cos(angle + 0.45), y2 - size * Math.sin(angle + 0.45));
  ctx.fill();
}

/** The numbered discs; hollow = in an earlier event. */
export function paintDiscs({ ctx, theme }: Brush, discs: readonly CauseDisc[]): void {
  ctx.save();
  ctx.textAlign = 'center';
  ctx.font = `650 11px ${FONT_TEXT}`;
  for (const disc of discs) {
    const { x, y, number, hollow, current } = disc;
    traceDisc(ctx, disc, 0);
    ctx.fillStyle = hollow ? theme.panel : theme.ink;
    ctx.fill();
    ctx.lineWidth = hollow ? 1.5 : 1;
    ctx.strokeStyle = hollow ? theme.ink : theme.panel;
    ctx.stroke();
    if (current) {
      traceDisc(ctx, disc, 2.5);
      ctx.lineWidth = 1.5;
      ctx.strokeStyle = theme.ink;
      ctx.stroke();
    }
    ctx.fillStyle = hollow ? theme.ink : theme.panel;
    ctx.fillText(String(number), x, y + 4);
  }
  ctx.restore();
}

/** A disc, or for a long number a pill. */
function traceDisc(ctx: CanvasRenderingContext2D, { x, y, half }: CauseDisc, more: number): void {
  const radius = DISC_RADIUS + more;
  ctx.beginPath();
  ctx.roundRect(x - half - more, y - radius, 2 * (half + more), 2 * radius, radius);
}
