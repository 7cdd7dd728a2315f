import { CHAR, indexOfText, isNamePart, skipBlanks, startsWith } from './bytes.ts';
import { addRest, readArguments } from './call-arguments.ts';
import { readTail } from './call-tail.ts';
import { enterCall } from './interpret.ts';
import type { Process } from './recorder.ts';
import type { LineClass } from './report.ts';
import { readNotice } from './strace-notices.ts';
import type { StraceState } from './strace-state.ts';
import { countTail, ownerOf, timeOf } from './strace-state.ts';

/** Bytes of `<...` and a blank, and of `resumed>`. */
const RESUMED_MARK = 4;
const RESUMED_WORD = 8;

/** A line that begins with the name of a call behind its prefix, or with anything else. */
export function readCall(
  state: StraceState,
  bytes: Uint8Array,
  to: number,
  ended: boolean,
): LineClass {
  const { prefix, tail } = state;
  const { recorder } = state.setup;
  const { at } = prefix;
  let open = at;
  while (open < to && isNamePart(bytes[open])) open++;
  if (open === at || open >= to || bytes[open] !== CHAR.open)
    return readOther(state, bytes, at, to);
  const name = recorder.table.idOf(bytes, at, open);
  const bare = prefix.stamp === null && Number.isNaN(prefix.pid);
  // Without a prefix a line of the program may look like a call.
  if (bare && recorder.isCall[name] === 0) return readOther(state, bytes, at, to);
  readTail(tail, bytes, open + 1, to);
  if (tail.kind === 'whole' && tail.empty && !ended) tail.kind = 'open';
  const process = ownerOf(state);
  const start = timeOf(state);
  const args = readArguments(recorder.roles[name], bytes, open + 1, tail.argsEnd);
  if (tail.kind === 'whole') {
    countTail(state, name, false);
    const { result, failed, duration } = tail;
    enterCall(recorder, process, { name, args, result, failed, start, end: start + duration });
    return 'call';
  }
  process.begun = { name, start, args };
  if (tail.kind !== 'open') return tail.kind;
  if (!ended) return 'cut';
  state.split = process;
  // `clone(…strace: Process 5 attached`: the message stands behind the half of the call.
  const message = indexOfText(bytes, open, to, 'Process ');
  if (message >= 0) readNotice(bytes, message, to, state.owners);
  return 'split';
}

/** `<... read resumed>"a", 1) = 1 <0.000012>`. */
export function readResumed(state: StraceState, bytes: Uint8Array, to: number): LineClass {
  const { prefix, tail } = state;
  const { roles, table } = state.setup.recorder;
  const nameFrom = skipBlanks(bytes, prefix.at + RESUMED_MARK, to);
  const word = indexOfText(bytes, nameFrom, to, 'resumed>');
  if (word < 0) return readLetGo(state, bytes, prefix.at, to);
  let nameTo = nameFrom;
  while (nameTo < to && isNamePart(bytes[nameTo])) nameTo++;
  const from = word + RESUMED_WORD;
  const process = ownerOf(state);
  readTail(tail, bytes, from, to);
  const time = timeOf(state);
  if (tail.kind !== 'whole') return 'resumed';
  const name = word > nameFrom ? table.idOf(bytes, nameFrom, nameTo) : process.begun?.name;
  if (name === undefined) return 'resumed';
  countTail(state, name, true);
  // The first half may be before the beginning of the log.
  process.begun ??= {
    name,
    start: Number.NaN,
    args: readArguments(roles[name], bytes, from, from),
  };
  complete(state, process, { bytes, from, time });
  return 'resumed';
}

/** ` <unfinished ...>` and ` <detached ...>` behind a message that interrupted a call. */
export function readLetGo(
  state: StraceState,
  bytes: Uint8Array,
  from: number,
  to: number,
): LineClass {
  const detached = startsWith(bytes, from, to, '<detached');
  if (!detached && !startsWith(bytes, from, to, '<unfinished')) return 'output';
  state.split = null;
  return detached ? 'detached' : 'rest';
}

/** `) = 5`, `, 4) = 4`: the rest of a call that something interrupted; `null` when it is not. */
export function readRest(
  state: StraceState,
  bytes: Uint8Array,
  from: number,
  to: number,
): LineClass | null {
  const { split, tail } = state;
  if (split?.begun === undefined || split.begun === null) return null;
  readTail(tail, bytes, from, to);
  if (tail.kind === 'open') return null;
  state.split = null;
  if (tail.kind === 'detached') return 'detached';
  if (tail.kind === 'unfinished') return 'rest';
  countTail(state, split.begun.name, false);
  complete(state, split, { bytes, from, time: Number.NaN });
  return 'rest';
}

/** Completes the call that `process` began with the arguments from `from` on and the tail. */
function complete(
  { setup, tail }: StraceState,
  process: Process,
  rest: { readonly bytes: Uint8Array; readonly from: number; readonly time: number },
): void {
  const { begun } = process;
  if (begun === null) return;
  process.begun = null;
  const { name, start } = begun;
  const { result, failed, duration, argsEnd } = tail;
  const { recorder } = setup;
  const args = addRest(begun.args, recorder.roles[name], rest.bytes, rest.from, argsEnd);
  // Without a duration the time at which the second half was written is the end.
  const end = duration >= 0 ? start + duration : Math.max(rest.time, start);
  enterCall(recorder, process, { name, args, result, failed, start, end });
}

/** What is neither a call nor a signal: messages, tables, the rest of a call, output. */
function readOther(state: StraceState, bytes: Uint8Array, at: number, to: number): LineClass {
  const told = readNotice(bytes, at, to, state.owners);
  if (told !== null) return told;
  if (state.inTable) return 'table';
  if (state.prefix.stamp !== null) return 'unknown';
  const rest = readRest(state, bytes, at, to);
  if (rest !== null) return rest;
  // Output without a line end, or an echoed ^C, may stand before a message.
  const message = indexOfText(bytes, at, to, 'strace: Process ');
  return (message < 0 ? null : readNotice(bytes, message, to, state.owners)) ?? 'output';
}
