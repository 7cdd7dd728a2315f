import { boltPoints } from '../glyphs.ts';
import { FONT_TEXT } from '../theme.ts';
import type { Theme } from '../theme.ts';
import type { BoltMark, EndMark, FaultMarks, MismatchMark, StretchMark } from './fault-marks.ts';
import { BOLT_RADIUS, FLAG_HEIGHT, flagLeft } from './fault-marks.ts';
import { BRACKET_Y } from './lanes.ts';
import type { Brush } from './paint-spans.ts';
import type { PlacedLabels, PlacedText } from './place-labels.ts';
import { CAP_WIDTH, CROSS } from './wires.ts';
import type { WireMark } from './wires.ts';

/** Lanes thinner than this carry a plain line for what others show by shape. */
const FULL_HEIGHT = 12;
const ZIGZAG = 6;
const LOOP_STEP = 24;

/** What lies on the lanes: wrong values, loops, messages that were hit, end caps. */
export function paintFaultLanes(brush: Brush, marks: FaultMarks): void {
  const { ctx, theme } = brush;
  ctx.save();
  ctx.strokeStyle = theme.fault;
  ctx.fillStyle = theme.fault;
  ctx.lineWidth = 1.5;
  ctx.lineJoin = 'bevel';
  strokeZigzags(ctx, marks.latent);
  for (const loop of marks.loops) strokeLoops(ctx, loop);
  for (const ending of marks.endings) fillCaps(ctx, theme, ending);
  for (const wire of marks.wires) strokeWire(ctx, wire);
  ctx.restore();
}

/** One path for all; where many are merged, a plain line, as zigzags of a whole run cost more than its lanes. */
function strokeZigzags(ctx: CanvasRenderingContext2D, latent: readonly StretchMark[]): void {
  ctx.beginPath();
  for (const { x, width, lane, merged, anchor } of latent) {
    const y = lane.top + lane.height + (lane.height < FULL_HEIGHT ? 0.5 : 2.5);
    if (merged || lane.height < FULL_HEIGHT || width < ZIGZAG) {
      ctx.moveTo(x, y);
      ctx.lineTo(x + width, y);
      continue;
    }
    const phase = (x - anchor) % ZIGZAG;
    const height = (at: number): number => {
      const part = ((at + phase) % ZIGZAG) / ZIGZAG;
      return y + 2 - 4 * Math.abs(2 * part - 1);
    };
    ctx.moveTo(x, height(0));
    const half = ZIGZAG / 2;
    for (let at = half - (phase % half); at < width; at += half) ctx.lineTo(x + at, height(at));
    ctx.lineTo(x + width, height(width));
  }
  ctx.stroke();
}

/** Arrows that bite their tail, in a row as long as the replica loops. */
function strokeLoops(ctx: CanvasRenderingContext2D, { x, width, lane, anchor }: StretchMark): void {
  if (lane.height < FULL_HEIGHT) return;
  const y = lane.top + lane.height / 2 - 1;
  const first = LOOP_STEP / 2 - ((x - anchor) % LOOP_STEP);
  for (let at = first < 6 ? first + LOOP_STEP : first; at < width - 5; at += LOOP_STEP) {
    const centre = x + at;
    ctx.beginPath();
    ctx.arc(centre, y, 4, -0.3, 1.5 * Math.PI);
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(centre - 0.5, y - 7);
    ctx.lineTo(centre + 3.5, y - 4);
    ctx.lineTo(centre - 0.5, y - 1);
    ctx.fill();
  }
}

function strokeWire(ctx: CanvasRenderingContext2D, { x1, y1, x2, y2, mode }: WireMark): void {
  ctx.setLineDash(mode === 'delay' ? [] : [4, 3]);
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  if (mode === 'drop') {
    ctx.moveTo(x2 - CROSS, y2 - CROSS);
    ctx.lineTo(x2 + CROSS, y2 + CROSS);
    ctx.moveTo(x2 - CROSS, y2 + CROSS);
    ctx.lineTo(x2 + CROSS, y2 - CROSS);
  } else ctx.arc(x2, y2, 3, 0, 2 * Math.PI);
  ctx.stroke();
}

function fillCaps(ctx: CanvasRenderingContext2D, theme: Theme, { left, lanes }: EndMark): void {
  for (const { top, height } of lanes) {
    ctx.fillStyle = theme['fault-t'];
    ctx.fillRect(left, top, CAP_WIDTH, height);
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, CAP_WIDTH, height);
    ctx.clip();
    ctx.lineWidth = 1.25;
    ctx.beginPath();
    for (let y = top - CAP_WIDTH; y < top + height + CAP_WIDTH; y += CAP_WIDTH / 1.5) {
      ctx.moveTo(left, y);
      ctx.lineTo(left + CAP_WIDTH, y + CAP_WIDTH);
      ctx.moveTo(left + CAP_WIDTH, y);
      ctx.lineTo(left, y + CAP_WIDTH);
    }
    ctx.stroke();
    ctx.restore();
    ctx.strokeRect(left + 0.75, top + 0.75, CAP_WIDTH - 1.5, Math.max(height - 1.5, 1));
  }
}

/** What labels must mind: the playhead, and the right edge of the picture. CSS px. */
interface Room {
  readonly playheadX: number;
  readonly limit: number;
}

/** What stands over the lanes: flags of votes, bolts, and the words at end caps. */
export function paintFaultMarks(
  brush: Brush,
  marks: FaultMarks,
  { room, words }: { readonly room: Room; readonly words: PlacedLabels['endings'] },
): void {
  const { ctx } = brush;
  ctx.save();
  for (const flag of marks.mismatches) paintFlag(brush, flag, room);
  for (const one of words) paintWords(brush, one);
  paintBolts(brush, marks.bolts);
  ctx.restore();
}

function paintFlag({ ctx, theme }: Brush, flag: MismatchMark, room: Room): void {
  const top = BRACKET_Y - FLAG_HEIGHT / 2;
  ctx.fillStyle = theme.fault;
  ctx.fillRect(flag.x - 0.75, top, 1.5, flag.bottom - top);
  const left = flagLeft(flag, room);
  ctx.beginPath();
  ctx.roundRect(left + 0.75, top + 0.75, flag.width - 1.5, FLAG_HEIGHT - 1.5, 2);
  ctx.fillStyle = theme['fault-t'];
  ctx.fill();
  ctx.strokeStyle = theme.fault;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.fillStyle = theme['fault-x'];
  ctx.font = `650 11px ${FONT_TEXT}`;
  ctx.textAlign = 'center';
  ctx.fillText(flag.text, left + flag.width / 2, BRACKET_Y + 4);
}

function paintWords({ ctx, theme }: Brush, { x, y, width, text }: PlacedText): void {
  ctx.fillStyle = theme.panel;
  ctx.fillRect(x, y - 8, width, 16);
  ctx.fillStyle = theme['fault-x'];
  ctx.font = `650 11px ${FONT_TEXT}`;
  ctx.textAlign = 'center';
  ctx.fillText(text, x + width / 2, y + 4);
}

/** Shape by shape for all bolts together: this runs in every frame. */
function paintBolts({ ctx, theme }: Brush, bolts: readonly BoltMark[]): void {
  if (bolts.length === 0) return;
  ctx.fillStyle = theme.fault;
  ctx.beginPath();
  for (const { x, y, half, bottom, flips } of bolts) {
    if (flips.length === 1) ctx.rect(x - 0.75, y, 1.5, bottom + 2 - y);
    ctx.roundRect(x - half, y - BOLT_RADIUS, 2 * half, 2 * BOLT_RADIUS, BOLT_RADIUS);
  }
  ctx.fill();
  ctx.fillStyle = theme.panel;
  ctx.beginPath();
  for (const { x, y, half } of bolts) traceBolt(ctx, { x: x - half + BOLT_RADIUS, y, size: 10 });
  ctx.fill();
  ctx.font = `650 10px ${FONT_TEXT}`;
  ctx.textAlign = 'right';
  for (const { x, y, half, flips } of bolts) {
    if (flips.length > 1) ctx.fillText(String(flips.length), x + half - 4, y + 3.6);
  }
}

function traceBolt(
  ctx: CanvasRenderingContext2D,
  place: { readonly x: number; readonly y: number; readonly size: number },
): void {
  boltPoints(place).forEach(([x, y], i) => {
    if (i === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  });
  ctx.closePath();
}

/** The bolt alone, in `colour`. */
export function fillBolt(
  ctx: CanvasRenderingContext2D,
  colour: string,
  place: { readonly x: number; readonly y: number; readonly size: number },
): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  traceBolt(ctx, place);
  ctx.fill();
}
