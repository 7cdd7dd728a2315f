const TABLE = Int32Array.from({ length: 256 }, (_, index) => {
  let word = index;
  for (let bit = 0; bit < 8; bit++) word = (word >>> 1) ^ (word & 1 ? 0xedb88320 : 0);
  return word;
});

/** CRC-32 (IEEE 802.3, reflected) of `bytes`, continued from `previous`; 32-bit unsigned. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let word = ~previous;
  for (const byte of bytes) word = TABLE[(word ^ byte) & 255] ^ (word >>> 8);
  return ~word >>> 0;
}
