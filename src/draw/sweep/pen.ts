import { FONT_MONO, FONT_TEXT } from '../theme.ts';
import type { TokenName } from '../theme.ts';
import type { Brush } from '../timeline/paint-spans.ts';

/** How a text looks. */
export interface TextStyle {
  readonly size: number;
  readonly weight?: 450 | 600 | 700;
  readonly mono?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly colour?: TokenName;
}

/** A point of a figure, CSS px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Writes `text` with its base line at `spot`. */
export function write(
  { ctx, theme }: Brush,
  text: string,
  { x, y, ...look }: Spot & TextStyle,
): void {
  const { size, weight = 450, mono = false, align = 'left', colour = 'ink-3' } = look;
  ctx.font = `${weight} ${size}px ${mono ? FONT_MONO : FONT_TEXT}`;
  ctx.textAlign = align;
  ctx.fillStyle = theme[colour];
  ctx.fillText(text, x, y);
}

/** How a line looks. */
export interface LineStyle {
  readonly colour: TokenName;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round';
}

/** Draws a line through `spots`; fewer than two are nothing. */
export function trace({ ctx, theme }: Brush, spots: readonly Spot[], style: LineStyle): void {
  if (spots.length < 2) return;
  ctx.save();
  ctx.strokeStyle = theme[style.colour];
  ctx.lineWidth = style.width;
  ctx.lineCap = style.cap ?? 'butt';
  ctx.lineJoin = 'round';
  ctx.setLineDash([...(style.dash ?? [])]);
  ctx.beginPath();
  for (const { x, y } of spots) ctx.lineTo(x, y);
  ctx.stroke();
  ctx.restore();
}

/** Fills the outline through `spots`. */
export function fillOutline(
  { ctx, theme }: Brush,
  spots: readonly Spot[],
  colour: TokenName,
): void {
  ctx.fillStyle = theme[colour];
  ctx.beginPath();
  for (const { x, y } of spots) ctx.lineTo(x, y);
  ctx.closePath();
  ctx.fill();
}

/** A circle, empty or filled. */
export function circle(
  { ctx, theme }: Brush,
  { x, y, r }: Spot & { readonly r: number },
  look: { readonly fill?: TokenName; readonly stroke?: TokenName; readonly width?: number },
): void {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  if (look.fill !== undefined) {
    ctx.fillStyle = theme[look.fill];
    ctx.fill();
  }
  if (look.stroke === undefined) return;
  ctx.strokeStyle = theme[look.stroke];
  ctx.lineWidth = look.width ?? 1;
  ctx.stroke();
}

/** An open arrow: what it marks goes on beyond the end of the axis. */
export function openArrow(brush: Brush, { x, y }: Spot, way: 'up' | 'right'): void {
  const tip =
    way === 'up'
      ? [
          [-5, 6],
          [0, 0],
          [5, 6],
        ]
      : [
          [-5, -6],
          [1, 0],
          [-5, 6],
        ];
  const spots = tip.map(([dx, dy]) => ({ x: x + (dx ?? 0), y: y + (dy ?? 0) }));
  trace(brush, spots, { colour: 'ink', width: 1.5 });
}
