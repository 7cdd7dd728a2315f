import { assert } from '../../base/assert.ts';
import type { Theme } from '../theme.ts';
import { Textures, tileOf } from '../textures.ts';
import type { FillKey } from '../timeline/rects.ts';
import { short } from './markup.ts';
import { createIds, SvgContext, SvgPaint } from './svg-context.ts';
import type { SvgIds } from './svg-context.ts';

/** The textures as SVG patterns, for painters whose context is an `SvgContext`. */
export class SvgTextures extends Textures {
  private readonly palette: Theme;
  private readonly ids: SvgIds;
  private readonly made = new Map<string, SvgPaint>();

  constructor(theme: Theme, ids: SvgIds) {
    super(theme);
    this.palette = theme;
    this.ids = ids;
  }

  override get(ctx: CanvasRenderingContext2D, key: FillKey): CanvasPattern | null {
    const tile = tileOf(key);
    if (tile === null) return null;
    const target: unknown = ctx;
    assert(target instanceof SvgContext, 'patterns of SVG fit no other picture');
    const name = `${key} ${this.originX}`;
    const paint = this.made.get(name) ?? new SvgPaint(this.ids.next());
    if (!this.made.has(name)) {
      this.made.set(name, paint);
      const inner = new SvgContext(createIds(`${paint.id}-`));
      tile.draw(asCanvas(inner), this.palette);
      const { width, height, angle } = tile;
      const turn = angle === 0 ? '' : ` rotate(${angle})`;
      const at = `patternTransform="translate(${short(this.originX)} 0)${turn}"`;
      const size = `width="${width}" height="${height}" patternUnits="userSpaceOnUse"`;
      const { elements } = inner.finish();
      target.define(`<pattern id="${paint.id}" ${size} ${at}>${elements}</pattern>`);
    }
    return paint as unknown as CanvasPattern;
  }
}

/** `context` for painters, which ask for a canvas: it has all of one that they use. */
export function asCanvas(context: SvgContext): CanvasRenderingContext2D {
  return context as unknown as CanvasRenderingContext2D;
}
