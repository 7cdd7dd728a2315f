/** Every contender gets a picture of this size, in CSS px of one device px each. */
export const PICTURE = { width: 1200, height: 480 } as const;

/** A canvas in the page at that size, or lower. */
export function addCanvas(height: number = PICTURE.height): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE.width;
  canvas.height = height;
  document.body.append(canvas);
  return canvas;
}

/** The context of a canvas that draws in two dimensions. */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no canvas');
  return context;
}
