import type { SpanStyle } from '../../kernel/activities.ts';
import type { Theme } from '../theme.ts';
import type { PixelInk } from './ink.ts';
import { FILL_KEYS, fillOf } from './rects.ts';
import type { FillKey, RectBuffer } from './rects.ts';
import {
  BASE_LINE,
  FULL_HEIGHT,
  baseColour,
  fillRules,
  fillShape,
  fillSharpLine,
  lineColour,
  MIN_WIDTH,
  plainFill,
} from './span-shapes.ts';

/**
 * Paints the rectangles narrower than `limit` CSS px into `ink`, without what they have no room for:
 * textures, boxes, blocks. They come lane by lane, as they were laid out: what is near in the
 * picture is near in memory.
 */
export function paintNarrow(
  ink: PixelInk,
  theme: Theme,
  { rects, limit }: { readonly rects: RectBuffer; readonly limit: number },
): void {
  const looks = looksOf(ink, theme);
  const base = new BaseLine(ink);
  for (let i = 0; i < rects.length; i++) {
    if (rects.width[i] >= limit) continue;
    const { kind, fill, line } = looks[rects.key[i]];
    if (kind === LINE) {
      ink.use(rects.height[i] < FULL_HEIGHT ? fill : line);
      fillSharpLine(ink, rects, i);
      continue;
    }
    ink.use(fill);
    fillShape(ink, rects, i);
    if (kind === USER) {
      base.add(rects, i, line);
    } else if (kind === RESUME) {
      ink.use(line);
      fillRules(ink, rects, i);
    }
  }
  base.flush();
}

/** Base lines of neighbours, drawn as one: there is one below nearly every pixel of a lane. */
class BaseLine {
  private readonly ink: PixelInk;
  private x = 0;
  private right = 0;
  private y = 0;
  private height = 0;
  private bits = 0;

  constructor(ink: PixelInk) {
    this.ink = ink;
  }

  add(rects: RectBuffer, i: number, bits: number): void {
    const height = Math.min(BASE_LINE, rects.height[i]);
    const y = rects.y[i] + rects.height[i] - height;
    const x = rects.x[i];
    const right = x + Math.max(rects.width[i], MIN_WIDTH);
    if (x !== this.right || y !== this.y || height !== this.height || bits !== this.bits) {
      this.flush();
      [this.x, this.y, this.height, this.bits] = [x, y, height, bits];
    }
    this.right = right;
  }

  flush(): void {
    if (this.right <= this.x) return;
    this.ink.use(this.bits);
    this.ink.rect(this.x, this.y, this.right - this.x, this.height);
  }
}

/** How a rectangle is drawn: filled; as a line; filled with a line at its foot, or with rules. */
const FILLED = 0;
const LINE = 1;
const USER = 2;
const RESUME = 3;

const KINDS: Partial<Record<SpanStyle, number>> = {
  halted: LINE,
  blocked: LINE,
  user: USER,
  resume: RESUME,
};

/** How rectangles of one fill look. */
interface Look {
  readonly kind: number;
  /** Colours as the ink knows them: of the ground, and of what is on it; of a line in a thin lane, and else. */
  readonly fill: number;
  readonly line: number;
}

function looksOf(ink: PixelInk, theme: Theme): readonly Look[] {
  return Array.from({ length: FILL_KEYS }, (_, key) => {
    const { style } = fillOf(key);
    const kind = KINDS[style] ?? FILLED;
    const [fill, line] = coloursOf(theme, style, key);
    return { kind, fill: ink.bitsOf(fill), line: ink.bitsOf(line) };
  });
}

function coloursOf(theme: Theme, style: SpanStyle, key: FillKey): readonly [string, string] {
  switch (style) {
    case 'halted':
    case 'blocked':
      return [lineColour(theme, 0), lineColour(theme, FULL_HEIGHT)];
    case 'user':
      return [plainFill(theme, key), baseColour(theme, key)];
    case 'recover':
      // Merged into a pixel a copy is solid, to be seen.
      return [theme.fault, theme.kern];
    default:
      return [plainFill(theme, key), theme.kern];
  }
}
