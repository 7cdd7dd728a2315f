import type { Figure } from '../figure/surface.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import { write } from './pen.ts';

/** A picture that a heading is put over. */
export interface Headed {
  /** The finding, one sentence. */
  readonly title: string;
  /** Unit, methods, weights. */
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
  readonly paint: (brush: Brush) => void;
}

const LINE = 20;
const MARGIN = 16;
/** Width of a character of the title at 15 px semibold, a little generous. */
const TITLE_CHARACTER = 8;
const SUBTITLE_CHARACTER = 6.4;

/** A figure of a sweep for export: what the page shows, with its words above it. */
export function sweepFigure({ title, subtitle, width, height, paint }: Headed): Figure {
  const titles = wrap(title, (width - 2 * MARGIN) / TITLE_CHARACTER);
  const subtitles = wrap(subtitle, (width - 2 * MARGIN) / SUBTITLE_CHARACTER);
  const head = 12 + titles.length * LINE + subtitles.length * 16 + 10;
  return {
    width,
    height: head + height,
    title: `${title} ${subtitle}`,
    paint(surface) {
      surface.layer({ x: 0, y: 0, width, height: head }, (brush) => {
        titles.forEach((text, i) => {
          const at = { x: MARGIN, y: 24 + i * LINE };
          write(brush, text, { ...at, size: 15, weight: 600, colour: 'ink' });
        });
        subtitles.forEach((text, i) => {
          const at = { x: MARGIN, y: 24 + titles.length * LINE + i * 16 };
          write(brush, text, { ...at, size: 12, colour: 'ink-2' });
        });
      });
      surface.layer({ x: 0, y: head, width, height }, paint);
    },
  };
}

/** Lines of at most `most` characters, broken between words. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
