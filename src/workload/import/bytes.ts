/** Byte values of the characters that logs are cut at. */
export const CHAR = {
  tab: 0x09,
  newline: 0x0a,
  return: 0x0d,
  space: 0x20,
  quote: 0x22,
  hash: 0x23,
  percent: 0x25,
  open: 0x28,
  close: 0x29,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  slash: 0x2f,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  less: 0x3c,
  equals: 0x3d,
  greater: 0x3e,
  question: 0x3f,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
} as const;

/** Characters that are made at once; more arguments could exhaust the stack. */
const BATCH = 4096;

/**
 * The text of bytes `from` (inclusive) to `to` (exclusive) as UTF-8; a damaged byte becomes U+FFFD.
 * Rooms without a page or Node have no decoder of their own.
 */
export function decodeText(bytes: Uint8Array, from: number, to: number): string {
  let plain = from;
  while (plain < to && bytes[plain] < 0x80) plain++;
  let text = plainText(bytes, from, plain);
  if (plain === to) return text;
  const codes: number[] = [];
  let at = plain;
  while (at < to) {
    const length = sequenceLength(bytes, at, to);
    codes.push(length === 0 ? 0xfffd : codePointAt(bytes, at, length));
    at += Math.max(1, length);
    if (codes.length < BATCH) continue;
    text += String.fromCodePoint(...codes);
    codes.length = 0;
  }
  return text + String.fromCodePoint(...codes);
}

/** ASCII, which most of a log is, in one go. */
function plainText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += BATCH) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + BATCH)));
  }
  return text;
}

/** Bytes of the valid sequence that begins at `at`, or 0. */
function sequenceLength(bytes: Uint8Array, at: number, to: number): number {
  const first = bytes[at];
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > to) return 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i] & 0xc0) !== 0x80) return 0;
  const point = codePointAt(bytes, at, length);
  const tooLong = length === 3 ? point < 0x800 : length === 4 && point < 0x10000;
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  return tooLong || surrogate || point > 0x10ffff ? 0 : length;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  if (length === 1) return bytes[at];
  let point = bytes[at] & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) point = (point << 6) | (bytes[at + i] & 0x3f);
  return point;
}

/** Is `byte` a decimal digit? */
export function isDigit(byte: number): boolean {
  return byte >= CHAR.zero && byte <= CHAR.nine;
}

/** Is `byte` a space or a tab? */
export function isBlank(byte: number): boolean {
  return byte === CHAR.space || byte === CHAR.tab;
}

/** Is `byte` part of the name of a call: a letter, a digit or an underscore? */
export function isNamePart(byte: number): boolean {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || isDigit(byte) || byte === 0x5f;
}

/** The first byte from `at` on that is neither space nor tab, or `to`. */
export function skipBlanks(bytes: Uint8Array, at: number, to: number): number {
  let next = at;
  while (next < to && isBlank(bytes[next])) next++;
  return next;
}

/** Behind the last byte before `to` that is neither space nor tab, at least `from`. */
export function trimEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(bytes[end - 1])) end--;
  return end;
}

/** Does `text` (ASCII) stand at `at`, and end before `to`? */
export function startsWith(bytes: Uint8Array, at: number, to: number, text: string): boolean {
  if (at < 0 || at + text.length > to) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** The place of `text` (ASCII) between `from` and `to`, or -1. */
export function indexOfText(bytes: Uint8Array, from: number, to: number, text: string): number {
  const first = text.charCodeAt(0);
  for (let i = from; i + text.length <= to; i++) {
    if (bytes[i] === first && startsWith(bytes, i, to, text)) return i;
  }
  return -1;
}

/** The bytes of an ASCII or UTF-16 text as UTF-8. */
export function encodeText(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
    else if (point < 0x10000) {
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    } else {
      bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f));
      bytes.push(0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    }
  }
  return Uint8Array.from(bytes);
}
