import { FONT_MONO, FONT_TEXT } from '../theme.ts';
import { BRACKET_Y, RULER_HEIGHT } from './lanes.ts';
import type { Lane } from './lanes.ts';
import type { TimelineLayout } from './layout.ts';
import type { EventMark } from './marks.ts';
import { paintBreaks } from './paint-breaks.ts';
import { fillColumns, paintColumns } from './paint-columns.ts';
import { paintFaultLanes } from './paint-faults.ts';
import { fillLenses, shadeLenses } from './paint-lenses.ts';
import { paintSpans } from './paint-spans.ts';
import type { Brush } from './paint-spans.ts';
import type { TimeScale } from './scale.ts';
import type { PixelSheet } from './sheet.ts';

/**
 * Paints everything that does not depend on the playhead, in the order lanes, lens, spans, faults, brackets.
 * The context must be scaled to CSS px; the area is cleared first.
 */
export function paintTimeline(brush: Brush, layout: TimelineLayout): void {
  const { ctx } = brush;
  const { scale, marks } = layout;
  if (brush.sheet === undefined) paintShapes(brush, layout);
  else paintPixels(brush, layout, brush.sheet);
  paintTicks(brush, layout);
  brush.textures.shift(anchorX(scale));
  paintSpans(brush, layout.rects);
  paintFaultLanes(brush, layout.faults);
  paintBreaks(brush, layout);
  ctx.fillStyle = brush.theme['line-2'];
  for (const mark of marks) if (mark.labels.length > 0) paintBracket(ctx, mark, scale.width);
}

/** What lies below the spans that are drawn as themselves, shape by shape. */
function paintShapes(brush: Brush, layout: TimelineLayout): void {
  const { ctx, theme } = brush;
  const { scale, lanes, columns } = layout;
  ctx.clearRect(0, 0, scale.width, lanes.height);
  paintGround(brush, layout);
  fillLenses(ctx, theme.ink, layout.marks);
  fillColumns(ctx, theme, { columns, lanes: lanes.lanes });
}

/** The same by pixels, which replace all that was on the canvas. */
function paintPixels(brush: Brush, layout: TimelineLayout, sheet: PixelSheet): void {
  const { ctx, theme } = brush;
  const { scale, lanes, columns } = layout;
  const size = { width: scale.width, height: lanes.height, keys: [lanes, theme] };
  const pixels = sheet.begin(ctx, size, (below) => paintGround({ ...brush, ctx: below }, layout));
  shadeLenses(pixels, sheet.bitsOf(theme.ink), layout.marks);
  paintColumns({ pixels, sheet }, theme, { columns, lanes: lanes.lanes });
  sheet.finish(ctx);
}

/** What every window of these lanes has. */
function paintGround(brush: Brush, { scale, lanes }: TimelineLayout): void {
  const { ctx, theme } = brush;
  ctx.fillStyle = theme['line-2'];
  ctx.fillRect(0, RULER_HEIGHT - 1, scale.width, 1);
  for (const lane of lanes.lanes) paintLane(brush, lane, scale.width);
}

/** Where textures are anchored, so that they move with what they fill. */
function anchorX(scale: TimeScale): number {
  // Between two breaks time runs evenly, so the edge of a break moves as everything does.
  const [gap] = scale.breaks;
  return gap === undefined ? -scale.coordinate(scale.window[0]) / scale.perPixel : gap.x1;
}

function paintTicks({ ctx, theme }: Brush, { ruler }: TimelineLayout): void {
  ctx.fillStyle = theme['line-2'];
  for (const tick of ruler.ticks) {
    if (!tick.stroke) continue;
    const height = tick.label === null ? 3 : 6;
    ctx.fillRect(tick.x - 0.5, RULER_HEIGHT - height, 1, height);
  }
}

function paintLane({ ctx, theme }: Brush, lane: Lane, width: number): void {
  const bottom = lane.top + lane.height;
  if (lane.kind === 'res') {
    ctx.fillStyle = theme['res-hull'];
    for (const [y, height] of [
      [lane.top - 5.4, 1.75],
      [lane.top - 2.5, 1],
      [bottom + 1.5, 1],
      [bottom + 4.1, 1.75],
    ] as const) {
      ctx.fillRect(0, y, width, height);
    }
    return;
  }
  if (lane.kind === 'idle') return;
  ctx.save();
  ctx.strokeStyle = theme['ink-3'];
  ctx.setLineDash([1.5, 3]);
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(0, bottom + 1);
  ctx.lineTo(width, bottom + 1);
  ctx.stroke();
  ctx.restore();
}

function paintBracket(
  ctx: CanvasRenderingContext2D,
  { left, right }: EventMark,
  width: number,
): void {
  const from = Math.max(left, -2);
  const to = Math.min(right, width + 2);
  ctx.fillRect(from, BRACKET_Y - 0.5, to - from, 1);
  ctx.fillRect(left - 0.5, BRACKET_Y, 1, 5);
  ctx.fillRect(right - 0.5, BRACKET_Y, 1, 5);
}

/** Sets the face of labels inside the picture. */
export function setLabelFont(ctx: CanvasRenderingContext2D, weight: number, mono = false): void {
  ctx.font = `${weight} 11px ${mono ? FONT_MONO : FONT_TEXT}`;
}
