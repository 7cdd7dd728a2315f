import { t } from '../../base/language.ts';
import { assert } from '../../base/assert.ts';
import type { Figure, Surface } from '../../draw/figure/surface.ts';
import { Textures } from '../../draw/textures.ts';
import type { Theme } from '../../draw/theme.ts';

/** Paints figures of one size on a canvas, `scale` pixels per CSS pixel. */
export interface FigurePainter {
  readonly canvas: HTMLCanvasElement;
  readonly paint: (figure: Figure) => void;
}

/** A painter whose width and height are even where a video wants them so. */
export function createFigurePainter(
  { width, height }: Pick<Figure, 'width' | 'height'>,
  how: { readonly scale: number; readonly theme: Theme; readonly even?: boolean },
): FigurePainter {
  const { scale, theme, even = false } = how;
  const size = (length: number): number => {
    const pixels = Math.ceil(length * scale);
    return even ? pixels + (pixels % 2) : pixels;
  };
  const canvas = createCanvas(size(width), size(height));
  const main = contextOf(canvas);
  const scratch = createCanvas(canvas.width, canvas.height);
  const part = contextOf(scratch);
  const textures = new Textures(theme);
  const surface: Surface = {
    layer(box, paint) {
      part.setTransform(1, 0, 0, 1, 0, 0);
      part.clearRect(0, 0, scratch.width, scratch.height);
      part.save();
      part.scale(scale, scale);
      paint({ ctx: part, theme, textures });
      part.restore();
      const [w, h] = [Math.ceil(box.width * scale), Math.ceil(box.height * scale)];
      main.drawImage(scratch, 0, 0, w, h, box.x * scale, box.y * scale, w, h);
    },
  };
  return {
    canvas,
    paint(figure) {
      main.fillStyle = theme.panel;
      main.fillRect(0, 0, canvas.width, canvas.height);
      figure.paint(surface, theme);
    },
  };
}

function createCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  assert(context !== null, 'a canvas must have a context');
  return context;
}

/** What is on `canvas` as a PNG; fails where the browser has no memory for one so large. */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error(t('The picture is too large for this browser.'));
  return blob;
}
