import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDigest, digestHex, hash32, mixWord } from './hash.ts';

function digestOf(words: readonly number[]): string {
  const digest = createDigest();
  for (const word of words) mixWord(digest, word);
  return digestHex(digest);
}

// Computed by a separate implementation with arbitrary-precision integers.
it.each([
  [[], 'fa4e3eebadcf6676'],
  [[1, 2, 3], '9ed2f28d49debfa9'],
  [[1, 2, 3, -1, 0xffffffff], '1a70950cdfaf0f44'],
])('gives the known digest of %j', (words, hex) => {
  expect(digestOf(words)).toBe(hex);
});

it('is 16 lower-case hexadecimal digits', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (words) => {
      expect(digestOf(words)).toMatch(/^[0-9a-f]{16}$/);
    }),
  );
});

it('tells apart order, length and every single bit', () => {
  const words = [5, 0, 0, 7, 123456];
  const digests = new Set([digestOf(words), digestOf(words.toReversed()), digestOf([...words, 0])]);
  for (let i = 0; i < words.length; i++) {
    for (let bit = 0; bit < 32; bit++) {
      digests.add(digestOf(words.map((word, at) => (at === i ? word ^ (1 << bit) : word))));
    }
  }
  expect(digests.size).toBe(3 + words.length * 32);
});

it('can be read on the way without changing it', () => {
  const digest = createDigest();
  mixWord(digest, 9);
  const before = digestHex(digest);
  expect(digestHex(digest)).toBe(before);
  mixWord(digest, 8);
  expect(digestHex(digest)).toBe(digestOf([9, 8]));
});

it('draws unsigned 32 bits that change with every bit of every word', () => {
  const bit = fc.nat({ max: 31 });
  const words = fc.tuple(fc.integer(), fc.integer(), fc.integer(), fc.integer());
  fc.assert(
    fc.property(words, fc.nat({ max: 3 }), bit, (given, at, flipped) => {
      const other = [...given] as typeof given;
      other[at] ^= 2 ** flipped;
      const [before, after] = [hash32(...given), hash32(...other)];
      expect(before).toBe(before >>> 0);
      expect(after).not.toBe(before);
    }),
  );
});
