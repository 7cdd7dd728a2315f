import { t } from '../../base/language.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { LiveBar } from '../chart/live-bars.ts';
import { PART_INFO } from '../chart/parts.ts';
import type { PartStyle } from '../chart/parts.ts';
import { FONT_TEXT } from '../theme.ts';
import { paintSpans } from '../timeline/paint-spans.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import { fillKey, methodVariant, RectBuffer, userVariant } from '../timeline/rects.ts';
import type { Box } from './surface.ts';

/** The parts of a bar, filled as the same states are in the lanes. */
export function paintSegments(brush: Brush, bar: LiveBar): void {
  for (const { style, x, width } of bar.segments) {
    fillPart(brush, { x, y: bar.y, width, height: bar.height }, { style, method: bar.signalling });
  }
}

/** CSS px of a legend of two rows. */
export const LEGEND_HEIGHT = 46;

const LEGEND_ROW = 18;

interface LegendOptions {
  readonly method: SignallingMethod;
  /** CSS px. */
  readonly width: number;
  /** Does some bar wait for a device? */
  readonly driver: boolean;
}

/** What each fill means, with the textures of `method`, in as many rows as it takes. */
export function paintLegend(brush: Brush, { method, width, driver }: LegendOptions): void {
  const { ctx, theme } = brush;
  let [x, y] = [16, 6];
  for (const part of PARTS) {
    const { style } = PART_INFO[part];
    const label = t(PART_INFO[part].label);
    ctx.font = `450 11px ${FONT_TEXT}`;
    const room = 36 + ctx.measureText(label).width;
    if (part === 'recover' || (part === 'device' && !driver)) continue;
    if (x + room > width) [x, y] = [16, y + LEGEND_ROW];
    fillPart(brush, { x, y, width: 18, height: 12 }, { style, method });
    ctx.textAlign = 'left';
    ctx.font = `450 11px ${FONT_TEXT}`;
    ctx.fillStyle = theme['ink-2'];
    ctx.fillText(label, x + 23, y + 10);
    x += room;
  }
}

/** Fills `box` as the state is filled in the lanes. */
export function fillPart(
  brush: Brush,
  box: Box,
  { style, method }: { readonly style: PartStyle; readonly method: SignallingMethod },
): void {
  if (style === 'wait' || style === 'queue' || style === 'device') {
    fillWait(brush, box, style);
    return;
  }
  const rects = new RectBuffer();
  const row = rects.append();
  const variant = style === 'user' ? userVariant(-1) : methodVariant(method);
  const signals = style === 'signalIn' || style === 'signalOut' || style === 'user';
  rects.x[row] = box.x;
  rects.y[row] = box.y;
  rects.width[row] = box.width;
  rects.height[row] = box.height;
  rects.key[row] = fillKey(SPAN_STYLES.indexOf(style), signals ? variant : 0);
  paintSpans(brush, rects);
}

/** Waiting is empty, with a flat line; in a queue its edge is dashed; for a device the line ends with an interrupt. */
function fillWait(
  { ctx, theme }: Brush,
  { x, y, width, height }: Box,
  style: 'wait' | 'queue' | 'device',
): void {
  ctx.fillStyle = width < 1 ? theme['ink-3'] : theme.panel;
  ctx.fillRect(x, y, width, height);
  if (width < 1) return;
  ctx.strokeStyle = theme['ink-3'];
  ctx.lineWidth = 1;
  if (style === 'queue') ctx.setLineDash([2, 2]);
  ctx.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  ctx.setLineDash([]);
  if (width <= 5) return;
  ctx.fillStyle = theme['ink-3'];
  const rises = style === 'device';
  const middle = y + height * (rises ? 0.7 : 0.5);
  ctx.fillRect(x + 2, middle - 0.75, width - 4, 1.5);
  if (rises) ctx.fillRect(x + width - 3.5, y + height * 0.25, 1.5, height * 0.45);
}
