/** Fills rectangles, CSS px, in the colour set last. */
export interface Ink {
  rect(x: number, y: number, width: number, height: number): void;
}

/** Ink that draws each rectangle on a canvas, in its fill style. */
export function canvasInk(ctx: CanvasRenderingContext2D): Ink {
  return {
    rect(x, y, width, height) {
      ctx.fillRect(x, y, width, height);
    },
  };
}
