/** The part of `gifenc` that is used; the package has no types of its own. */
declare module 'gifenc' {
  type Palette = readonly (readonly number[])[];

  interface Encoder {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      how: { palette?: Palette; delay: number; repeat?: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  }

  interface Gifenc {
    readonly GIFEncoder: () => Encoder;
    readonly quantize: (rgba: Uint8Array | Uint8ClampedArray, colours: number) => Palette;
    readonly applyPalette: (rgba: Uint8Array | Uint8ClampedArray, palette: Palette) => Uint8Array;
  }

  // A bundler sees a module with names, Node one with a default that holds them.
  const gifenc: Gifenc;
  export const quantize: Gifenc['quantize'] | undefined;
  export const GIFEncoder: Gifenc['GIFEncoder'];
  export const applyPalette: Gifenc['applyPalette'];
  export default gifenc;
}
