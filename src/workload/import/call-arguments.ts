import { assertUnreachable } from '../../base/assert.ts';
import { CHAR, indexOfText, isDigit, isNamePart, skipBlanks, startsWith } from './bytes.ts';
import type { CallRole } from './call-roles.ts';

/** What is read out of the arguments of a call; only what its role needs is filled in. */
export interface CallArguments {
  /** The first argument as a number, or NaN. */
  readonly fd: number;
  /** What `-y` says that it leads to: a file, something else, or `null` when it does not say. */
  readonly leadsTo: 'file' | 'other' | null;
  /** The last argument as a number, or NaN. */
  readonly last: number;
  /** Bytes of the path with its end mark, 0 without one. */
  readonly pathBytes: number;
  /** Is the path one of /dev, /proc or /sys? */
  readonly device: boolean;
  /** `MAP_ANONYMOUS`, or `CLONE_FILES`. */
  readonly marked: boolean;
}

const NONE: CallArguments = {
  fd: Number.NaN,
  leadsTo: null,
  last: Number.NaN,
  pathBytes: 0,
  device: false,
  marked: false,
};

const MARKED: CallArguments = { ...NONE, marked: true };

/** What the arguments of a call tell, by its role. */
type Tells = 'descriptor' | 'descriptor and last' | 'path' | 'mark' | 'nothing';

const TELLS: Readonly<Record<CallRole, Tells>> = {
  server: 'nothing',
  local: 'nothing',
  read: 'descriptor',
  pread: 'descriptor and last',
  receive: 'descriptor',
  write: 'descriptor',
  pwrite: 'descriptor and last',
  send: 'descriptor',
  open: 'path',
  create: 'path',
  openat: 'path',
  close: 'descriptor',
  dup: 'descriptor',
  'dup-to': 'descriptor',
  seek: 'descriptor',
  break: 'nothing',
  map: 'mark',
  path: 'path',
  'path-at': 'path',
  stat: 'path',
  'stat-at': 'path',
  fork: 'mark',
  exec: 'nothing',
  exit: 'nothing',
};

/**
 * Reads the arguments in bytes `from` to `to`, as strace writes them (`3, "a", 1`) or perf
 * (`fd: 3, count: 1`).
 */
export function readArguments(
  role: CallRole,
  bytes: Uint8Array,
  from: number,
  to: number,
): CallArguments {
  const tells = TELLS[role];
  switch (tells) {
    case 'descriptor':
      return descriptorAt(bytes, from, to, Number.NaN);
    case 'descriptor and last':
      return descriptorAt(bytes, from, to, lastNumber(bytes, from, to));
    case 'path':
      return pathIn(bytes, from, to);
    case 'mark':
      return indexOfText(bytes, from, to, role === 'map' ? 'ANON' : 'FILES') >= 0 ? MARKED : NONE;
    case 'nothing':
      return NONE;
    default:
      return assertUnreachable(tells);
  }
}

/** What the second half of an interrupted call, from `from` to `to`, adds. */
export function addRest(
  args: CallArguments,
  role: CallRole,
  bytes: Uint8Array,
  from: number,
  to: number,
): CallArguments {
  const tells = TELLS[role];
  switch (tells) {
    case 'descriptor and last':
      return { ...args, last: lastNumber(bytes, from, to) };
    case 'mark':
      return args.marked ? args : readArguments(role, bytes, from, to);
    case 'path':
      return args.pathBytes > 0 ? args : readArguments(role, bytes, from, to);
    case 'descriptor':
    case 'nothing':
      return args;
    default:
      return assertUnreachable(tells);
  }
}

function descriptorAt(bytes: Uint8Array, from: number, to: number, last: number): CallArguments {
  let at = from;
  // perf names its arguments.
  while (at < to && isNamePart(bytes[at]) && !isDigit(bytes[at])) at++;
  if (bytes[at] === CHAR.colon) at = skipBlanks(bytes, at + 1, to);
  const digits = at;
  let fd = 0;
  while (at < to && isDigit(bytes[at])) fd = fd * 10 + bytes[at++] - CHAR.zero;
  if (at === digits) fd = Number.NaN;
  if (at === digits || at >= to || bytes[at] !== CHAR.less) {
    return { fd, leadsTo: null, last, pathBytes: 0, device: false, marked: false };
  }
  const file = bytes[at + 1] === CHAR.slash && !isDevice(bytes, at + 1, to);
  const leadsTo = file ? 'file' : 'other';
  return { fd, leadsTo, last, pathBytes: 0, device: false, marked: false };
}

function isDevice(bytes: Uint8Array, at: number, to: number): boolean {
  return (
    startsWith(bytes, at, to, '/dev/') ||
    startsWith(bytes, at, to, '/proc/') ||
    startsWith(bytes, at, to, '/sys/')
  );
}

function pathIn(bytes: Uint8Array, from: number, to: number): CallArguments {
  let quote = from;
  while (quote < to && bytes[quote] !== CHAR.quote) quote++;
  if (quote >= to) return NONE;
  const start = quote + 1;
  let length = 0;
  for (let at = start; at < to && bytes[at] !== CHAR.quote; at++) {
    length += 1;
    if (bytes[at] !== CHAR.backslash) continue;
    at += 1;
    // An octal escape has up to three digits, a hexadecimal one two.
    if (bytes[at] === 0x78) at += 2;
    else
      for (let digits = 1; digits < 3 && isDigit(bytes[at]) && isDigit(bytes[at + 1]); digits++)
        at++;
  }
  const device = isDevice(bytes, start, to);
  const { fd, leadsTo, last, marked } = NONE;
  return { fd, leadsTo, last, pathBytes: length + 1, device, marked };
}

/** The number behind the last comma or colon. */
function lastNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = to - 1;
  while (at >= from && bytes[at] !== CHAR.comma && bytes[at] !== CHAR.colon) at--;
  return at < from ? Number.NaN : readNumber(bytes, at + 1, to);
}

/** A decimal or `0x` number from `from` on, after blanks; NaN when there is none. */
export function readNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = skipBlanks(bytes, from, to);
  const negative = bytes[at] === CHAR.minus;
  if (negative) at += 1;
  if (startsWith(bytes, at, to, '0x')) return readHex(bytes, at + 2, to);
  const start = at;
  let value = 0;
  while (at < to && isDigit(bytes[at])) value = value * 10 + bytes[at++] - CHAR.zero;
  if (at === start) return Number.NaN;
  return negative ? -value : value;
}

function readHex(bytes: Uint8Array, from: number, to: number): number {
  let value = Number.NaN;
  for (let at = from; at < to; at++) {
    const lower = bytes[at] | 0x20;
    const digit = isDigit(bytes[at]) ? bytes[at] - CHAR.zero : lower - 87;
    if (digit < 0 || digit > 15 || (digit < 10 && !isDigit(bytes[at]))) break;
    value = (Number.isNaN(value) ? 0 : value) * 16 + digit;
  }
  return value;
}
