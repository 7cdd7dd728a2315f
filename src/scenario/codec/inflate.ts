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
  const grown = { pieces: [] as Uint8Array[], size: 0, ended: false };
  const inflate = new Inflate({ dictionary }, (piece, final) => {
    grown.pieces.push(piece.slice());
    grown.size += piece.length;
    grown.ended = final;
  });
  try {
    for (let offset = 0; offset < data.length; offset += CHUNK_BYTES) {
      const next = offset + CHUNK_BYTES;
      inflate.push(data.slice(offset, next), next >= data.length);
      if (grown.size > limit) return 'too-large';
    }
  } catch {
    return 'damaged';
  }
  return grown.ended ? joined(grown.pieces, grown.size) : 'damaged';
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
