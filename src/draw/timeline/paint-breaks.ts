import { estimateTextWidth } from '../text-width.ts';
import { FONT_TEXT } from '../theme.ts';
import { RULER_HEIGHT } from './lanes.ts';
import type { BreakMark, TimelineLayout } from './layout.ts';
import type { Brush } from './paint-spans.ts';

/** Height and depth of a tooth of the zigzag, and the edge's distance from the true one. CSS px. */
const TOOTH = 7;
const DEPTH = 3;
const INSET = 9;

/** Blanks the gaps that are left out, with zigzag edges and their true lengths in words. */
export function paintBreaks(brush: Brush, { breaks, lanes }: TimelineLayout): void {
  const { ctx, theme } = brush;
  if (breaks.length === 0) return;
  ctx.save();
  ctx.lineJoin = 'bevel';
  ctx.lineWidth = 1;
  ctx.font = `500 11px ${FONT_TEXT}`;
  ctx.textAlign = 'center';
  for (const gap of breaks) {
    const [left, right] = [gap.x0 + INSET, gap.x1 - INSET];
    ctx.beginPath();
    trace(ctx, left, lanes.height);
    traceBack(ctx, right, lanes.height);
    ctx.fillStyle = theme.panel;
    ctx.fill();
    ctx.strokeStyle = theme['line-2'];
    for (const x of [left, right]) {
      ctx.beginPath();
      trace(ctx, x, lanes.height);
      ctx.stroke();
    }
    paintLength(brush, gap, lanes.height);
  }
  ctx.restore();
}

function trace(ctx: CanvasRenderingContext2D, x: number, bottom: number): void {
  let side = -1;
  for (let y = RULER_HEIGHT - 4; y <= bottom + TOOTH; y += TOOTH) {
    ctx.lineTo(x + side * DEPTH, y);
    side = -side;
  }
}

function traceBack(ctx: CanvasRenderingContext2D, x: number, bottom: number): void {
  const teeth = Math.floor((bottom + TOOTH - RULER_HEIGHT + 4) / TOOTH);
  for (let i = teeth; i >= 0; i--) {
    ctx.lineTo(x + (i % 2 === 0 ? -DEPTH : DEPTH), RULER_HEIGHT - 4 + i * TOOTH);
  }
}

/** Upwards, as there is no room across. */
function paintLength({ ctx, theme }: Brush, gap: BreakMark, height: number): void {
  const room = height - RULER_HEIGHT;
  if (estimateTextWidth(gap.text, 11) > room) return;
  ctx.save();
  ctx.translate((gap.x0 + gap.x1) / 2 + 4, RULER_HEIGHT + room / 2);
  ctx.rotate(-Math.PI / 2);
  ctx.fillStyle = theme['ink-3'];
  ctx.fillText(gap.text, 0, 0);
  ctx.restore();
}
