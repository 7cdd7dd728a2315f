import type { Theme } from '../theme.ts';

/** One picture of the minimap, CSS px. */
export interface MinimapPicture {
  readonly width: number;
  readonly height: number;
  /** From `trapDensity` at this width. */
  readonly density: Float32Array;
  readonly playheadX: number;
  readonly window: { readonly x: number; readonly width: number };
}

/** Least height of a pixel with traps, so that single ones show. */
const MIN_BAR = 3;

/** Paints the trap density, past dark and future pale, and the window. Clears the area first. */
export function paintMinimap(
  ctx: CanvasRenderingContext2D,
  theme: Theme,
  { width, height, density, playheadX, window }: MinimapPicture,
): void {
  ctx.clearRect(0, 0, width, height);
  ctx.fillStyle = theme.sunk;
  ctx.fillRect(0, 0, width, height);
  for (let x = 0; x < density.length; x++) {
    const share = density[x];
    if (share === 0) continue;
    const bar = MIN_BAR + share * (height - 4 - MIN_BAR);
    ctx.fillStyle = x < playheadX ? theme.kern : theme.line;
    ctx.fillRect(x, height - bar, 1, bar);
  }
  ctx.strokeStyle = theme.line;
  ctx.lineWidth = 1;
  ctx.strokeRect(0.5, 0.5, width - 1, height - 1);
  ctx.fillStyle = theme.ink;
  ctx.fillRect(playheadX - 0.75, 0, 1.5, height);
  ctx.strokeStyle = theme.sel;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.roundRect(window.x + 1, 1, Math.max(window.width - 2, 2), height - 2, 2);
  ctx.stroke();
}
