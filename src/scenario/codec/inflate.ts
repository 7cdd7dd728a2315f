import { Inflate } from 'fflate';

const CHUNK_BYTES = 256;

/**
 * Inflates raw deflate data, or says that it is damaged or would grow beyond `limit` bytes.
 * It is fed in small pieces, and one byte makes at most 1032, so a bomb is stopped near the limit.
 */
export function inflateBounded(
  data: Uint8Array,
  limit: number,
  dictionary: Uint8Array,
): Uint8Array | 'damaged' | 'too-large' {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflate = new Inflate({ dictionary }, (piece, final) => {
    pieces.push(piece.slice());
    size += piece.length;
    ended = final;
  });
  try {
    for (let offset = 0; offset < data.length && size <= limit; offset += CHUNK_BYTES) {
      const next = offset + CHUNK_BYTES;
      inflate.push(data.slice(offset, next), next >= data.length);
    }
  } catch {
    return 'damaged';
  }
  if (size > limit) return 'too-large';
  return ended ? joined(pieces, size) : 'damaged';
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
