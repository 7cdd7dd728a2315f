/** Device pixels row by row, four bytes each as a screen has them: red in the lowest, then green, blue and opacity. */
export interface Pixels {
  readonly data: Uint32Array;
  readonly columns: number;
  readonly rows: number;
  /** Device px of a CSS px. */
  readonly ratio: number;
}

/** The size of a sheet in CSS px, and what its ground depends on besides. */
interface SheetSize {
  readonly width: number;
  readonly height: number;
  readonly keys: readonly object[];
}

/**
 * Pixels in memory that are put on a canvas at once, instead of all that was there. A rectangle on a
 * canvas costs about half a microsecond whatever its size; a whole run would have tens of thousands
 * of them, one pixel wide. What does not change from frame to frame is kept as the ground.
 */
export class PixelSheet {
  private readonly palette = new Map<string, number>();
  private made: Made | null = null;

  /** The ground alone for a picture of that many CSS px on `ctx`, at its scale; `paint` paints it. */
  begin(
    ctx: CanvasRenderingContext2D,
    { width, height, keys }: SheetSize,
    paint: (ctx: CanvasRenderingContext2D) => void,
  ): Pixels {
    const ratio = ctx.getTransform().a;
    const columns = Math.max(Math.ceil(width * ratio), 1);
    const rows = Math.max(Math.ceil(height * ratio), 1);
    const { made } = this;
    if (made !== null && isFor(made, { keys, columns, rows, ratio })) {
      made.pixels.data.set(made.ground);
      return made.pixels;
    }
    const image = ctx.createImageData(columns, rows);
    const data = new Uint32Array(image.data.buffer);
    const pixels = { data, columns, rows, ratio };
    const ground = groundOf(ctx, pixels, paint);
    data.set(ground);
    this.made = { keys, image, ground, pixels };
    return pixels;
  }

  /** Puts the pixels on `ctx`. */
  finish(ctx: CanvasRenderingContext2D): void {
    if (this.made !== null) ctx.putImageData(this.made.image, 0, 0);
  }

  /** A colour of any notation, also one of the system, as a pixel. */
  bitsOf(colour: string): number {
    let bits = this.palette.get(colour);
    if (bits === undefined) {
      bits = resolve(colour);
      this.palette.set(colour, bits);
    }
    return bits;
  }
}

interface Made {
  readonly keys: readonly object[];
  readonly image: ImageData;
  readonly ground: Uint32Array;
  /** Shares its memory with `image`. */
  readonly pixels: Pixels;
}

function isFor(
  { keys, pixels }: Made,
  now: { keys: readonly object[]; columns: number; rows: number; ratio: number },
): boolean {
  return (
    pixels.columns === now.columns &&
    pixels.rows === now.rows &&
    pixels.ratio === now.ratio &&
    keys.every((key, i) => key === now.keys[i])
  );
}

function groundOf(
  { canvas }: CanvasRenderingContext2D,
  { columns, rows, ratio }: Pixels,
  paint: (ctx: CanvasRenderingContext2D) => void,
): Uint32Array {
  const below = canvas.ownerDocument.createElement('canvas');
  below.width = columns;
  below.height = rows;
  // Read once and never shown.
  const ctx = below.getContext('2d', { willReadFrequently: true });
  if (ctx === null) throw new Error('this browser cannot draw off the screen');
  ctx.scale(ratio, ratio);
  paint(ctx);
  return new Uint32Array(ctx.getImageData(0, 0, columns, rows).data.buffer);
}

const OPAQUE = 0xff000000;

/** What a colour is on this screen. */
function resolve(colour: string): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (context === null) return 0;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return (red | (green << 8) | (blue << 16) | OPAQUE) >>> 0;
}

/** A pixel of `share` of `a` and the rest of `b`, both opaque. */
export function mixed(a: number, b: number, share: number): number {
  const channel = (shift: number): number => {
    const from = (b >>> shift) & 0xff;
    return Math.round(from + (((a >>> shift) & 0xff) - from) * share) << shift;
  };
  return (channel(0) | channel(8) | channel(16) | OPAQUE) >>> 0;
}
