import { Gzip, strToU8 } from 'fflate';

/** Characters that are packed at a time. */
const CHUNK = 1 << 16;

/** `lines`, each with a line end, packed (RFC 1952) piece by piece, never the whole text at once. */
export function* gzipLines(
  lines: Iterable<string>,
): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (chunk) => void ready.push(chunk));
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < CHUNK) continue;
    gzip.push(strToU8(text));
    text = '';
    yield* ready.splice(0);
  }
  gzip.push(strToU8(text), true);
  yield* ready;
}
