import { deflateSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRng, nextUint32 } from '../../base/rng.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { crc32 } from './crc32.ts';
import { deflateChecked, inflateBounded } from './deflate.ts';

it('gives the published check value of CRC-32, at once or in parts', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  expect(crc32(strToU8('6789'), crc32(strToU8('12345')))).toBe(0xcbf43926);
});

it('writes base64url as RFC 4648 does', () => {
  expect(['', 'f', 'fo', 'foo', 'foob'].map((text) => toBase64url(strToU8(text)))).toEqual([
    '',
    'Zg',
    'Zm8',
    'Zm9v',
    'Zm9vYg',
  ]);
  expect(toBase64url(new Uint8Array([251, 255]))).toBe('-_8');
});

it('reads back any bytes, and one spelling only', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
  expect(['A', 'Zh', 'Zg==', 'Z+8', 'Zm 9'].map(fromBase64url)).toEqual(Array(5).fill(null));
});

it('inflates what was deflated with a dictionary, whether or not it shrinks', () => {
  const dictionary = strToU8('crc32-large.l4re-4k');
  const rng = createRng(1);
  for (const values of [2, 16, 256]) {
    for (let length = 0; length < 1500; length += 7) {
      const bytes = new Uint8Array(length).map(() => nextUint32(rng) % values);
      const back = inflateBounded(deflateChecked(bytes, dictionary), length, dictionary);
      expect(Buffer.compare(Buffer.from(back), bytes)).toBe(0);
    }
  }
});

it('inflates up to the limit and not beyond', () => {
  const data = deflateSync(new Uint8Array(5000));
  expect(inflateBounded(data, 5000, new Uint8Array())).toHaveLength(5000);
  expect(inflateBounded(data, 4999, new Uint8Array())).toBe('too-large');
});

it('takes data that end early as damaged', () => {
  const data = deflateSync(strToU8('some text that is long enough to be cut'));
  expect(inflateBounded(data.subarray(0, -5), 1000, new Uint8Array())).toBe('damaged');
  expect(inflateBounded(new Uint8Array(), 1000, new Uint8Array())).toBe('damaged');
});
