import type { Cycles } from '../../base/units.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import { formatMicroseconds } from '../format.ts';
import type { CauseMarks } from './cause-marks.ts';
import { FLAG_TALL, FLAG_WIDTH } from './instants.ts';
import type { ForkMark, NoteFlag } from './instants.ts';
import { BRACKET_Y, RULER_HEIGHT } from './lanes.ts';
import type { TimelineLayout } from './layout.ts';
import type { EventMark } from './marks.ts';
import type { MessageName } from './message-names.ts';
import { setLabelFont } from './paint.ts';
import { paintFaultMarks } from './paint-faults.ts';
import { paintPointed } from './paint-pointed.ts';
import { paintCauses, paintDiscs, paintSelection } from './paint-selection.ts';
import type { Brush } from './paint-spans.ts';
import { LABEL_HALF, placeLabels } from './place-labels.ts';
import type { LabelNeeds, PlacedLabels, PlacedText } from './place-labels.ts';
import type { Box, SelectionMark } from './selection.ts';

/** What changes from frame to frame over one layout. */
export interface OverlayState {
  readonly playhead: Cycles;
  readonly clockGHz: number;
  /** Row of the layout's rectangles under the pointer; -1 = none. */
  readonly hovered: number;
  readonly selection: SelectionMark | null;
  /** Words for the selection, longest first. */
  readonly selectionTexts: readonly string[];
  /** The area that is being drawn. */
  readonly draft: SelectionMark | null;
  readonly causes: CauseMarks;
  readonly flags: readonly NoteFlag[];
  readonly forks: readonly ForkMark[];
  /** Of the current event. */
  readonly messages: readonly MessageName[];
  /** From here on nothing of the run is shown; absent or `null` = everything is. */
  readonly hiddenFrom?: Cycles | null;
  /** Kinds of time of which the span next to the playhead is pointed at in each lane. */
  readonly pointedAt?: readonly SpanStyle[];
}

const VEIL_ALPHA = 0.3;
const FLAG_HALF = 5;

/**
 * Paints labels, veil, marks and playhead over what `paintTimeline` painted. Clears its own canvas
 * first. Returns the labels, whose places depend on the playhead.
 */
export function paintOverlay(
  brush: Brush,
  layout: TimelineLayout,
  state: OverlayState,
): PlacedLabels {
  const { ctx, theme } = brush;
  const { scale, lanes } = layout;
  const x = scale.toX(state.playhead);
  const labels = placeLabels(layout, labelNeeds(layout, state, x));
  ctx.clearRect(0, 0, scale.width, lanes.height);
  for (const label of labels.events) paintEventLabel(brush, label);
  paintSpanLabels(brush, labels.spans);
  paintMessageNames(brush, labels.messages);
  ctx.globalAlpha = VEIL_ALPHA;
  ctx.fillStyle = theme.panel;
  ctx.fillRect(Math.max(x, 0), RULER_HEIGHT, scale.width - Math.max(x, 0), lanes.height);
  ctx.globalAlpha = 1;
  for (const mark of layout.marks) paintRendezvous(brush, mark);
  const room = { playheadX: x, limit: scale.width };
  paintFaultMarks(brush, layout.faults, { room, words: labels.endings });
  paintHovered(brush, layout, state.hovered);
  paintSelection(brush, state.draft ?? state.selection, scale.width);
  paintCauses(brush, state.causes);
  paintForks(brush, state.forks);
  const hides = state.hiddenFrom ?? null;
  paintPointed(brush, layout, {
    styles: state.pointedAt ?? [],
    x,
    limit: hides === null ? scale.width : scale.toX(hides),
  });
  if (hides !== null) paintCover(brush, layout, scale.toX(hides));
  if (labels.badge !== null) paintPlayhead(brush, layout, { x, badge: labels.badge });
  if (labels.selection !== null && hides === null) paintSelectionLabel(brush, labels.selection);
  paintDiscs(brush, state.causes.discs);
  paintRulerTexts(brush, labels);
  for (const flag of labels.flags) paintNoteFlag(brush, flag);
  return labels;
}

/** Covers what comes after `x`, with a dashed edge. */
function paintCover({ ctx, theme }: Brush, { scale, lanes }: TimelineLayout, x: number): void {
  const left = Math.max(x, 0);
  if (left >= scale.width) return;
  ctx.fillStyle = theme.sunk;
  ctx.fillRect(left, RULER_HEIGHT, scale.width - left, lanes.height - RULER_HEIGHT);
  ctx.strokeStyle = theme['ink-3'];
  ctx.lineWidth = 1;
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(left + 0.5, RULER_HEIGHT);
  ctx.lineTo(left + 0.5, lanes.height);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** What the labels of a picture depend on; `x` is the playhead's. */
function labelNeeds(layout: TimelineLayout, state: OverlayState, x: number): LabelNeeds {
  const shown = state.draft ?? state.selection;
  const shows = x >= -1 && x <= layout.scale.width + 1;
  const box = shown?.boxes[0] ?? wireBox(shown?.wire ?? null);
  return {
    playheadX: x,
    badge: shows ? formatMicroseconds(state.playhead, state.clockGHz) : null,
    selection:
      shown === null || box === null || shown.kind === 'event'
        ? null
        : { texts: state.selectionTexts, box, core: shown.core },
    discs: state.causes.discs,
    flags: state.flags,
    messages: state.messages,
  };
}

/** Where a message is named: beside its way, on the lane that it leaves. */
function wireBox(wire: SelectionMark['wire']): Box | null {
  return wire === null ? null : { x: wire.x1, y: wire.y1, width: wire.x2 - wire.x1, height: 0 };
}

function paintEventLabel({ ctx, theme }: Brush, { text, x }: PlacedLabels['events'][number]): void {
  setLabelFont(ctx, 600);
  // Only the name is bold; the rest of the text follows it in a lighter weight.
  const dot = text.indexOf('· ');
  const name = dot < 0 ? text : text.slice(0, dot).trimEnd();
  const rest = dot < 0 ? '' : text.slice(dot);
  ctx.textAlign = 'left';
  // A space at the begin of a text is lost in some viewers of vector pictures.
  const bold = ctx.measureText(rest === '' ? name : `${name} `).width;
  setLabelFont(ctx, 450);
  const width = bold + ctx.measureText(rest).width;
  ctx.fillStyle = theme.panel;
  ctx.fillRect(x - 3, BRACKET_Y - LABEL_HALF, width + 7, 2 * LABEL_HALF);
  if (rest !== '') {
    ctx.fillStyle = theme['ink-2'];
    ctx.fillText(rest, x + bold, BRACKET_Y + 4);
  }
  setLabelFont(ctx, 600);
  ctx.fillStyle = theme.ink;
  ctx.fillText(name, x, BRACKET_Y + 4);
}

function paintSpanLabels({ ctx, theme }: Brush, labels: PlacedLabels['spans']): void {
  setLabelFont(ctx, 600);
  for (const { text, x, y, width, label } of labels) {
    if (label.fault) {
      ctx.textAlign = 'left';
      ctx.fillStyle = theme['fault-t'];
      ctx.fillRect(x - 3, y - 9, ctx.measureText(text).width + 6, 18);
      ctx.fillStyle = theme['fault-x'];
      ctx.fillText(text, x, y + 4);
      continue;
    }
    ctx.textAlign = 'center';
    ctx.fillStyle = theme['work-on'];
    ctx.fillText(text, x + width / 2, y + 4);
  }
}

/** In the middle of a flat line, which it interrupts. */
function paintMessageNames({ ctx, theme }: Brush, names: readonly PlacedText[]): void {
  setLabelFont(ctx, 500, true);
  ctx.textAlign = 'left';
  for (const { text, x, y, width } of names) {
    ctx.fillStyle = theme.panel;
    ctx.fillRect(x - 2, y - LABEL_HALF + 1, width + 4, 2 * LABEL_HALF - 2);
    ctx.fillStyle = theme['sig-x'];
    ctx.fillText(text, x, y + 4);
  }
}

/** On a ground of its own, as it may stand over anything. */
function paintSelectionLabel({ ctx, theme }: Brush, { text, x, y, width }: PlacedText): void {
  ctx.fillStyle = theme.panel;
  ctx.fillRect(x - 3, y - LABEL_HALF, width + 6, 2 * LABEL_HALF);
  setLabelFont(ctx, 600);
  ctx.fillStyle = theme.ink;
  ctx.textAlign = 'center';
  ctx.fillText(text, x + width / 2, y + 4);
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
  { lanes }: TimelineLayout,
  { x, badge }: { x: number; badge: PlacedText },
): void {
  ctx.fillStyle = theme.ink;
  ctx.fillRect(x - 1, RULER_HEIGHT - 2, 2, lanes.height - RULER_HEIGHT);
  setLabelFont(ctx, 600, true);
  ctx.beginPath();
  ctx.roundRect(badge.x, 1, badge.width, 18, 3);
  ctx.fill();
  ctx.fillStyle = theme.panel;
  ctx.textAlign = 'center';
  ctx.fillText(badge.text, badge.x + badge.width / 2, 14);
}

function paintRulerTexts({ ctx, theme }: Brush, { ticks, unit }: PlacedLabels): void {
  ctx.fillStyle = theme['ink-3'];
  if (unit !== null) {
    setLabelFont(ctx, 500);
    ctx.textAlign = 'left';
    ctx.fillText(unit.text, unit.x, unit.y + 2);
  }
  setLabelFont(ctx, 450, true);
  ctx.textAlign = 'center';
  for (const { text, x, y, width } of ticks) ctx.fillText(text, x + width / 2, y + 2);
}

/** A branch leaves here: a fork over the ruler's line. */
function paintForks({ ctx, theme }: Brush, forks: readonly ForkMark[]): void {
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  for (const { x } of forks) {
    ctx.moveTo(x - 4, RULER_HEIGHT + 0.5);
    ctx.lineTo(x + 4, RULER_HEIGHT + 0.5);
    ctx.moveTo(x, RULER_HEIGHT);
    ctx.lineTo(x + 4, RULER_HEIGHT + 6);
  }
  ctx.stroke();
}

/** A flag with the number of a bookmark, or without one for a note. `top` CSS px from above. */
export function paintNoteFlag(
  { ctx, theme }: Pick<Brush, 'ctx' | 'theme'>,
  flag: NoteFlag,
  top = 3,
): void {
  const { left, bookmark } = flag;
  ctx.fillStyle = theme['ink-2'];
  ctx.beginPath();
  ctx.moveTo(left, top);
  ctx.lineTo(left + FLAG_WIDTH, top);
  ctx.lineTo(left + FLAG_WIDTH, top + FLAG_TALL - 4);
  ctx.lineTo(left + FLAG_WIDTH / 2, top + FLAG_TALL);
  ctx.lineTo(left, top + FLAG_TALL - 4);
  ctx.fill();
  if (bookmark === null) return;
  setLabelFont(ctx, 650);
  ctx.fillStyle = theme.panel;
  ctx.textAlign = 'center';
  ctx.fillText(String(bookmark), left + FLAG_WIDTH / 2, top + 9.5);
}
