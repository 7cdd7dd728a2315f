import { CHAR } from './bytes.ts';

/** Longest line that is kept whole; what goes beyond is dropped and said. */
export const MAX_LINE_BYTES = 1 << 20;

/**
 * Takes one line: bytes `from` (inclusive) to `to` (exclusive, without line end) of a buffer that
 * changes once it returns. `ended` is false for a last line without a line end.
 */
export type LineTaker = (bytes: Uint8Array, from: number, to: number, ended: boolean) => void;

/** Cuts chunks of bytes into lines. */
export interface LineCutter {
  push(chunk: Uint8Array): void;
  /** Gives out a last line that has no end. */
  finish(): void;
  /** Lines longer than `MAX_LINE_BYTES` so far. */
  readonly tooLong: () => number;
}

/**
 * A cutter at line feeds, with or without a carriage return before; a byte order mark at the very
 * start is left out. Where chunks end makes no difference. Only a line that spans chunks is copied.
 */
export function createLineCutter(take: LineTaker): LineCutter {
  let carried = new Uint8Array(1024);
  let length = 0;
  let overlong = 0;
  let first = true;

  function carry(chunk: Uint8Array, from: number, to: number): void {
    const kept = Math.min(to - from, MAX_LINE_BYTES - length);
    if (length + kept > carried.length) {
      const larger = new Uint8Array(Math.max(length + kept, carried.length * 2));
      larger.set(carried.subarray(0, length));
      carried = larger;
    }
    carried.set(chunk.subarray(from, from + kept), length);
    length += kept;
  }

  function give(bytes: Uint8Array, from: number, to: number, ended: boolean): void {
    const start = first && hasMark(bytes, from, to) ? from + 3 : from;
    first = false;
    if (to - start >= MAX_LINE_BYTES) overlong += 1;
    const cut = Math.min(to, start + MAX_LINE_BYTES);
    const end = cut > start && bytes[cut - 1] === CHAR.return ? cut - 1 : cut;
    take(bytes, start, end, ended);
  }

  return {
    push(chunk) {
      let from = 0;
      for (;;) {
        const end = chunk.indexOf(CHAR.newline, from);
        if (end < 0) break;
        if (length === 0) give(chunk, from, end, true);
        else {
          carry(chunk, from, end);
          const whole = length;
          length = 0;
          give(carried, 0, whole, true);
        }
        from = end + 1;
      }
      if (from < chunk.length) carry(chunk, from, chunk.length);
    },
    finish() {
      if (length > 0) give(carried, 0, length, false);
      length = 0;
    },
    tooLong: () => overlong,
  };
}

function hasMark(bytes: Uint8Array, from: number, to: number): boolean {
  return (
    to - from >= 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf
  );
}
