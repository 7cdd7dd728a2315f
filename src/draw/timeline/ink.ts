import { Pixels } from './pixels.ts';

/** Fills rectangles, CSS px, in the colour set last. */
export interface Ink {
  rect(x: number, y: number, width: number, height: number): void;
}

/** Ink that draws each rectangle on a canvas, in its fill style. */
export function canvasInk(ctx: CanvasRenderingContext2D): Ink {
  return {
    rect(x, y, width, height) {
      ctx.fillRect(x, y, width, height);
    },
  };
}

/**
 * Ink that sets pixels in memory and puts all of them on a canvas at once. A rectangle on a canvas
 * costs about half a microsecond whatever its size; a whole run has tens of thousands of them, one
 * pixel wide. A frame is `begin`, any number of rectangles, `finish`.
 */
export class PixelInk implements Ink {
  private readonly palette = new Map<string, number>();
  private sheet: Sheet | null = null;
  private ratio = 1;

  /** Clears the pixels for a picture of that many CSS px on `ctx`, at its scale. */
  begin(ctx: CanvasRenderingContext2D, width: number, height: number): void {
    this.ratio = ctx.getTransform().a;
    const columns = Math.max(Math.ceil(width * this.ratio), 1);
    const rows = Math.max(Math.ceil(height * this.ratio), 1);
    const { canvas } = this.sheet ?? {};
    if (canvas?.width === columns && canvas.height === rows) this.sheet?.pixels.clear();
    else this.sheet = makeSheet(columns, rows);
  }

  /** A colour of any notation, also one of the system, for `use`. */
  bitsOf(colour: string): number {
    let bits = this.palette.get(colour);
    if (bits === undefined) {
      bits = resolve(colour);
      this.palette.set(colour, bits);
    }
    return bits;
  }

  /** Sets the colour. */
  use(bits: number): void {
    this.sheet?.pixels.use(bits);
  }

  rect(x: number, y: number, width: number, height: number): void {
    const { ratio } = this;
    this.sheet?.pixels.lay(x * ratio, y * ratio, (x + width) * ratio, (y + height) * ratio);
  }

  /** Puts the pixels over what is on `ctx`. */
  finish(ctx: CanvasRenderingContext2D): void {
    if (this.sheet === null) return;
    const { image, canvas, context } = this.sheet;
    context.putImageData(image, 0, 0);
    ctx.save();
    ctx.imageSmoothingEnabled = false;
    ctx.drawImage(canvas, 0, 0, canvas.width / this.ratio, canvas.height / this.ratio);
    ctx.restore();
  }
}

interface Sheet {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly image: ImageData;
  /** Shares its memory with `image`. */
  readonly pixels: Pixels;
}

function makeSheet(columns: number, rows: number): Sheet {
  const canvas = new OffscreenCanvas(columns, rows);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser cannot draw off the screen');
  const image = context.createImageData(columns, rows);
  const pixels = new Pixels(columns, rows, new Uint32Array(image.data.buffer));
  return { canvas, context, image, pixels };
}

/** What a colour is on this screen, in the order of bytes that `Pixels` has. */
function resolve(colour: string): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return 0;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return red | (green << 8) | (blue << 16);
}
