import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Pixels } from './pixels.ts';

const RED = 0x0000ff;
const BLUE = 0xff0000;

function sheet(columns: number, rows: number): Pixels {
  return new Pixels(columns, rows, new Uint32Array(columns * rows));
}

const opacities = (pixels: Pixels): number[] => Array.from(pixels.data, (pixel) => pixel >>> 24);

/** How much of [from, to] lies in [0, end]. */
function within(from: number, to: number, end: number): number {
  return Math.max(Math.min(to, end) - Math.max(from, 0), 0);
}

describe('Pixels', () => {
  it('sets whole pixels in the colour, opaque', () => {
    const pixels = sheet(3, 3);
    pixels.use(RED);
    pixels.lay(1, 0, 2, 2);
    const red = 0xff0000ff;
    expect([...pixels.data]).toEqual([0, red, 0, 0, red, 0, 0, 0, 0]);
  });

  it('shades edges by how much of a pixel they cover', () => {
    const pixels = sheet(3, 2);
    pixels.use(RED);
    pixels.lay(0.5, 0, 2.25, 1.5);
    expect(opacities(pixels)).toEqual([128, 255, 64, 64, 128, 32]);
  });

  it('shades a rectangle within one pixel', () => {
    const pixels = sheet(1, 1);
    pixels.use(RED);
    pixels.lay(0.25, 0.25, 0.75, 0.75);
    expect(opacities(pixels)).toEqual([64]);
  });

  it('mixes with what lies below', () => {
    const pixels = sheet(1, 1);
    pixels.use(RED);
    pixels.lay(0, 0, 1, 1);
    pixels.use(BLUE);
    pixels.lay(0, 0, 0.5, 1);
    const [pixel] = pixels.data;
    expect(pixel >>> 24).toBe(255);
    expect(pixel & 0xff).toBeCloseTo(127.5, -1);
    expect((pixel >>> 16) & 0xff).toBeCloseTo(127.5, -1);
  });

  it('covers as much as the rectangle has in the picture', () => {
    const coordinate = fc.double({ min: -3, max: 12, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate, coordinate, coordinate), ([a, b, c, d]) => {
        const [left, right] = [Math.min(a, b), Math.max(a, b)];
        const [top, bottom] = [Math.min(c, d), Math.max(c, d)];
        const pixels = sheet(9, 7);
        pixels.use(RED);
        pixels.lay(left, top, right, bottom);
        const area = within(left, right, 9) * within(top, bottom, 7);
        const covered = opacities(pixels).reduce((sum, opacity) => sum + opacity / 255, 0);
        // Each pixel is rounded to 255ths, and slivers of 0.002 px do not count.
        expect(Math.abs(covered - area)).toBeLessThan(0.25);
      }),
    );
  });

  it('forgets everything when cleared', () => {
    const pixels = sheet(2, 1);
    pixels.use(RED);
    pixels.lay(0, 0, 2, 1);
    pixels.clear();
    expect(opacities(pixels)).toEqual([0, 0]);
  });
});
