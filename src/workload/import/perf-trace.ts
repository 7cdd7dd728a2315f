import {
  CHAR,
  decodeText,
  indexOfText,
  isBlank,
  isDigit,
  isNamePart,
  skipBlanks,
  startsWith,
} from './bytes.ts';
import { readArguments } from './call-arguments.ts';
import type { CallTail } from './call-tail.ts';
import { createTail, readTail } from './call-tail.ts';
import { enterCall } from './interpret.ts';
import type { LogReader } from './reader.ts';
import { countStamp } from './reader.ts';
import type { Process } from './recorder.ts';
import type { LineClass } from './report.ts';
import type { TrapRow } from './rows.ts';
import { trapClassIndex } from './rows.ts';
import { noteStamp } from './strace-clock.ts';
import type { ReaderSetup } from './strace-state.ts';

const CONTINUED = '... [continued]: ';
const LETTER_K = 0x6b;

/** Where a reader of perf trace stands; times are those of the line at hand. */
interface PerfState {
  readonly setup: ReaderSetup;
  readonly tail: CallTail;
  readonly row: TrapRow;
  lastPid: number;
  last: Process | null;
  inTable: boolean;
  /** Nanoseconds; NaN = `?` or none. */
  start: number;
  duration: number;
  /** Behind the thread. */
  at: number;
  /** Times of a line that output of the program interrupts before the thread; `null` = none. */
  split: { readonly start: number; readonly duration: number } | null;
}

/*
 * `1832.660 ( 0.019 ms): hello/168 brk() = 0x5604b0940000`: start in milliseconds (`?` = before the
 * log), duration, thread, call. A call is printed at its end, so lines are not sorted; but those of
 * one thread are, as faults within a call are the kernel's and no traps of the program.
 */

/** A reader of one file of perf trace, with or without page faults. */
export function createPerfReader(setup: ReaderSetup): LogReader {
  const state: PerfState = {
    setup,
    tail: createTail(),
    row: { gap: 0, flags: 0, name: 0, what: 0, bytesIn: 0, bytesOut: 0, pages: 0 },
    lastPid: Number.NaN,
    last: null,
    inTable: false,
    start: Number.NaN,
    duration: Number.NaN,
    at: 0,
    split: null,
  };
  return { line: (bytes, from, to, ended) => readLine(state, bytes, from, to, ended) };
}

function readLine(
  state: PerfState,
  bytes: Uint8Array,
  from: number,
  to: number,
  ended: boolean,
): LineClass {
  const begin = skipBlanks(bytes, from, to);
  if (begin === to) return 'blank';
  if (bytes[begin] === CHAR.hash) return 'comment';
  const behind = readTimes(state, bytes, begin, to);
  if (behind < 0) return readOther(state, bytes, begin, to);
  const process = threadOf(state, bytes, behind, to);
  const { at } = state;
  const fault = startsWith(bytes, at, to, 'minfault [') || startsWith(bytes, at, to, 'majfault [');
  if (fault) return readFault(state, process, bytes, to);
  const mark = startsWith(bytes, at, to, CONTINUED) ? CONTINUED.length : 0;
  const what = readCall(state, process, { bytes, from: at + mark, to });
  if (what !== 'unknown') return what;
  if (!ended) return 'cut';
  if (indexOfText(bytes, at, to, '(') >= 0) return 'unknown';
  state.split = { start: state.start, duration: state.duration };
  return 'split';
}

/** Reads time and duration; gives where the thread begins, or -1. */
function readTimes(state: PerfState, bytes: Uint8Array, from: number, to: number): number {
  let next = from;
  state.start = Number.NaN;
  if (bytes[next] === CHAR.question) next += 1;
  else {
    const end = endOfNumber(bytes, next, to);
    if (end === next) return -1;
    state.start = Math.round(milliseconds(bytes, next, end) * 1e6);
    next = end;
  }
  next = skipBlanks(bytes, next, to);
  if (bytes[next] !== CHAR.open) return -1;
  const close = bytes.indexOf(CHAR.close, next);
  if (close < 0 || close + 1 >= to || bytes[close + 1] !== CHAR.colon) return -1;
  const number = skipBlanks(bytes, next + 1, close);
  const end = endOfNumber(bytes, number, close);
  const known = end > number;
  state.duration = known ? Math.round(milliseconds(bytes, number, end) * 1e6) : Number.NaN;
  return skipBlanks(bytes, close + 2, to);
}

/** The thread `name/168 ` before the call; a log of one thread has none. */
function threadOf(state: PerfState, bytes: Uint8Array, from: number, to: number): Process {
  const { recorder, fallback, onPid } = state.setup;
  state.at = from;
  for (let i = from; i < to && bytes[i] !== CHAR.open; i++) {
    if (bytes[i] !== CHAR.slash || !isDigit(bytes[i + 1])) continue;
    let pid = 0;
    let next = i + 1;
    while (next < to && isDigit(bytes[next])) pid = pid * 10 + bytes[next++] - CHAR.zero;
    if (!isBlank(bytes[next])) continue;
    state.at = skipBlanks(bytes, next, to);
    if (pid === state.lastPid && state.last !== null) return state.last;
    if (state.last === null) onPid();
    state.lastPid = pid;
    state.last = recorder.process(pid, decodeText(bytes, from, next));
    return state.last;
  }
  return recorder.process(fallback.pid, fallback.label);
}

function noteTime({ setup, start }: PerfState): void {
  if (Number.isNaN(start)) return;
  countStamp(setup.stamps, 'milliseconds', 6);
  noteStamp(setup.recorder.counters, start);
}

/** `minfault [_start+0x0] => /bin/hello@0x1b00 (d.)`; `k` in place of the point is the kernel. */
function readFault(state: PerfState, process: Process, bytes: Uint8Array, to: number): LineClass {
  const { row, start, setup } = state;
  const { recorder } = setup;
  noteTime(state);
  process.faults += 1;
  const target = indexOfText(bytes, state.at, to, '=> ');
  const inKernel = bytes[to - 2] === LETTER_K && bytes[to - 1] === CHAR.close;
  if (target < 0 || inKernel) {
    // On behalf of a call: no trap of the program.
    recorder.counters.kernelFaults += 1;
    return 'fault';
  }
  Object.assign(row, { gap: Number.NaN, flags: 0, bytesIn: 0, bytesOut: 0, pages: 1 });
  row.name = recorder.table.idOfText(regionOf(bytes, target + 3, to));
  row.what = trapClassIndex('fault');
  recorder.trap(process, row, { start, end: start, waits: false });
  return 'fault';
}

function readCall(
  state: PerfState,
  process: Process,
  { bytes, from, to }: { readonly bytes: Uint8Array; readonly from: number; readonly to: number },
): LineClass {
  const { tail, start, duration } = state;
  const { recorder } = state.setup;
  let open = from;
  while (open < to && isNamePart(bytes[open])) open++;
  if (open === from || bytes[open] !== CHAR.open) return 'unknown';
  readTail(tail, bytes, open + 1, to);
  noteTime(state);
  if (tail.kind !== 'whole')
    return indexOfText(bytes, to - 4, to, '...') < 0 ? 'unknown' : 'pending';
  const continued = from > state.at;
  const name = recorder.table.idOf(bytes, from, open);
  count(state, name, continued);
  const role = recorder.roles[name];
  const args = readArguments(role, bytes, open + 1, tail.argsEnd);
  const { result, failed } = tail;
  enterCall(recorder, process, { name, args, result, failed, start, end: start + duration });
  if (role === 'exit') process.ended = true;
  return continued ? 'continued' : 'call';
}

function count({ setup, tail, duration }: PerfState, name: number, continued: boolean): void {
  const { counters, payload, callCounts } = setup.recorder;
  if (!continued) callCounts[name] += 1;
  if (tail.failed) counters.errors += 1;
  if (duration >= 0) {
    counters.durations += 1;
    counters.sumDurations += duration;
  }
  if (!(tail.result > 0)) return;
  if (payload[name] === 1) counters.bytesRead += tail.result;
  if (payload[name] === 2) counters.bytesWritten += tail.result;
}

function readOther(state: PerfState, bytes: Uint8Array, begin: number, to: number): LineClass {
  if (startsWith(bytes, begin, to, 'Summary of events')) state.inTable = true;
  if (state.inTable) return 'table';
  if (startsWith(bytes, begin, to, 'LOST ')) return 'chatter';
  const { split } = state;
  if (split === null) return 'output';
  Object.assign(state, split);
  const process = threadOf(state, bytes, begin, to);
  if (state.at === begin || readCall(state, process, { bytes, from: state.at, to }) !== 'call') {
    return 'output';
  }
  state.split = null;
  return 'rest';
}

/** `//anon@0x7f…` is `anon`, `[heap]@…` is `heap`, a file is `program`. */
function regionOf(bytes: Uint8Array, from: number, to: number): string {
  if (startsWith(bytes, from, to, '//anon')) return 'anon';
  if (startsWith(bytes, from, to, '[heap]')) return 'heap';
  if (startsWith(bytes, from, to, '[stack]')) return 'stack';
  return bytes[from] === CHAR.slash || bytes[from] === CHAR.openBracket ? 'program' : 'anon';
}

function endOfNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (isDigit(bytes[at]) || bytes[at] === CHAR.dot)) at++;
  return at;
}

function milliseconds(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let scale = 0;
  for (let at = from; at < to; at++) {
    if (bytes[at] === CHAR.dot) scale = 1;
    else {
      value = value * 10 + bytes[at] - CHAR.zero;
      scale *= 10;
    }
  }
  return value / Math.max(1, scale);
}
