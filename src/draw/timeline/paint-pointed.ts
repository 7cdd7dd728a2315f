import type { SpanStyle } from '../../kernel/activities.ts';
import type { TimelineLayout } from './layout.ts';
import type { Brush } from './paint-spans.ts';
import { fillOf } from './rects.ts';
import type { RectBuffer } from './rects.ts';

/** What is pointed at. */
export interface Pointed {
  readonly styles: readonly SpanStyle[];
  /** The playhead's; CSS px. */
  readonly x: number;
  /** Nothing that begins behind it is pointed at; CSS px. */
  readonly limit: number;
}

/** Narrower spans are widened to this, so that the halo is seen. CSS px. */
const LEAST_WIDTH = 6;

/** Rows of the spans next to the playhead, one for each lane and style that has any. */
export function pointedRows(rects: RectBuffer, { styles, x, limit }: Pointed): number[] {
  const nearest = new Map<string, { readonly row: number; readonly distance: number }>();
  for (let row = 0; row < rects.length && styles.length > 0; row++) {
    const { style } = fillOf(rects.key[row]);
    const left = rects.x[row];
    if (rects.merged[row] === 1 || left >= limit || !styles.includes(style)) continue;
    const distance = Math.max(left - x, x - (left + rects.width[row]), 0);
    const key = `${rects.lane[row]} ${style}`;
    const known = nearest.get(key);
    if (known === undefined || distance < known.distance) nearest.set(key, { row, distance });
  }
  return [...nearest.values()].map(({ row }) => row);
}

/** Puts a halo around them. */
export function paintPointed({ ctx, theme }: Brush, { rects }: TimelineLayout, to: Pointed): void {
  ctx.strokeStyle = theme.sig;
  ctx.lineWidth = 3;
  for (const row of pointedRows(rects, to)) {
    const width = Math.max(rects.width[row], LEAST_WIDTH);
    const left = rects.x[row] - (width - rects.width[row]) / 2;
    ctx.strokeRect(left - 2, rects.y[row] - 2, width + 4, rects.height[row] + 4);
  }
}
