import { CHAR, isBlank, isDigit, skipBlanks, startsWith } from './bytes.ts';

/** Kinds of time stamps of strace. */
export type StampKind = 'unix' | 'clock' | 'relative';

/** What stands before the call on a line of strace; one object is used for all lines. */
export interface StracePrefix {
  /** Where the rest of the line begins. */
  at: number;
  /** NaN = none. */
  pid: number;
  /** Written as `[pid N]`, not as a column. */
  inBrackets: boolean;
  stamp: StampKind | null;
  /** Whole seconds and nanoseconds of the stamp. */
  seconds: number;
  nanoseconds: number;
  /** Digits behind the point. */
  digits: number;
  /** Seconds since the line before when both kinds of stamps are there, or NaN. */
  since: number;
}

export function createPrefix(): StracePrefix {
  return {
    at: 0,
    pid: Number.NaN,
    inBrackets: false,
    stamp: null,
    seconds: 0,
    nanoseconds: 0,
    digits: 0,
    since: Number.NaN,
  };
}

/** An integer of so many digits is a Unix time, not the number of a process. */
const UNIX_DIGITS = 9;
/** Longest thing in brackets before a call: number, instruction pointer, security context. */
const MAX_BRACKET = 120;

/**
 * Reads process number (`14 `, `14<name> `, `[pid 14] `), time stamp (`-t`, `-tt`, `-ttt`, `-r`, any
 * precision, `(+ 0.1)` when both), call number (`-n`) and instruction pointer (`-i`) of the line from
 * `from` to `to`.
 */
export function readPrefix(
  prefix: StracePrefix,
  bytes: Uint8Array,
  from: number,
  to: number,
): void {
  prefix.pid = Number.NaN;
  prefix.inBrackets = false;
  prefix.stamp = null;
  prefix.digits = 0;
  prefix.since = Number.NaN;
  let at = from;
  if (startsWith(bytes, at, to, '[pid')) {
    at = readBracketedPid(prefix, bytes, at, to);
  } else if (isDigit(bytes[at])) {
    at = readPidColumn(prefix, bytes, at, to);
  }
  at = skipBlanks(bytes, at, to);
  if (at < to && isDigit(bytes[at])) at = readStamp(prefix, bytes, at, to);
  if (startsWith(bytes, at, to, '(+')) at = readSince(prefix, bytes, at, to);
  while (at < to && bytes[at] === CHAR.openBracket) {
    const next = behindBracket(bytes, at, to);
    if (next < 0) break;
    at = next;
  }
  prefix.at = at;
}

function readBracketedPid(
  prefix: StracePrefix,
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  let at = skipBlanks(bytes, from + 4, to);
  let pid = 0;
  const digits = at;
  while (at < to && isDigit(bytes[at])) pid = pid * 10 + bytes[at++] - CHAR.zero;
  if (at === digits) return from;
  const end = bytes[at] === CHAR.closeBracket ? at : bytes.indexOf(CHAR.closeBracket, at);
  if (end < 0 || end >= to) return from;
  prefix.pid = pid;
  prefix.inBrackets = true;
  return end + 1;
}

function readPidColumn(prefix: StracePrefix, bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let pid = 0;
  while (at < to && isDigit(bytes[at])) pid = pid * 10 + bytes[at++] - CHAR.zero;
  if (at >= to || at - from >= UNIX_DIGITS) return from;
  if (bytes[at] === CHAR.less) {
    const end = endOfName(bytes, at, to);
    if (end < 0) return from;
    at = end;
  }
  if (!isBlank(bytes[at])) return from;
  prefix.pid = pid;
  return at;
}

/** Behind the `>` of `<name>`, which a blank follows; a name may hold any character. */
function endOfName(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from + 1; at + 1 < to && at < from + 40; at++) {
    if (bytes[at] === CHAR.greater && isBlank(bytes[at + 1])) return at + 1;
  }
  return -1;
}

function readStamp(prefix: StracePrefix, bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let value = 0;
  let seconds = 0;
  let colons = 0;
  for (; at < to; at++) {
    if (isDigit(bytes[at])) value = value * 10 + bytes[at] - CHAR.zero;
    else if (bytes[at] === CHAR.colon && colons < 2) {
      seconds = (seconds + value) * 60;
      value = 0;
      colons += 1;
    } else break;
  }
  const whole = at - from;
  let end = at;
  prefix.nanoseconds = 0;
  if (bytes[at] === CHAR.dot) end = readFraction(prefix, bytes, at + 1, to);
  if (end >= to || !isBlank(bytes[end]) || colons === 1) {
    prefix.digits = 0;
    return from;
  }
  prefix.stamp = colons === 2 ? 'clock' : whole >= UNIX_DIGITS ? 'unix' : 'relative';
  prefix.seconds = seconds + value;
  return skipBlanks(bytes, end, to);
}

function readFraction(prefix: StracePrefix, bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let scale = 1e9;
  let value = 0;
  for (; at < to && isDigit(bytes[at]); at++) {
    scale /= 10;
    if (scale >= 1) value += (bytes[at] - CHAR.zero) * scale;
  }
  prefix.nanoseconds = value;
  prefix.digits = at - from;
  return at;
}

function readSince(prefix: StracePrefix, bytes: Uint8Array, from: number, to: number): number {
  const { stamp, seconds, nanoseconds, digits } = prefix;
  const start = skipBlanks(bytes, from + 2, to);
  const close = bytes.indexOf(CHAR.close, start);
  if (close < 0 || close >= to || !isDigit(bytes[start])) return from;
  let whole = 0;
  let at = start;
  while (at < close && isDigit(bytes[at])) whole = whole * 10 + bytes[at++] - CHAR.zero;
  const hasFraction = bytes[at] === CHAR.dot;
  prefix.nanoseconds = 0;
  if (hasFraction) readFraction(prefix, bytes, at + 1, close);
  prefix.since = whole * 1e9 + prefix.nanoseconds;
  const finer = prefix.digits;
  Object.assign(prefix, { stamp, seconds, nanoseconds, digits });
  // The finer of both stamps is the one to go by.
  if (finer > digits && hasFraction) prefix.digits = finer;
  else prefix.since = Number.NaN;
  return skipBlanks(bytes, close + 1, to);
}

/** Behind `[...] `, or -1 when that is not a prefix. `[ Process PID=…` is a message. */
function behindBracket(bytes: Uint8Array, from: number, to: number): number {
  const close = bytes.indexOf(CHAR.closeBracket, from);
  if (close < 0 || close >= to - 1 || close - from > MAX_BRACKET) return -1;
  if (!isBlank(bytes[close + 1]) || startsWith(bytes, from, to, '[ Process')) return -1;
  return skipBlanks(bytes, close + 1, to);
}
