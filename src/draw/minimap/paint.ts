import type { Theme } from '../theme.ts';
import type { NoteFlag } from '../timeline/instants.ts';
import { fillBolt } from '../timeline/paint-faults.ts';
import { paintNoteFlag } from '../timeline/paint-overlay.ts';
import type { FaultColumns } from './faults.ts';

/** One picture of the minimap, CSS px. */
export interface MinimapPicture {
  readonly width: number;
  readonly height: number;
  /** From `trapDensity` at this width. */
  readonly density: Float32Array;
  /** From `faultColumns` at this width. */
  readonly faults: FaultColumns;
  /** From `noteFlags` at this width. */
  readonly flags?: readonly NoteFlag[];
  readonly playheadX: number;
  /** From here on nothing of the run is shown; absent or `null` = everything is. */
  readonly hiddenX?: number | null;
  readonly window: { readonly x: number; readonly width: number };
}

/** Least height of a pixel with traps, so that single ones show. */
const MIN_BAR = 3;

/**
 * Paints the trap density, past dark and future pale, and the window. Clears the area first. With a
 * `ground` of its own the strip of a screen is painted once and not in every frame.
 */
export function paintMinimap(
  ctx: CanvasRenderingContext2D,
  theme: Theme,
  picture: MinimapPicture,
  ground?: MinimapGround,
): void {
  const { width, height, faults, flags = [], playheadX, window } = picture;
  ctx.clearRect(0, 0, width, height);
  if (ground === undefined) {
    const edge = Math.ceil(playheadX);
    paintStrip(ctx, theme, picture, (x) => (x < edge ? 'past' : 'future'));
  } else ground.put(ctx, theme, picture);
  const hiddenX = picture.hiddenX ?? null;
  if (hiddenX !== null) {
    ctx.fillStyle = theme.sunk;
    ctx.fillRect(hiddenX, 1, width - hiddenX - 1, height - 2);
  }
  ctx.fillStyle = theme.ink;
  ctx.fillRect(playheadX - 0.75, 0, 1.5, height);
  ctx.strokeStyle = theme.sel;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.roundRect(window.x + 1, 1, Math.max(window.width - 2, 2), height - 2, 2);
  ctx.stroke();
  for (const flag of flags) paintNoteFlag({ ctx, theme }, flag, 0);
  const bolts = faults.bolts.filter((x) => hiddenX === null || x <= hiddenX);
  paintBolts(ctx, theme, { ...faults, bolts });
}

type Side = 'past' | 'future';

/** The run itself, without what moves over it. */
function paintStrip(
  ctx: CanvasRenderingContext2D,
  theme: Theme,
  { width, height, density, faults }: MinimapPicture,
  sideOf: (x: number) => Side,
): void {
  ctx.fillStyle = theme.sunk;
  ctx.fillRect(0, 0, width, height);
  for (let x = 0; x < density.length; x++) {
    const share = density[x];
    if (share === 0) continue;
    const bar = MIN_BAR + share * (height - 4 - MIN_BAR);
    ctx.fillStyle = sideOf(x) === 'past' ? theme.kern : theme.line;
    ctx.fillRect(x, height - bar, 1, bar);
  }
  paintAlarms(ctx, theme, { faults, height });
  ctx.strokeStyle = theme.line;
  ctx.lineWidth = 1;
  ctx.strokeRect(0.5, 0.5, width - 1, height - 1);
}

/** The run as it is before and behind the playhead, each painted once: it has a bar for every pixel. */
export class MinimapGround {
  private made: { readonly keys: readonly unknown[]; readonly sides: Sides } | null = null;

  /** Puts it on `ctx`, split at the playhead. */
  put(ctx: CanvasRenderingContext2D, theme: Theme, picture: MinimapPicture): void {
    const { width, height, density, faults } = picture;
    const ratio = ctx.getTransform().a;
    const keys = [theme, density, faults, width, height, ratio];
    if (this.made === null || keys.some((key, i) => key !== this.made?.keys[i])) {
      const side = (name: Side): OffscreenCanvas => paintSide(theme, picture, { name, ratio });
      this.made = { keys, sides: { past: side('past'), future: side('future') } };
    }
    const { past, future } = this.made.sides;
    const edge = Math.min(Math.max(Math.ceil(picture.playheadX), 0), width);
    putPart(ctx, past, { from: 0, to: edge, ratio });
    putPart(ctx, future, { from: edge, to: width, ratio });
  }
}

type Sides = Readonly<Record<Side, OffscreenCanvas>>;

function paintSide(
  theme: Theme,
  picture: MinimapPicture,
  { name, ratio }: { readonly name: Side; readonly ratio: number },
): OffscreenCanvas {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(Math.ceil(width * ratio), Math.ceil(height * ratio));
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('this browser cannot draw off the screen');
  ctx.scale(ratio, ratio);
  // What is drawn here is common to both kinds of context.
  paintStrip(ctx as unknown as CanvasRenderingContext2D, theme, picture, () => name);
  return canvas;
}

function putPart(
  ctx: CanvasRenderingContext2D,
  side: OffscreenCanvas,
  { from, to, ratio }: { readonly from: number; readonly to: number; readonly ratio: number },
): void {
  const wide = (to - from) * ratio;
  if (wide <= 0) return;
  const tall = side.height;
  ctx.drawImage(side, from * ratio, 0, wide, tall, from, 0, to - from, tall / ratio);
}

const BOLT_DISC = 5.5;

function paintAlarms(
  ctx: CanvasRenderingContext2D,
  theme: Theme,
  { faults, height }: Pick<MinimapPicture, 'faults' | 'height'>,
): void {
  ctx.fillStyle = theme.fault;
  for (const { x, width } of faults.latent) ctx.fillRect(x, height - 2, width, 2);
  for (const x of faults.alarms) ctx.fillRect(x, height - 12, 1, 12);
  for (const x of faults.ends) ctx.fillRect(x - 2, 0, 2, height);
}

/** Bolts come last: neither the window nor the playhead nor a flag may hide one. */
function paintBolts(ctx: CanvasRenderingContext2D, theme: Theme, { bolts }: FaultColumns): void {
  for (const x of bolts) {
    ctx.fillStyle = theme.fault;
    ctx.beginPath();
    ctx.arc(x, BOLT_DISC + 1, BOLT_DISC, 0, 2 * Math.PI);
    ctx.fill();
    fillBolt(ctx, theme.panel, { x, y: BOLT_DISC + 1, size: 8 });
  }
}
