import type { InkColour, InkPoint, Stroke } from '../../store/presenter-ink.ts';
import { lineWidth } from '../../store/presenter-ink.ts';

/** Width of the lightest line on a board of 1024 × 768, CSS px. */
const LINE = 3;

/** Where each colour is found among the tokens of the theme. */
export const INK_TOKENS: Readonly<Record<InkColour, string>> = {
  red: '--fault',
  blue: '--r0',
  green: '--r1',
  black: '--ink',
};

/** Empties `canvas` and makes it as fine as the screen; draws in shares of its size from then on. */
export function fitCanvas(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(canvas.clientWidth * ratio);
  canvas.height = Math.round(canvas.clientHeight * ratio);
  return canvas.getContext('2d');
}

/** Draws `stroke`, its points as shares of the canvas; `unit` is the size of the board. */
export function drawStroke(
  ctx: CanvasRenderingContext2D | null,
  stroke: Stroke,
  unit: number,
): void {
  const [first] = stroke.points;
  if (ctx === null || first === undefined) return;
  const { canvas } = ctx;
  const place = ({ x, y }: InkPoint): readonly [number, number] => [
    x * canvas.width,
    y * canvas.height,
  ];
  const width = LINE * unit * window.devicePixelRatio;
  ctx.strokeStyle = getComputedStyle(canvas).getPropertyValue(INK_TOKENS[stroke.colour]);
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  let last = first;
  // A point alone is a dot.
  for (const point of stroke.points.length === 1 ? [first] : stroke.points.slice(1)) {
    ctx.lineWidth = lineWidth((last.pressure + point.pressure) / 2, width);
    ctx.beginPath();
    ctx.moveTo(...place(last));
    ctx.lineTo(...place(point));
    ctx.stroke();
    last = point;
  }
}
