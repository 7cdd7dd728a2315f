import * as bundled from 'gifenc';

const { GIFEncoder, quantize, applyPalette } =
  bundled.quantize === undefined ? bundled.default : { ...bundled, quantize: bundled.quantize };

/** Pixels row by row, four bytes each: red, green, blue, opacity. */
export type Rgba = Uint8Array | Uint8ClampedArray;

/** An animation under construction. */
export interface Gif {
  /** Appends a picture of the size agreed on. */
  readonly add: (rgba: Rgba) => void;
  /** The file; nothing can be added after it. */
  readonly finish: () => Uint8Array<ArrayBuffer>;
}

/** Most colours that a GIF can have. */
const COLOURS = 256;

/**
 * A GIF that repeats for ever and shows each picture for `delayMs` (whole hundredths of a second are
 * kept). All pictures share the colours of the first: those of a figure do not change over time.
 */
export function createGif(size: {
  readonly width: number;
  readonly height: number;
  readonly delayMs: number;
}): Gif {
  const { width, height, delayMs } = size;
  const encoder = GIFEncoder();
  let palette: ReturnType<typeof quantize> | undefined;
  return {
    add(rgba) {
      const first = palette === undefined;
      palette ??= quantize(rgba, COLOURS);
      const index = applyPalette(rgba, palette);
      encoder.writeFrame(index, width, height, {
        delay: delayMs,
        ...(first ? { palette, repeat: 0 } : {}),
      });
    },
    finish() {
      encoder.finish();
      return encoder.bytes();
    },
  };
}

/** Instants of the pictures of an animation: `count` of them (at least 2), both ends of the stretch included. */
export function frameTimes(from: number, to: number, count: number): readonly number[] {
  const last = Math.max(count, 2) - 1;
  return Array.from({ length: last + 1 }, (_, i) => Math.round(from + ((to - from) * i) / last));
}
