import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import type { Theme } from './theme.ts';
import type { FillKey } from './timeline/rects.ts';
import { fillOf } from './timeline/rects.ts';

/** Tiles are drawn this many times larger than CSS px, to stay sharp up to that pixel ratio. */
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

/** Canvas patterns by fill, for one theme; made on first use. Call `shift` before a frame is painted. */
export class Textures {
  private readonly patterns = new Map<FillKey, { pattern: CanvasPattern; tile: Tile } | null>();
  private offset = 0;
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
    let entry = this.patterns.get(key);
    if (entry === undefined) {
      entry = makePattern(ctx, key, this.theme);
      this.patterns.set(key, entry);
    }
    if (entry === null) return null;
    const matrix = new DOMMatrix().translateSelf(this.offset, 0);
    entry.pattern.setTransform(matrix.rotateSelf(entry.tile.angle).scaleSelf(1 / DETAIL));
    return entry.pattern;
  }
}

function makePattern(
  ctx: CanvasRenderingContext2D,
  key: FillKey,
  theme: Theme,
): { pattern: CanvasPattern; tile: Tile } | null {
  const tile = tileOf(key);
  if (tile === null) return null;
  const canvas = ctx.canvas.ownerDocument.createElement('canvas');
  canvas.width = tile.width * DETAIL;
  canvas.height = tile.height * DETAIL;
  const inner = canvas.getContext('2d');
  if (inner === null) return null;
  inner.scale(DETAIL, DETAIL);
  tile.draw(inner, theme);
  const pattern = ctx.createPattern(canvas, 'repeat');
  return pattern === null ? null : { pattern, tile };
}
