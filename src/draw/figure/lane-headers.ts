import { t } from '../../base/language.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { octagonPath, replicaDigit, replicaPath } from '../glyphs.ts';
import type { GlyphPlace } from '../glyphs.ts';
import { FONT_TEXT, replicaColours } from '../theme.ts';
import type { Theme } from '../theme.ts';
import type { Lane, LaneLayout } from '../timeline/lanes.ts';
import type { Brush } from '../timeline/paint-spans.ts';

/** CSS px left of the lanes. */
export const HEADERS_WIDTH = 112;

const LEFT = 16;
const RIGHT = 6;
const CHAMFER = 4;
/** The hull of a Res lane reaches over its lane by its rules. */
const RULES = 5;

/** Names of the lanes, as the page has them beside its canvas; the box is as high as the lanes. */
export function paintLaneHeaders(brush: Brush, plan: MachinePlan, layout: LaneLayout): void {
  for (const lane of layout.lanes) {
    if (lane.kind === 'res') paintRes(brush, lane);
    if (lane.kind === 'home') paintHome(brush, plan, lane);
  }
  const { ctx, theme } = brush;
  ctx.font = `450 11px ${FONT_TEXT}`;
  ctx.fillStyle = theme['ink-3'];
  ctx.textAlign = 'left';
  for (const { top, bottom, text } of layout.idleLabels) {
    ctx.fillText(text, LEFT + 10, (top + bottom) / 2 + 4);
  }
}

function paintRes({ ctx, theme }: Brush, { core, top, height }: Lane): void {
  const [y, bottom] = [top - RULES, top + height + RULES];
  const right = HEADERS_WIDTH - RIGHT;
  ctx.fillStyle = theme['res-fill'];
  ctx.beginPath();
  ctx.moveTo(LEFT + CHAMFER, y);
  ctx.lineTo(right, y);
  ctx.lineTo(right, bottom);
  ctx.lineTo(LEFT + CHAMFER, bottom);
  ctx.lineTo(LEFT, bottom - CHAMFER);
  ctx.lineTo(LEFT, y + CHAMFER);
  ctx.fill();
  const middle = top + height / 2;
  ctx.textAlign = 'left';
  ctx.fillStyle = theme['res-on'];
  ctx.font = `700 14px ${FONT_TEXT}`;
  ctx.fillText(`C${core}`, LEFT + 10, middle + 5);
  paintOctagons(ctx, theme['res-on'], { x: LEFT + 47, y: middle, size: 14 });
  ctx.font = `600 11px ${FONT_TEXT}`;
  ctx.fillText(t('Res'), LEFT + 59, middle + 4);
}

function paintOctagons(ctx: CanvasRenderingContext2D, colour: string, place: GlyphPlace): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  tracePolygon(ctx, octagonPath({ ...place, size: place.size - 1.3 }));
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.beginPath();
  tracePolygon(ctx, octagonPath({ ...place, size: place.size * 0.52 }));
  ctx.fill();
}

function paintHome({ ctx, theme }: Brush, plan: MachinePlan, lane: Lane): void {
  const middle = lane.top + lane.height / 2;
  ctx.textAlign = 'left';
  ctx.fillStyle = theme.ink;
  ctx.font = `700 13px ${FONT_TEXT}`;
  ctx.fillText(`C${lane.core}`, LEFT + 10, middle + 4.5);
  const [first, ...others] = lane.residents;
  if (first === undefined) return;
  const x = LEFT + 47;
  const glyph = first.replica >= 0;
  if (glyph) paintReplica(ctx, theme, { id: first.replica, x, y: middle, size: 14 });
  const name = glyph ? `R${first.replica}` : (plan.apps[first.app]?.name ?? '');
  ctx.font = `600 11px ${FONT_TEXT}`;
  ctx.fillStyle = theme['ink-2'];
  const text = others.length > 0 ? `${name} +${others.length}` : name;
  ctx.fillText(text, glyph ? x + 12 : x - 7, middle + 4);
}

function paintReplica(
  ctx: CanvasRenderingContext2D,
  theme: Theme,
  { id, ...place }: GlyphPlace & { readonly id: number },
): void {
  const colours = replicaColours(theme, id);
  ctx.fillStyle = colours.fill;
  ctx.beginPath();
  // The disc alone has no corners.
  if (id % 7 === 0) ctx.arc(place.x, place.y, place.size / 2, 0, 2 * Math.PI);
  else tracePolygon(ctx, replicaPath(id, place));
  ctx.fill();
  const { fontPx, dy } = replicaDigit(id, place.size);
  ctx.font = `650 ${fontPx}px ${FONT_TEXT}`;
  ctx.fillStyle = colours.digit;
  ctx.textAlign = 'center';
  ctx.fillText(String(id), place.x, place.y + dy);
  ctx.textAlign = 'left';
}

/** Path data that has only `M`, `L` and `z`. */
function tracePolygon(ctx: CanvasRenderingContext2D, path: string): void {
  for (const [, x, y] of path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
    ctx.lineTo(Number(x), Number(y));
  }
  ctx.closePath();
}
