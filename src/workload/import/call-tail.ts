import { CHAR, indexOfText, isDigit, skipBlanks, startsWith, trimEnd } from './bytes.ts';
import { readNumber } from './call-arguments.ts';

/** How a line goes on behind the name of a call; one object is used for all lines. */
export interface CallTail {
  kind: 'whole' | 'unfinished' | 'detached' | 'open';
  /** End of the arguments (exclusive). */
  argsEnd: number;
  /** The return value, NaN for `?`. */
  result: number;
  failed: boolean;
  /** Is there an equals sign, but nothing behind it? */
  empty: boolean;
  /** Nanoseconds of `<0.000012>`, or NaN. */
  duration: number;
}

export function createTail(): CallTail {
  return {
    kind: 'open',
    argsEnd: 0,
    result: Number.NaN,
    failed: false,
    empty: false,
    duration: Number.NaN,
  };
}

/**
 * Reads the arguments from `from` (behind the bracket that opens them, or within them) and what comes
 * behind: `) = 3 <0.000012>`, ` <unfinished ...>`, ` <detached ...>`, or nothing. Text in quotes and
 * in `<…>` behind a descriptor may look like any of that, so it is skipped, not searched.
 */
export function readTail(tail: CallTail, bytes: Uint8Array, from: number, to: number): void {
  let end = trimEnd(bytes, from, to);
  tail.duration = Number.NaN;
  tail.result = Number.NaN;
  tail.failed = false;
  tail.empty = false;
  tail.kind = 'open';
  tail.argsEnd = end;
  if (end > from && bytes[end - 1] === CHAR.greater) {
    if (endsWith(bytes, from, end, '<unfinished ...>')) tail.kind = 'unfinished';
    else if (endsWith(bytes, from, end, '<detached ...>')) tail.kind = 'detached';
    else end = readDuration(tail, bytes, from, end);
    if (tail.kind !== 'open') {
      tail.argsEnd = bytes.lastIndexOf(CHAR.less, end - 1);
      return;
    }
  }
  const close = closingPlace(bytes, from, end);
  if (close < 0) return;
  tail.kind = 'whole';
  tail.argsEnd = close;
  const at = skipBlanks(bytes, close + 1, end) + 1;
  tail.result = readNumber(bytes, at, end);
  tail.empty = skipBlanks(bytes, at, end) >= end;
  tail.failed = tail.result === -1 && isError(bytes, skipBlanks(bytes, at, end) + 2, end);
}

function endsWith(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  return to - text.length >= from && startsWith(bytes, to - text.length, to, text);
}

/** ` ENOENT`, or ` (errno 38)`. */
function isError(bytes: Uint8Array, at: number, to: number): boolean {
  const next = skipBlanks(bytes, at, to);
  return bytes[next] === 0x45 || startsWith(bytes, next, to, '(errno');
}

/** Takes `<0.000012>` off the end; gives the end of what is left. */
function readDuration(tail: CallTail, bytes: Uint8Array, from: number, to: number): number {
  let at = to - 2;
  while (at > from && (isDigit(bytes[at]) || bytes[at] === CHAR.dot)) at--;
  if (bytes[at] !== CHAR.less || at + 2 > to - 1) return to;
  let scale = 0;
  let value = 0;
  for (let i = at + 1; i < to - 1; i++) {
    if (bytes[i] === CHAR.dot) scale = 1;
    else {
      value = value * 10 + bytes[i] - CHAR.zero;
      scale *= 10;
    }
  }
  tail.duration = Math.round((value / Math.max(1, scale)) * 1e9);
  return trimEnd(bytes, from, at);
}

/** The `)` that ends the arguments, which ` = ` follows; or -1. */
function closingPlace(bytes: Uint8Array, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte > CHAR.less) continue;
    if (byte === CHAR.quote) at = endOfString(bytes, at + 1, to);
    else if (byte === CHAR.open) depth += 1;
    else if (byte === CHAR.close) {
      if (depth > 0) depth -= 1;
      else if (isResult(bytes, at + 1, to)) return at;
    } else if (byte === CHAR.less && at > from && isDescriptor(bytes[at - 1])) {
      at = endOfAngle(bytes, at + 1, to);
    }
  }
  return lastClosing(bytes, from, to);
}

/** Digits of a descriptor, or the D of `AT_FDCWD`. */
function isDescriptor(byte: number): boolean {
  return isDigit(byte) || byte === 0x44;
}

function isResult(bytes: Uint8Array, at: number, to: number): boolean {
  const next = skipBlanks(bytes, at, to);
  return (
    bytes[next] === CHAR.equals &&
    next > at &&
    (next + 1 >= to || bytes[next + 1] === CHAR.space || bytes[next + 1] === CHAR.tab)
  );
}

/** The quote that ends a string, or the end. */
function endOfString(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== CHAR.quote) at += bytes[at] === CHAR.backslash ? 2 : 1;
  return at;
}

/** The `>` that ends `<…>`; `->` in an address does not. Without one nothing is skipped. */
function endOfAngle(bytes: Uint8Array, from: number, to: number): number {
  let depth = 1;
  for (let at = from; at < to; at++) {
    if (bytes[at] === CHAR.less) depth += 1;
    else if (bytes[at] === CHAR.greater && bytes[at - 1] !== CHAR.minus) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return from;
}

/** For what is not well-formed: the last `) = ` of the line. */
function lastClosing(bytes: Uint8Array, from: number, to: number): number {
  if (indexOfText(bytes, from, to, '=') < 0) return -1;
  let close = -1;
  let depth = 0;
  for (let at = from; at < to; at++) {
    if (bytes[at] === CHAR.quote) depth += 1;
    if (bytes[at] === CHAR.close && isResult(bytes, at + 1, to) && depth % 2 === 0) close = at;
    if (bytes[at] === CHAR.backslash) at += 1;
  }
  return close;
}
