import type { Textures } from '../textures.ts';
import type { Theme } from '../theme.ts';
import { canvasInk } from './ink.ts';
import { fillOf, rectsByFill } from './rects.ts';
import type { FillKey, RectBuffer } from './rects.ts';
import type { PixelSheet } from './sheet.ts';
import {
  baseColour,
  fillBaseLine,
  fillLine,
  fillRules,
  fillShape,
  fillTicks,
  FULL_HEIGHT,
  lineColour,
  MIN_WIDTH,
  plainFill,
} from './span-shapes.ts';

/** Size and distance of the blocks of a copy, CSS px. */
const BLOCK = 4;
const BLOCK_STEP = 6;
/** Least size of a texture, CSS px. */
const TEXTURE_WIDTH = 2;
const TEXTURE_HEIGHT = 4;

/** A canvas with what its colours come from. */
export interface Brush {
  readonly ctx: CanvasRenderingContext2D;
  readonly theme: Theme;
  readonly textures: Textures;
  /** Memory for the pixels of a screen; without it all is drawn as shapes, for pictures that can be enlarged. */
  readonly sheet?: PixelSheet;
}

/** Paints all rectangles that are not merged, fill by fill, so that the canvas changes its state as rarely as possible. */
export function paintSpans(brush: Brush, rects: RectBuffer): void {
  for (const run of runsOf(rects, rectsByFill(rects))) paintRun(brush, run);
}

interface Run {
  readonly rects: RectBuffer;
  readonly rows: Uint32Array;
  readonly key: FillKey;
}

/** Rows in `order`, which is by fill, in one piece a fill. */
function* runsOf(rects: RectBuffer, order: Uint32Array): Generator<Run> {
  let first = 0;
  while (first < order.length) {
    const key = rects.key[order[first]];
    let last = first;
    while (last < order.length && rects.key[order[last]] === key) last += 1;
    yield { rects, rows: order.subarray(first, last), key };
    first = last;
  }
}

function paintRun(brush: Brush, run: Run): void {
  const { ctx, theme, textures } = brush;
  const { style } = fillOf(run.key);
  const ink = canvasInk(ctx);
  if (style === 'halted' || style === 'blocked') {
    paintLines(brush, run, style === 'blocked');
    return;
  }
  const texture = textures.get(ctx, run.key);
  if (style === 'compare') fillCompare(brush, run);
  else if (style === 'recover') fillCopies(brush, run);
  else if (texture === null) {
    ctx.fillStyle = plainFill(theme, run.key);
    for (const i of run.rows) fillShape(ink, run.rects, i);
  } else fillTextured(brush, run, texture);
  if (style === 'user') {
    ctx.fillStyle = baseColour(theme, run.key);
    for (const i of run.rows) fillBaseLine(ink, run.rects, i);
  } else if (style === 'resume') {
    ctx.fillStyle = theme.kern;
    for (const i of run.rows) fillRules(ink, run.rects, i);
  }
}

/** A texture says nothing in a few pixels and costs ten times a plain fill: there it is left out. */
function fillTextured(
  { ctx, theme }: Brush,
  { rects, rows, key }: Run,
  texture: CanvasPattern,
): void {
  const ink = canvasInk(ctx);
  const legible = (i: number): boolean =>
    rects.width[i] >= TEXTURE_WIDTH && rects.height[i] >= TEXTURE_HEIGHT;
  ctx.fillStyle = plainFill(theme, key);
  for (const i of rows) if (!legible(i)) fillShape(ink, rects, i);
  ctx.fillStyle = texture;
  for (const i of rows) if (legible(i)) fillShape(ink, rects, i);
}

function paintLines({ ctx, theme }: Brush, { rects, rows }: Run, ends: boolean): void {
  const ink = canvasInk(ctx);
  for (const i of rows) {
    ctx.fillStyle = lineColour(theme, rects.height[i]);
    fillLine(ink, rects, i);
    if (ends) fillTicks(ink, rects, i);
  }
}

/** Page blocks that are copied, in two rows, in a box; where it is thin it is solid, to be seen. */
function fillCopies({ ctx, theme, textures }: Brush, { rects, rows }: Run): void {
  for (const i of rows) {
    const [x, y, width, height] = [rects.x[i], rects.y[i], rects.width[i], rects.height[i]];
    const blocks = height >= FULL_HEIGHT && width >= BLOCK_STEP;
    ctx.fillStyle = blocks ? theme['fault-t'] : theme.fault;
    ctx.fillRect(x, y, Math.max(width, MIN_WIDTH), height);
    if (!blocks) continue;
    ctx.fillStyle = theme.fault;
    const top = y + height / 2 - BLOCK_STEP + 1;
    // Blocks stay with their span while the window moves.
    const phase = (((x - textures.originX) % BLOCK_STEP) + BLOCK_STEP) % BLOCK_STEP;
    for (let at = BLOCK_STEP - phase; at + BLOCK <= width - 2; at += BLOCK_STEP) {
      ctx.fillRect(x + at, top, BLOCK, BLOCK);
      ctx.fillRect(x + at, top + BLOCK_STEP, BLOCK, BLOCK);
    }
    ctx.strokeStyle = theme.fault;
    ctx.lineWidth = 1;
    ctx.strokeRect(x + 0.5, y + 0.5, Math.max(width - 1, 0.5), height - 1);
  }
}

/** A literal "=" in a box where there is room for one, else its plain ground. */
function fillCompare({ ctx, theme }: Brush, { rects, rows }: Run): void {
  for (const i of rows) {
    const [x, y, width, height] = [rects.x[i], rects.y[i], rects.width[i], rects.height[i]];
    ctx.fillStyle = theme['work-t'];
    ctx.fillRect(x, y, Math.max(width, MIN_WIDTH), height);
    if (height < FULL_HEIGHT || width < 3) continue;
    ctx.fillStyle = theme.work;
    ctx.fillRect(x + 1, y + height / 2 - 3.8, width - 2, 1.6);
    ctx.fillRect(x + 1, y + height / 2 + 2.2, width - 2, 1.6);
    ctx.strokeStyle = theme.work;
    ctx.lineWidth = 1;
    ctx.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  }
}
