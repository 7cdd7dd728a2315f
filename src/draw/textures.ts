import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import type { Theme } from './theme.ts';
import type { FillKey } from './timeline/rects.ts';
import { fillOf } from './timeline/rects.ts';

/** Tiles that are turned or do not end on a pixel are drawn this many times larger, to stay sharp. */
const DETAIL = 3;

interface Tile {
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** Turn of the whole pattern in degrees: 45 makes upright bars lean as migration stripes do. */
  readonly angle: number;
  readonly draw: (ctx: CanvasRenderingContext2D, theme: Theme) => void;
}

function ground(ctx: CanvasRenderingContext2D, colour: string): void {
  ctx.fillStyle = colour;
  ctx.fillRect(0, 0, 16, 16);
}

const stripes = (angle: number): Tile => ({
  width: 8,
  height: 8,
  angle,
  draw(ctx, theme) {
    ground(ctx, theme['sig-t']);
    ctx.fillStyle = theme.sig;
    ctx.fillRect(0, 0, 4.6, 8);
  },
});

const chevrons = (points: 'right' | 'left'): Tile => ({
  width: 9,
  height: 8,
  angle: 0,
  draw(ctx, theme) {
    ground(ctx, theme['sig-t']);
    const [open, tip] = points === 'right' ? [1, 5] : [7, 3];
    ctx.strokeStyle = theme.sig;
    ctx.lineWidth = 2.1;
    ctx.beginPath();
    ctx.moveTo(open, 0.6);
    ctx.lineTo(tip, 4);
    ctx.lineTo(open, 7.4);
    ctx.stroke();
  },
});

const dots = (way: 'in' | 'out'): Tile => ({
  width: 6,
  height: 6,
  angle: 0,
  draw(ctx, theme) {
    ground(ctx, way === 'in' ? theme['sig-t'] : theme.sig);
    ctx.fillStyle = way === 'in' ? theme.sig : theme['sig-t'];
    for (const at of [1.5, 4.5]) disc(ctx, at, { y: at, r: way === 'in' ? 1.35 : 1.2 });
  },
});

/** Local handling: no medium, so plain bars across the lane. */
const bars = (offset: number): Tile => ({
  width: 5,
  height: 8,
  angle: 0,
  draw(ctx, theme) {
    ground(ctx, theme['sig-t']);
    ctx.fillStyle = theme.sig;
    ctx.fillRect(offset, 0, 2, 8);
  },
});

const POLL: Tile = {
  width: 7,
  height: 7,
  angle: 0,
  draw(ctx, theme) {
    ground(ctx, theme['sig-t']);
    ctx.fillStyle = theme.sig;
    disc(ctx, 1.75, { y: 3.5, r: 1.15 });
  },
};

function disc(ctx: CanvasRenderingContext2D, x: number, { y, r }: { y: number; r: number }): void {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fill();
}

const IN: Readonly<Record<(typeof SIGNALLING_METHODS)[number], Tile>> = {
  local: bars(0),
  migration: stripes(45),
  ipc: chevrons('right'),
  polling: dots('in'),
};
const OUT: Readonly<Record<(typeof SIGNALLING_METHODS)[number], Tile>> = {
  local: bars(2.5),
  migration: stripes(-45),
  ipc: chevrons('left'),
  polling: dots('out'),
};

/** The texture of a fill, or `null` where it is a plain colour. */
export function tileOf(key: FillKey): Tile | null {
  const { style, variant } = fillOf(key);
  const method = SIGNALLING_METHODS[variant] ?? 'local';
  if (style === 'signalIn') return IN[method];
  if (style === 'signalOut') return OUT[method];
  return style === 'polling' ? POLL : null;
}

/** A pattern, and how many pixels its tile has for a CSS px. */
interface Made {
  readonly pattern: CanvasPattern;
  readonly tile: Tile;
  readonly detail: number;
}

/** Canvas patterns by fill, for one theme; made on first use. Call `shift` before a frame is painted. */
export class Textures {
  private readonly patterns = new Map<FillKey, Made | null>();
  private offset = 0;
  private ratio = 0;
  private readonly theme: Theme;

  constructor(theme: Theme) {
    this.theme = theme;
  }

  /** Moves all textures so that they stay with what they fill when x = 0 of the picture is at `originX`. */
  shift(originX: number): void {
    // 2520 is a multiple of every period; doubles lose small digits of very large offsets.
    this.offset = originX % 2520;
  }

  /** Where x = 0 of the picture lies, as told to `shift`. CSS px. */
  get originX(): number {
    return this.offset;
  }

  /** The pattern for `key`, or `null` where a plain colour is due. */
  get(ctx: CanvasRenderingContext2D, key: FillKey): CanvasPattern | null {
    const ratio = ctx.getTransform().a;
    if (ratio !== this.ratio) this.patterns.clear();
    this.ratio = ratio;
    let entry = this.patterns.get(key);
    if (entry === undefined) {
      entry = makePattern(ctx, key, { theme: this.theme, ratio });
      this.patterns.set(key, entry);
    }
    if (entry === null) return null;
    const { pattern, tile, detail } = entry;
    // Pixel on pixel a tile is copied; anything else is computed for every pixel anew.
    const x = detail === ratio ? Math.round(this.offset * ratio) / ratio : this.offset;
    const matrix = new DOMMatrix().translateSelf(x, 0);
    pattern.setTransform(matrix.rotateSelf(tile.angle).scaleSelf(1 / detail));
    return pattern;
  }
}

/** As many as the screen has, if the tile then ends on a pixel. */
function detailOf({ width, height, angle }: Tile, ratio: number): number {
  const ends = Number.isInteger(width * ratio) && Number.isInteger(height * ratio);
  return angle === 0 && ends ? ratio : DETAIL;
}

function makePattern(
  ctx: CanvasRenderingContext2D,
  key: FillKey,
  { theme, ratio }: { readonly theme: Theme; readonly ratio: number },
): Made | null {
  const tile = tileOf(key);
  if (tile === null) return null;
  const detail = detailOf(tile, ratio);
  const canvas = ctx.canvas.ownerDocument.createElement('canvas');
  canvas.width = tile.width * detail;
  canvas.height = tile.height * detail;
  const inner = canvas.getContext('2d');
  if (inner === null) return null;
  inner.scale(detail, detail);
  tile.draw(inner, theme);
  const pattern = ctx.createPattern(canvas, 'repeat');
  return pattern === null ? null : { pattern, tile, detail };
}
