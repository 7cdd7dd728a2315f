import { figureToSvg } from '../../draw/figure/surface.ts';
import type { Figure } from '../../draw/figure/surface.ts';
import { THEMES } from '../../draw/theme.ts';
import { createFigurePainter, pngOf } from './canvas-surface.ts';
import { embeddedFontCss } from './fonts.ts';
import { PNG_SCALE } from './panel-picture.ts';

/** `figure` as a picture in the light theme, whatever theme the page has. */
export async function drawn(figure: Figure, format: 'svg' | 'png'): Promise<Blob> {
  const theme = THEMES.light;
  if (format === 'svg') {
    const svg = figureToSvg(figure, { theme, fontCss: await embeddedFontCss() });
    return new Blob([svg], { type: 'image/svg+xml' });
  }
  const painter = createFigurePainter(figure, { scale: PNG_SCALE, theme });
  painter.paint(figure);
  return await pngOf(painter.canvas);
}
