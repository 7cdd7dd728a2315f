import { deflateSync, Inflate } from 'fflate';

const CHUNK_BYTES = 256;

/**
 * Raw deflate data that `inflateBounded` with the same dictionary turns back into `code`. fflate 0.8.3
 * puts the dictionary itself into blocks that it stores because they do not shrink, so what does
 * not read back is deflated without one: such data mean the same to a reader that has it.
 */
export function deflateChecked(code: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const data = deflateSync(code, { level: 9, dictionary });
  const back = inflateBounded(data, code.length, dictionary);
  const same = typeof back !== 'string' && back.every((byte, i) => byte === code[i]);
  return same && back.length === code.length ? data : deflateSync(code, { level: 9 });
}

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
