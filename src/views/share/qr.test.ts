import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';

import { qrExtent, qrOf, qrPath, qrSvg } from './qr.ts';
import type { QrCode } from './qr.ts';

const ADDRESS = 'https://example.org/watchmen/#w3.';
const SCALE = 3;

/** The pixels that the path of a code paints, read by a decoder that knows nothing of what made it. */
function decoded(code: QrCode): string | undefined {
  const extent = qrExtent(code);
  const side = extent * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, length] of qrPath(code).matchAll(/M(\d+) (\d+)h(\d+)/gu)) {
    for (let dy = 0; dy < SCALE; dy++) {
      for (let dx = 0; dx < Number(length) * SCALE; dx++) {
        const at = ((Number(y) * SCALE + dy) * side + Number(x) * SCALE + dx) * 4;
        pixels.fill(0, at, at + 3);
      }
    }
  }
  return jsQR(pixels, side, side)?.data;
}

function codeOf(text: string): QrCode {
  const code = qrOf(text);
  if (!code.ok) throw new Error(`${text.length} characters are too long`);
  return code.value;
}

describe('a QR code', () => {
  it('says what it was made of', () => {
    expect(decoded(codeOf(`${ADDRESS}Y2BQYGRiEMYiAwBz3SW2`))).toBe(
      `${ADDRESS}Y2BQYGRiEMYiAwBz3SW2`,
    );
  });

  it('says so for any link', () => {
    const letters = fc.string({
      unit: fc.constantFrom(
        ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
      ),
      minLength: 1,
      maxLength: 700,
    });
    fc.assert(
      fc.property(letters, (rest) => {
        expect(decoded(codeOf(ADDRESS + rest))).toBe(ADDRESS + rest);
      }),
      { numRuns: 12 },
    );
  });

  it('has less redundancy the longer the text is, and an end', () => {
    const lengths = [40, 300, 1500, 2900];
    const codes = lengths.map((length) => codeOf('a'.repeat(length)));
    expect(codes.map(({ redundancy }) => redundancy)).toEqual([25, 15, 7, 7]);
    expect(codes.map(({ size }) => size)).toEqual(
      codes.map(({ size }) => size).toSorted((a, b) => a - b),
    );
    expect(qrOf('a'.repeat(3000))).toEqual({ ok: false, error: 'too-long' });
  });

  it('is a file of its own with the quiet zone', () => {
    const code = codeOf(ADDRESS);
    expect(qrSvg(code)).toContain(`viewBox="0 0 ${code.size + 8} ${code.size + 8}"`);
    expect(qrSvg(code)).not.toContain('style');
  });
});
