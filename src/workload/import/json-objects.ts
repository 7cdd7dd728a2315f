import { CHAR } from './bytes.ts';

/** Longest object that is taken whole. */
const MAX_OBJECT = 1 << 20;

const BRACE = 0x7b;
const END_BRACE = 0x7d;

/** Finds the objects of a list in a stream of JSON: those in `[…]`, or in a list within `{…}`. */
export interface ObjectCutter {
  push(chunk: Uint8Array): void;
  /** Was the document whole? */
  finish(): boolean;
}

/**
 * Calls `take` with each such object: bytes `from` to `to` of a buffer that changes afterwards;
 * `whole` is false for one that is too long. Nesting is counted, not checked: `JSON.parse` does that.
 */
export function createObjectCutter(
  take: (bytes: Uint8Array, from: number, to: number, whole: boolean) => void,
): ObjectCutter {
  /** Open brackets outside objects of the list. */
  const outside: number[] = [];
  let depth = 0;
  let inString = false;
  let escaped = false;
  let carried: Uint8Array[] = [];
  let length = 0;

  function give(chunk: Uint8Array, from: number, to: number): void {
    if (length === 0) {
      take(chunk, from, to, to - from <= MAX_OBJECT);
      return;
    }
    keep(chunk, from, to);
    const whole = length <= MAX_OBJECT;
    const joined = new Uint8Array(Math.min(length, MAX_OBJECT));
    let at = 0;
    for (const part of carried) {
      joined.set(part, at);
      at += part.length;
    }
    carried = [];
    length = 0;
    take(joined, 0, joined.length, whole);
  }

  function keep(chunk: Uint8Array, from: number, to: number): void {
    const room = Math.max(0, Math.min(to - from, MAX_OBJECT - length));
    if (room > 0) carried.push(chunk.slice(from, from + room));
    length += to - from;
  }

  const inList = (): boolean => outside.at(-1) === CHAR.openBracket && outside.length <= 2;

  return {
    push(chunk) {
      let start = depth > 0 ? 0 : -1;
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at];
        if (inString) {
          if (escaped) escaped = false;
          else if (byte === CHAR.backslash) escaped = true;
          else if (byte === CHAR.quote) inString = false;
        } else if (byte === CHAR.quote) inString = true;
        else if (byte === BRACE && (depth > 0 || inList())) {
          if (depth++ === 0) start = at;
        } else if (byte === END_BRACE && depth > 0) {
          depth -= 1;
          if (depth === 0) {
            give(chunk, start, at + 1);
            start = -1;
          }
        } else if (depth === 0 && (byte === BRACE || byte === CHAR.openBracket)) outside.push(byte);
        else if (depth === 0 && (byte === END_BRACE || byte === CHAR.closeBracket)) outside.pop();
      }
      if (start >= 0) keep(chunk, start, chunk.length);
    },
    finish: () => depth === 0 && outside.length === 0,
  };
}
