/** A running 64-bit digest of integers: two 32-bit lanes mixed as in MurmurHash3, kept as plain numbers. */
export interface Digest {
  high: number;
  low: number;
}

/** An empty digest. */
export function createDigest(): Digest {
  return { high: 0x6a09e667, low: 0xbb67ae85 | 0 };
}

/** Mixes the 32 low bits of `word` into `digest`. */
export function mixWord(digest: Digest, word: number): void {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  let low = digest.low ^ k;
  low = (low << 13) | (low >>> 19);
  digest.low = (Math.imul(low, 5) + 0xe6546b64) | 0;
  let high = digest.high ^ (k + digest.low);
  high = (high << 17) | (high >>> 15);
  digest.high = (Math.imul(high, 9) + 0x38b34ae5) | 0;
}

/** The digest as 16 hexadecimal digits. */
export function digestHex(digest: Digest): string {
  return finish(digest.high ^ digest.low) + finish(digest.low);
}

function finish(word: number): string {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return (h >>> 0).toString(16).padStart(8, '0');
}

/** 32 well-mixed bits of up to four words: a stateless draw. Unsigned. */
export function hash32(a: number, b: number = 0, c: number = 0, d: number = 0): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul((h ^ (h >>> 15) ^ b) + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul((h ^ (h >>> 13) ^ c) + 0x165667b1, 0x27d4eb2f);
  h = Math.imul((h ^ (h >>> 16) ^ d) + 0x61c88647, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
