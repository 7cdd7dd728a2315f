import { attributes, escapeText } from '../svg/markup.ts';
import { createIds, SvgContext } from '../svg/svg-context.ts';
import { asCanvas, SvgTextures } from '../svg/svg-textures.ts';
import type { Theme } from '../theme.ts';
import type { Brush } from '../timeline/paint-spans.ts';

/** A rectangle of a figure, CSS px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a figure is painted on, part by part; each part lies over those before it. */
export interface Surface {
  /** Paints on a canvas of its own that ends at `box` and whose origin is the corner of `box`. */
  readonly layer: (box: Box, paint: (brush: Brush) => void) => void;
}

/** A figure for export: its size in CSS px, and how to paint it. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly title: string;
  readonly paint: (surface: Surface, theme: Theme) => void;
}

/** How an SVG file is written. */
export interface SvgOptions {
  readonly theme: Theme;
  /** CSS with the faces, for readers that cannot load any; '' = the reader's own. */
  readonly fontCss?: string;
}

/** `figure` as an SVG document. */
export function figureToSvg(figure: Figure, { theme, fontCss = '' }: SvgOptions): string {
  const ids = createIds('w');
  const textures = new SvgTextures(theme, ids);
  let [definitions, body] = ['', ''];
  const surface: Surface = {
    layer({ x, y, width, height }, paint) {
      const context = new SvgContext(ids);
      paint({ ctx: asCanvas(context), theme, textures });
      const made = context.finish();
      definitions += made.definitions;
      // An inner picture ends at its edges without a path to clip it.
      body += `<svg${attributes({ x, y, width, height })}>${made.elements}</svg>`;
    },
  };
  figure.paint(surface, theme);
  const { width, height, title } = figure;
  const named = withStaticFaces(body);
  const size = attributes({ width, height, viewBox: `0 0 ${width} ${height}` });
  const style = fontCss === '' ? '' : `<style>${fontCss}</style>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve"${size} role="img">` +
    `<title>${escapeText(title)}</title><defs>${style}${definitions}</defs>` +
    `<rect width="100%" height="100%" fill="${theme.panel}"/>${named}</svg>\n`
  );
}

/** The page has variable faces; elsewhere the same faces are known by their plain names. */
function withStaticFaces(markup: string): string {
  return markup.replaceAll(
    /&quot;(\w[\w ]*) Variable&quot;/g,
    '&quot;$1 Variable&quot;, &quot;$1&quot;',
  );
}
