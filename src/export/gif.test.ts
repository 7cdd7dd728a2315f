import { describe, expect, it } from 'vitest';
import { createGif, frameTimes } from './gif.ts';

/** A picture of one colour. */
function plain(width: number, height: number, colour: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: width * height * 4 }, (_, i) => colour[i % 4] ?? 255);
}

function isControl([first, label, length]: Uint8Array): boolean {
  return first === 0x21 && label === 0xf9 && length === 4;
}

describe('createGif', () => {
  it('writes a file of the size agreed on, with a block for each picture, that repeats', () => {
    const gif = createGif({ width: 7, height: 5, delayMs: 40 });
    gif.add(plain(7, 5, [200, 10, 10, 255]));
    gif.add(plain(7, 5, [10, 10, 200, 255]));
    gif.add(plain(7, 5, [10, 200, 10, 255]));
    const bytes = gif.finish();
    const text = String.fromCharCode(...bytes);
    expect(text.startsWith('GIF89a')).toBe(true);
    expect([bytes[6], bytes[8]]).toEqual([7, 5]);
    expect(text).toContain('NETSCAPE2.0');
    // Graphic control extension: 4 bytes, of which the second and third are the delay.
    const controls = [...bytes.keys()].filter((i) => isControl(bytes.subarray(i, i + 3)));
    expect(controls.map((i) => bytes[i + 4])).toEqual([4, 4, 4]);
    expect(bytes.at(-1)).toBe(0x3b);
  });
});

describe('frameTimes', () => {
  it('goes from end to end in even steps', () => {
    expect(frameTimes(100, 200, 5)).toEqual([100, 125, 150, 175, 200]);
    expect(frameTimes(7, 7, 1)).toEqual([7, 7]);
  });
});
