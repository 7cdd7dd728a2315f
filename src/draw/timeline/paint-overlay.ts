import type { Cycles } from '../../base/units.ts';
import { formatMicroseconds } from '../format.ts';
import { estimateTextWidth } from '../text-width.ts';
import { flagLeft } from './fault-marks.ts';
import { placeText } from './labels.ts';
import type { Interval } from './labels.ts';
import { BRACKET_Y, RULER_HEIGHT } from './lanes.ts';
import type { SpanLabel, TimelineLayout } from './layout.ts';
import type { EventMark } from './marks.ts';
import { setLabelFont } from './paint.ts';
import { paintFaultMarks } from './paint-faults.ts';
import type { Brush } from './paint-spans.ts';

/** What changes from frame to frame over one layout. */
export interface OverlayState {
  readonly playhead: Cycles;
  readonly clockGHz: number;
  /** Row of the layout's rectangles under the pointer; -1 = none. */
  readonly hovered: number;
}

const VEIL_ALPHA = 0.3;
const PLAYHEAD_CLEARANCE = 5;
const FLAG_HALF = 5;

/** Paints labels, veil, marks and playhead over what `paintTimeline` painted. Clears its own canvas first. */
export function paintOverlay(brush: Brush, layout: TimelineLayout, state: OverlayState): void {
  const { ctx, theme } = brush;
  const { scale, lanes } = layout;
  const x = scale.toX(state.playhead);
  ctx.clearRect(0, 0, scale.width, lanes.height);
  for (const mark of layout.marks)
    if (mark.labels.length > 0) paintEventLabel(brush, mark, { x, layout });
  paintSpanLabels(brush, layout, x);
  ctx.globalAlpha = VEIL_ALPHA;
  ctx.fillStyle = theme.panel;
  ctx.fillRect(Math.max(x, 0), RULER_HEIGHT, scale.width - Math.max(x, 0), lanes.height);
  ctx.globalAlpha = 1;
  for (const mark of layout.marks) paintRendezvous(brush, mark);
  paintFaultMarks(brush, layout.faults, { playheadX: x, limit: scale.width });
  paintHovered(brush, layout, state.hovered);
  const badge = x >= -1 && x <= scale.width + 1 ? paintPlayhead(brush, { x, layout, state }) : null;
  paintTickLabels(brush, layout, badge);
}

function paintEventLabel(
  { ctx, theme }: Brush,
  mark: EventMark,
  { x, layout }: { x: number; layout: TimelineLayout },
): void {
  const range: Interval = [
    Math.max(mark.left, 0) + 4,
    Math.min(mark.right, layout.scale.width) - 4,
  ];
  const obstacles: Interval[] = [[x - PLAYHEAD_CLEARANCE, x + PLAYHEAD_CLEARANCE]];
  if (mark.flag !== null)
    obstacles.push([mark.flag.x - FLAG_HALF - 3, mark.flag.x + FLAG_HALF + 3]);
  for (const flag of layout.faults.mismatches) {
    const left = flagLeft(flag, { playheadX: x, limit: layout.scale.width });
    obstacles.push([left - 3, left + flag.width + 3]);
  }
  const placed = placeText(mark.labels, { range, obstacles, fontPx: 11 });
  if (placed === null) return;
  setLabelFont(ctx, 600);
  // Only the name is bold; the rest of the text follows it in a lighter weight.
  const name = mark.labels.at(-1) as string;
  ctx.textAlign = 'left';
  const bold = ctx.measureText(name).width;
  setLabelFont(ctx, 450);
  const rest = placed.text.slice(name.length);
  const width = bold + ctx.measureText(rest).width;
  ctx.fillStyle = theme.panel;
  ctx.fillRect(placed.x - 3, BRACKET_Y - 8, width + 7, 16);
  ctx.fillStyle = theme['ink-2'];
  ctx.fillText(rest, placed.x + bold, BRACKET_Y + 4);
  setLabelFont(ctx, 600);
  ctx.fillStyle = theme.ink;
  ctx.fillText(name, placed.x, BRACKET_Y + 4);
}

function paintSpanLabels(brush: Brush, layout: TimelineLayout, playheadX: number): void {
  const { ctx, theme } = brush;
  setLabelFont(ctx, 600);
  for (const label of layout.spanLabels) {
    if (label.fault) {
      paintCopyLabel(brush, label, playheadX);
      continue;
    }
    const [text] = label.texts;
    const width = estimateTextWidth(text, 11);
    const middle = label.x + label.width / 2;
    const hidden = Math.abs(middle - playheadX) < width / 2 + PLAYHEAD_CLEARANCE;
    if (hidden || width + 8 > label.width) continue;
    ctx.textAlign = 'center';
    ctx.fillStyle = theme['work-on'];
    ctx.fillText(text, middle, label.y + 4);
  }
}

/** A copy says from whom to whom, at its left, beside its blocks. */
function paintCopyLabel({ ctx, theme }: Brush, label: SpanLabel, playheadX: number): void {
  const range: Interval = [label.x + 2, label.x + label.width - 2];
  const obstacles: Interval[] = [[playheadX - PLAYHEAD_CLEARANCE, playheadX + PLAYHEAD_CLEARANCE]];
  const placed = placeText(label.texts, { range, obstacles, fontPx: 11 });
  if (placed === null) return;
  ctx.fillStyle = theme['fault-t'];
  ctx.fillRect(placed.x - 3, label.y - 9, ctx.measureText(placed.text).width + 6, 18);
  ctx.fillStyle = theme['fault-x'];
  ctx.textAlign = 'left';
  ctx.fillText(placed.text, placed.x, label.y + 4);
}

function paintRendezvous({ ctx, theme }: Brush, { flag, arrivals }: EventMark): void {
  ctx.fillStyle = theme.ink;
  for (const dot of arrivals) {
    ctx.beginPath();
    ctx.arc(dot.x, dot.y, 2.6, 0, 2 * Math.PI);
    ctx.fill();
  }
  if (flag === null) return;
  const { x } = flag;
  ctx.fillRect(x - 0.6, BRACKET_Y + 4, 1.25, flag.bottom - BRACKET_Y - 4);
  const top = BRACKET_Y - 7;
  ctx.beginPath();
  ctx.moveTo(x - FLAG_HALF, top);
  ctx.lineTo(x + FLAG_HALF, top);
  ctx.lineTo(x + FLAG_HALF, top + 9);
  ctx.lineTo(x, top + 14);
  ctx.lineTo(x - FLAG_HALF, top + 9);
  ctx.fill();
}

function paintHovered({ ctx, theme }: Brush, { rects }: TimelineLayout, row: number): void {
  if (row < 0 || row >= rects.length) return;
  ctx.strokeStyle = theme.sel;
  ctx.lineWidth = 1.5;
  ctx.strokeRect(
    rects.x[row] - 0.5,
    rects.y[row] - 0.5,
    Math.max(rects.width[row], 1) + 1,
    rects.height[row] + 1,
  );
}

function paintPlayhead(
  { ctx, theme }: Brush,
  { x, layout, state }: { x: number; layout: TimelineLayout; state: OverlayState },
): Interval {
  const { lanes, scale } = layout;
  ctx.fillStyle = theme.ink;
  ctx.fillRect(x - 1, RULER_HEIGHT - 2, 2, lanes.height - RULER_HEIGHT);
  const text = formatMicroseconds(state.playhead, state.clockGHz);
  setLabelFont(ctx, 600, true);
  // The face is monospaced, so its width is known; measuring costs more than drawing.
  const width = estimateTextWidth(text, 11, 'mono') + 14;
  const left = Math.min(Math.max(x - width / 2, 0), scale.width - width);
  ctx.beginPath();
  ctx.roundRect(left, 1, width, 18, 3);
  ctx.fill();
  ctx.fillStyle = theme.panel;
  ctx.textAlign = 'center';
  ctx.fillText(text, left + width / 2, 14);
  return [left, left + width];
}

function paintTickLabels(
  { ctx, theme }: Brush,
  { ruler, scale }: TimelineLayout,
  badge: Interval | null,
): void {
  setLabelFont(ctx, 450, true);
  ctx.fillStyle = theme['ink-3'];
  ctx.textAlign = 'center';
  for (const { x, label } of ruler.ticks) {
    if (label === null) continue;
    const half = estimateTextWidth(label, 11, 'mono') / 2;
    // A label cut by the edge or by the playhead's time would be read as another number.
    const cut = x < half || x > scale.width - half;
    const covered = badge !== null && x + half > badge[0] - 2 && x - half < badge[1] + 2;
    if (!cut && !covered) ctx.fillText(label, x, 12);
  }
}
