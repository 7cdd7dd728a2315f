import type { SpanStyle } from '../../kernel/activities.ts';
import type { Textures } from '../textures.ts';
import { replicaColours } from '../theme.ts';
import type { Theme } from '../theme.ts';
import { fillOf, rectsByFill } from './rects.ts';
import type { FillKey, RectBuffer } from './rects.ts';

/** Rectangles narrower than this are painted this wide. CSS px. */
const MIN_WIDTH = 1;
/** Lanes thinner than this carry plain fills without rules and base lines. */
const FULL_HEIGHT = 12;
const BASE_LINE = 2.5;
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
}

/** Paints all rectangles, fill by fill, so that the canvas changes its state as rarely as possible. */
export function paintSpans(brush: Brush, rects: RectBuffer): void {
  const order = rectsByFill(rects);
  let first = 0;
  while (first < order.length) {
    const key = rects.key[order[first]];
    let last = first;
    while (last < order.length && rects.key[order[last]] === key) last += 1;
    paintRun(brush, { rects, rows: order.subarray(first, last), key });
    first = last;
  }
}

interface Run {
  readonly rects: RectBuffer;
  readonly rows: Uint32Array;
  readonly key: FillKey;
}

function paintRun(brush: Brush, run: Run): void {
  const { style } = fillOf(run.key);
  if (style === 'halted' || style === 'blocked') {
    paintLines(brush, run, style === 'blocked');
    return;
  }
  const texture = brush.textures.get(brush.ctx, run.key);
  if (style === 'compare') fillCompare(brush, run);
  else if (style === 'recover') fillCopies(brush, run);
  else if (texture === null) fillRows(brush.ctx, run, plainFill(brush.theme, run.key));
  else fillTextured(brush, run, texture);
  if (style === 'user') paintBaseLines(brush, run);
  if (style === 'resume') paintRules(brush, run);
}

/** The plain colour of a fill, also where its texture has no room. */
function plainFill(theme: Theme, key: FillKey): string {
  const { style, variant } = fillOf(key);
  if (style === 'user')
    return variant === 7 ? theme['kern-t'] : replicaColours(theme, variant).tint;
  return theme[PLAIN[style]];
}

const PLAIN: Readonly<Record<SpanStyle, keyof Theme>> = {
  halted: 'ink-3',
  blocked: 'ink-3',
  user: 'r0-t',
  kernel: 'kern',
  resume: 'kern-t',
  signalIn: 'sig',
  signalOut: 'sig',
  polling: 'sig-t',
  compare: 'work-t',
  handle: 'work',
  recover: 'fault-t',
};

function fillRows(
  ctx: CanvasRenderingContext2D,
  { rects, rows }: Omit<Run, 'key'>,
  fill: string | CanvasPattern,
): void {
  ctx.fillStyle = fill;
  for (const i of rows) {
    const width = rects.width[i];
    // A hair of panel between neighbours of one colour keeps them countable.
    const single = rects.span[i] >= 0 && width > 6;
    const shown = single ? width - 0.6 : Math.max(width, MIN_WIDTH);
    ctx.fillRect(rects.x[i], rects.y[i], shown, rects.height[i]);
  }
}

/** A texture says nothing in a few pixels and costs ten times a plain fill: there it is left out. */
function fillTextured(brush: Brush, run: Run, texture: CanvasPattern): void {
  const { rects, rows } = run;
  const legible = (i: number): boolean =>
    rects.width[i] >= TEXTURE_WIDTH && rects.height[i] >= TEXTURE_HEIGHT;
  fillRows(
    brush.ctx,
    { rects, rows: rows.filter((i) => !legible(i)) },
    plainFill(brush.theme, run.key),
  );
  fillRows(brush.ctx, { rects, rows: rows.filter(legible) }, texture);
}

function paintBaseLines({ ctx, theme }: Brush, { rects, rows, key }: Run): void {
  const { variant } = fillOf(key);
  ctx.fillStyle = variant === 7 ? theme['ink-2'] : replicaColours(theme, variant).fill;
  for (const i of rows) {
    const height = Math.min(BASE_LINE, rects.height[i]);
    const y = rects.y[i] + rects.height[i] - height;
    ctx.fillRect(rects.x[i], y, Math.max(rects.width[i], MIN_WIDTH), height);
  }
}

function paintRules({ ctx, theme }: Brush, { rects, rows }: Run): void {
  ctx.fillStyle = theme.kern;
  for (const i of rows) {
    const height = rects.height[i];
    if (height < FULL_HEIGHT) continue;
    const width = Math.max(rects.width[i], MIN_WIDTH);
    ctx.fillRect(rects.x[i], rects.y[i], width, 1.5);
    ctx.fillRect(rects.x[i], rects.y[i] + height - 1.5, width, 1.5);
  }
}

function paintLines({ ctx, theme }: Brush, { rects, rows }: Run, ends: boolean): void {
  for (const i of rows) {
    const x = rects.x[i];
    const thin = rects.height[i] < FULL_HEIGHT;
    ctx.fillStyle = thin ? theme['line-2'] : theme['ink-3'];
    const width = Math.max(rects.width[i], MIN_WIDTH);
    const middle = rects.y[i] + rects.height[i] / 2;
    const line = thin ? 1 : 1.5;
    ctx.fillRect(x, middle - line / 2, width, line);
    if (!ends || width < 5 || thin) continue;
    ctx.fillRect(x, middle - 3.5, 1.5, 7);
    ctx.fillRect(x + width - 1.5, middle - 3.5, 1.5, 7);
  }
}

/** Page blocks that are copied, in two rows, in a box; merged into pixels it is solid, to be seen. */
function fillCopies({ ctx, theme, textures }: Brush, { rects, rows }: Run): void {
  for (const i of rows) {
    const [x, y, width, height] = [rects.x[i], rects.y[i], rects.width[i], rects.height[i]];
    const blocks = rects.span[i] >= 0 && height >= FULL_HEIGHT && width >= BLOCK_STEP;
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
    if (rects.span[i] < 0 || height < FULL_HEIGHT || width < 3) continue;
    ctx.fillStyle = theme.work;
    ctx.fillRect(x + 1, y + height / 2 - 3.8, width - 2, 1.6);
    ctx.fillRect(x + 1, y + height / 2 + 2.2, width - 2, 1.6);
    ctx.strokeStyle = theme.work;
    ctx.lineWidth = 1;
    ctx.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  }
}
