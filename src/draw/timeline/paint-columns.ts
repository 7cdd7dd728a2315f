import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { Theme } from '../theme.ts';
import { EMPTY, LINE, STACK } from './columns.ts';
import type { ColumnBuffer } from './columns.ts';
import type { Lane } from './lanes.ts';
import { SLOTS, SLOT_STYLES } from './lod.ts';
import { fillKey } from './rects.ts';
import { mixed } from './sheet.ts';
import type { Pixels, PixelSheet } from './sheet.ts';
import { BASE_LINE, FULL_HEIGHT, RULE, baseColour, lineColour, plainFill } from './span-shapes.ts';

const USER_SLOT = SLOT_STYLES.indexOf('user');
const RESUME_SLOT = SLOT_STYLES.indexOf('resume');

/** The columns of lanes, from top to bottom as the buffer has them. */
export interface LaneColumns {
  readonly columns: ColumnBuffer;
  readonly lanes: readonly Lane[];
}

/** The colour of a slot; merged into a pixel a copy is solid, to be seen. */
function slotColour(theme: Theme, slot: number, variant: number): string {
  const style = SLOT_STYLES[slot];
  if (style === 'recover') return theme.fault;
  return plainFill(theme, fillKey(SPAN_STYLES.indexOf(style), style === 'user' ? variant : 0));
}

const USER = SPAN_STYLES.indexOf('user');
const VARIANTS = 8;

/** Colours as pixels: what fills each slot, and its edge: the line below user code, the rules of a resume. */
interface Palette {
  /** `[variant * SLOTS + slot]`. */
  readonly fill: Uint32Array;
  readonly base: Uint32Array;
  /** Where a part of that line covers a pixel. */
  readonly edge: Uint32Array;
  readonly rule: number;
}

/** What each sheet was painted with last: a theme rarely changes. */
const palettes = new WeakMap<
  PixelSheet,
  { readonly theme: Theme; readonly ratio: number; readonly palette: Palette }
>();

function paletteOf(sheet: PixelSheet, theme: Theme, ratio: number): Palette {
  const last = palettes.get(sheet);
  if (last?.theme === theme && last.ratio === ratio) return last.palette;
  const palette = makePalette(sheet, theme, ratio);
  palettes.set(sheet, { theme, ratio, palette });
  return palette;
}

function makePalette(sheet: PixelSheet, theme: Theme, ratio: number): Palette {
  const variants = Array.from({ length: VARIANTS }, (_, variant) => variant);
  const fills = variants.flatMap((variant) =>
    SLOT_STYLES.map((_, slot) => sheet.bitsOf(slotColour(theme, slot, variant))),
  );
  const bases = variants.map((variant) => sheet.bitsOf(baseColour(theme, fillKey(USER, variant))));
  const rule = sheet.bitsOf(theme.kern);
  const part = (BASE_LINE * ratio) % 1;
  const edges = bases.map((base, variant) => mixed(base, fills[variant * SLOTS + USER_SLOT], part));
  return {
    fill: Uint32Array.from(fills),
    base: Uint32Array.from(bases),
    edge: Uint32Array.from(edges),
    rule,
  };
}

/** Sets the pixels of all columns. */
export function paintColumns(
  { pixels, sheet }: { readonly pixels: Pixels; readonly sheet: PixelSheet },
  theme: Theme,
  { columns, lanes }: LaneColumns,
): void {
  if (!columns.used) return;
  const painter = new ColumnPainter(pixels, columns, paletteOf(sheet, theme, pixels.ratio));
  lanes.forEach((lane, row) => {
    painter.paintLane(row, lane, sheet.bitsOf(lineColour(theme, lane.height)));
  });
}

/** A frame sets most of the picture, column by column, so nothing is allocated for one. */
class ColumnPainter {
  private readonly columns: ColumnBuffer;
  private readonly palette: Palette;
  private readonly data: Uint32Array;
  private readonly stride: number;
  private readonly ratio: number;
  /** Where each CSS px of the lane in hand begins in `data`, from its base upwards. */
  private offsets = new Int32Array(0);

  /** The line below user code: whole rows in `data`, and whether a part of one is over it. */
  private readonly foot: number;
  private readonly parted: boolean;

  constructor(pixels: Pixels, columns: ColumnBuffer, palette: Palette) {
    this.columns = columns;
    this.palette = palette;
    this.data = pixels.data;
    this.stride = pixels.columns;
    this.ratio = pixels.ratio;
    this.foot = Math.floor(BASE_LINE * this.ratio) * this.stride;
    this.parted = BASE_LINE * this.ratio > Math.floor(BASE_LINE * this.ratio);
  }

  paintLane(row: number, { top, height }: Lane, line: number): void {
    const { ratio, stride } = this;
    const { width, kind } = this.columns;
    const rowOf = (y: number): number => Math.round(y * ratio) * stride;
    this.offsets = Int32Array.from({ length: height + 1 }, (_, h) => rowOf(top + height - h));
    const thick = Math.max(Math.round((height < FULL_HEIGHT ? 1 : RULE) * ratio), 1);
    const middle = Math.round((top + height / 2) * ratio - thick / 2) * stride;
    for (let x = 0; x < width; x++) {
      const at = row * width + x;
      const look = kind[at];
      if (look === EMPTY) continue;
      const right = Math.min(Math.round((x + 1) * ratio), stride);
      for (let column = Math.round(x * ratio); column < right; column++) {
        if (look === LINE) this.fill(middle + column, middle + thick * stride, line);
        else this.paintStack(at, look - STACK, column);
      }
    }
  }

  private paintStack(at: number, variant: number, column: number): void {
    const { data, stride, offsets, foot, parted } = this;
    const { heights } = this.columns;
    const { fill } = this.palette;
    let level = 0;
    let end = offsets[0] + column;
    for (let slot = 0; slot < SLOTS; slot++) {
      const tall = heights[at * SLOTS + slot];
      if (tall === 0) continue;
      level += tall;
      const begin = offsets[level] + column;
      const colour = fill[variant * SLOTS + slot];
      if (slot === USER_SLOT) {
        const edge = Math.max(end - foot, begin);
        this.fill(edge, end, this.palette.base[variant]);
        end = edge;
        if (edge > begin && parted) {
          end -= stride;
          data[end] = this.palette.edge[variant];
        }
      }
      for (let pixel = begin; pixel < end; pixel += stride) data[pixel] = colour;
      if (slot === RESUME_SLOT && tall >= FULL_HEIGHT) this.paintRules(begin, end, colour);
      end = begin;
    }
  }

  /** A rule at its head and one at its foot. */
  private paintRules(begin: number, end: number, ground: number): void {
    const { data, stride, ratio } = this;
    const { rule } = this.palette;
    const tall = RULE * ratio;
    const whole = Math.floor(tall);
    const part = tall - whole;
    this.fill(begin, begin + whole * stride, rule);
    this.fill(end - whole * stride, end, rule);
    if (part === 0) return;
    data[begin + whole * stride] = mixed(rule, ground, part);
    data[end - (whole + 1) * stride] = mixed(rule, ground, part);
  }

  private fill(begin: number, end: number, colour: number): void {
    const { data, stride } = this;
    for (let pixel = begin; pixel < end; pixel += stride) data[pixel] = colour;
  }
}

/** The same as rectangles, for pictures that can be enlarged: neighbours that look alike are one. */
export function fillColumns(
  ctx: CanvasRenderingContext2D,
  theme: Theme,
  { columns, lanes }: LaneColumns,
): void {
  if (!columns.used) return;
  const { width, kind } = columns;
  lanes.forEach((lane, row) => {
    let x = 0;
    while (x < width) {
      const at = row * width + x;
      let right = x + 1;
      while (right < width && columns.alike(at, row * width + right)) right += 1;
      if (kind[at] === LINE) {
        ctx.fillStyle = lineColour(theme, lane.height);
        const thick = lane.height < FULL_HEIGHT ? 1 : RULE;
        ctx.fillRect(x, lane.top + (lane.height - thick) / 2, right - x, thick);
      } else if (kind[at] !== EMPTY) fillStack(ctx, theme, { columns, lane, at, x, right });
      x = right;
    }
  });
}

interface Stack {
  readonly columns: ColumnBuffer;
  readonly lane: Lane;
  readonly at: number;
  readonly x: number;
  readonly right: number;
}

function fillStack(
  ctx: CanvasRenderingContext2D,
  theme: Theme,
  { columns, lane, at, x, right }: Stack,
): void {
  const variant = columns.kind[at] - STACK;
  let y = lane.top + lane.height;
  for (let slot = 0; slot < SLOTS; slot++) {
    const tall = columns.heights[at * SLOTS + slot];
    if (tall === 0) continue;
    y -= tall;
    ctx.fillStyle = slotColour(theme, slot, variant);
    ctx.fillRect(x, y, right - x, tall);
    if (slot === USER_SLOT) {
      const line = Math.min(BASE_LINE, tall);
      ctx.fillStyle = baseColour(theme, fillKey(USER, variant));
      ctx.fillRect(x, y + tall - line, right - x, line);
    } else if (slot === RESUME_SLOT && tall >= FULL_HEIGHT) {
      ctx.fillStyle = theme.kern;
      ctx.fillRect(x, y, right - x, RULE);
      ctx.fillRect(x, y + tall - RULE, right - x, RULE);
    }
  }
}
