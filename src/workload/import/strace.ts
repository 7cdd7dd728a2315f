import { CHAR, isBlank, isDigit, skipBlanks, startsWith } from './bytes.ts';
import type { LogReader } from './reader.ts';
import type { LineClass } from './report.ts';
import { readCall, readLetGo, readRest, readResumed } from './strace-calls.ts';
import { readPrefix } from './strace-prefix.ts';
import type { ReaderSetup, StraceState } from './strace-state.ts';
import { createStraceState, ownerOf, timeOf } from './strace-state.ts';

const LETTER_S = 0x73;
const LETTER_CAPITAL_S = 0x53;

/*
 * A line is: prefix (process, time, call number, instruction pointer), then a call, a half of one, a
 * signal, an end; anything else is a message of strace or output of the program. The hot path is a
 * whole call: it makes no text.
 */

/** A reader of one file of strace, of any version from 4.x on and with any options. */
export function createStraceReader(setup: ReaderSetup): LogReader {
  const state = createStraceState(setup);
  return { line: (bytes, from, to, ended) => readLine(state, bytes, from, to, ended) };
}

function readLine(
  state: StraceState,
  bytes: Uint8Array,
  from: number,
  to: number,
  ended: boolean,
): LineClass {
  const begin = skipBlanks(bytes, from, to);
  if (begin === to) return 'blank';
  const first = bytes[begin];
  if (first === CHAR.greater && isBlank(bytes[begin + 1])) return 'stack';
  if (isComment(bytes, begin, to)) return 'comment';
  if (first === CHAR.close || first === CHAR.comma) {
    const rest = readRest(state, bytes, begin, to);
    if (rest !== null) return rest;
  }
  if (isTableHead(bytes, begin, to)) {
    state.inTable = true;
    return 'table';
  }
  const { prefix } = state;
  readPrefix(prefix, bytes, begin, to);
  if (begin > from) noColumn(state);
  const { at } = prefix;
  if (at >= to) return prefix.stamp === null ? 'output' : ended ? 'unknown' : 'cut';
  const next = bytes[at];
  if (next === CHAR.minus) return readSignal(state, bytes, to);
  if (next === CHAR.plus) return readEnd(state, bytes, to);
  if (next === CHAR.less) {
    const resumed = startsWith(bytes, at, to, '<... ');
    return resumed ? readResumed(state, bytes, to) : readLetGo(state, bytes, at, to);
  }
  return readCall(state, bytes, to, ended);
}

/**
 * Only a column at the very start of a line is the number of a process: `     3 read(` says seconds
 * since the line before, at a precision of one second.
 */
function noColumn({ prefix }: StraceState): void {
  if (prefix.inBrackets || Number.isNaN(prefix.pid)) return;
  if (prefix.stamp === null) {
    prefix.stamp = 'relative';
    prefix.seconds = prefix.pid;
    prefix.nanoseconds = 0;
  }
  prefix.pid = Number.NaN;
}

/** `--- SIGALRM {…} ---`, `--- stopped by SIGSTOP ---`. */
function readSignal(state: StraceState, bytes: Uint8Array, to: number): LineClass {
  const { at } = state.prefix;
  if (!startsWith(bytes, at, to, '--- ')) return readCall(state, bytes, to, true);
  const process = ownerOf(state);
  const time = timeOf(state);
  if (startsWith(bytes, at, to, '--- stopped by')) return 'stopped';
  // Until it is continued, a stopped process does not compute.
  if (startsWith(bytes, at, to, '--- SIGCONT')) process.lastEnd = time;
  return 'signal';
}

/** `+++ exited with 0 +++`, `+++ killed by SIGTERM +++`, `+++ superseded by execve in pid 5 +++`. */
function readEnd(state: StraceState, bytes: Uint8Array, to: number): LineClass {
  const { at, pid } = state.prefix;
  const exited = startsWith(bytes, at, to, '+++ exited');
  const killed = startsWith(bytes, at, to, '+++ killed');
  if (!exited && !killed && !startsWith(bytes, at, to, '+++ superseded')) {
    return readCall(state, bytes, to, true);
  }
  const process = ownerOf(state);
  timeOf(state);
  process.ended = true;
  state.owners.gone(pid);
  if (exited) state.setup.recorder.counters.exitCodes.push(exitCode(bytes, at, to));
  return killed ? 'kill' : 'exit';
}

function exitCode(bytes: Uint8Array, at: number, to: number): number {
  let code = 0;
  const digits = skipBlanks(bytes, at + '+++ exited with'.length, to);
  for (let i = digits; i < to && isDigit(bytes[i]); i++) code = code * 10 + bytes[i] - CHAR.zero;
  return code;
}

/** Nobody's trace has comments of its own; people add them. */
function isComment(bytes: Uint8Array, at: number, to: number): boolean {
  if (bytes[at] === CHAR.hash) return true;
  if (bytes[at] !== CHAR.slash) return false;
  return startsWith(bytes, at, to, '//') || startsWith(bytes, at, to, '/*');
}

/** The head of a summary (`-c`, `-C`), the line below it, or that of a second system. */
function isTableHead(bytes: Uint8Array, at: number, to: number): boolean {
  const first = bytes[at];
  if (first === CHAR.percent) return startsWith(bytes, at, to, '% time');
  if (first === CHAR.minus) return startsWith(bytes, at, to, '-----');
  if (first === LETTER_S) return startsWith(bytes, at, to, 'syscall ');
  return first === LETTER_CAPITAL_S && startsWith(bytes, at, to, 'System call usage summary');
}
