import { decodeText } from './bytes.ts';
import type { ObjectCutter } from './json-objects.ts';
import { createObjectCutter } from './json-objects.ts';
import { namedThreadLabel, threadLabel } from './labels.ts';
import type { StampCounts } from './reader.ts';
import { countNumber } from './reader.ts';
import type { Process, Recorder } from './recorder.ts';
import type { LineClass } from './report.ts';
import type { Tally } from './tally.ts';
import type { Tracks } from './tracks.ts';
import { classByName } from './tracks.ts';

/** What a reader of Chrome traces needs. */
export interface ChromeSetup {
  readonly recorder: Recorder;
  readonly stamps: StampCounts;
  readonly tally: Tally;
  readonly tracks: Tracks;
}

interface TraceEvent {
  readonly ph?: unknown;
  readonly ts?: unknown;
  readonly dur?: unknown;
  readonly name?: unknown;
  readonly cat?: unknown;
  readonly pid?: unknown;
  readonly tid?: unknown;
  readonly args?: unknown;
}

/** Most slices that may be open in a thread. */
const MAX_OPEN = 1000;

/**
 * A reader of Chrome traces (JSON, list or object): outermost slices (`X`, `B` to `E`) and instants
 * of a thread are its traps, what lies between them is its computing. Each event counts as a line.
 */
export function createChromeReader(setup: ChromeSetup): ObjectCutter {
  const { recorder, stamps, tally, tracks } = setup;
  const open = new Map<Process, TraceEvent[]>();
  const threads = new Map<string, Process>();

  function threadOf({ pid, tid }: TraceEvent): Process {
    const key = `${text(pid)}/${text(tid)}`;
    const known = threads.get(key);
    if (known !== undefined) return known;
    const number = typeof tid === 'number' && Number.isInteger(tid) && tid >= 0 ? tid : Number.NaN;
    const free = !Number.isNaN(number) && !recorder.processes.has(number);
    const process = recorder.process(free ? number : -1 - threads.size, threadLabel(key));
    threads.set(key, process);
    return process;
  }

  function slice(event: TraceEvent, start: number, duration: number): LineClass {
    const name = typeof event.name === 'string' && event.name !== '' ? event.name : 'event';
    const what = classByName(`${name} ${text(event.cat)}`);
    const id = recorder.table.idOfText(name);
    recorder.callCounts[id] += 1;
    if (duration > 0) {
      recorder.counters.durations += 1;
      recorder.counters.sumDurations += duration;
    }
    const times = { start, duration, bytesIn: 0, bytesOut: 0 };
    tracks.add(threadOf(event), { ...times, name: id, what });
    return 'event';
  }

  function enter(event: TraceEvent): LineClass {
    if (event.ph === 'M') return rename(threadOf(event), event);
    const at = nanoseconds(event.ts);
    if (typeof event.ph !== 'string') return 'ignored';
    if (!'XBEiIR'.includes(event.ph)) return 'ignored';
    if (Number.isNaN(at)) return 'unknown';
    countNumber(stamps, 'microseconds', { text: String(event.ts), unitDigits: 6 });
    if (event.ph === 'X') return slice(event, at, nanoseconds(event.dur ?? 0));
    if (event.ph === 'B') return begin(event);
    if (event.ph === 'E') return end(event, at);
    return slice(event, at, 0);
  }

  function begin(event: TraceEvent): LineClass {
    const stack = open.get(threadOf(event)) ?? [];
    if (stack.length < MAX_OPEN) stack.push(event);
    open.set(threadOf(event), stack);
    return 'ignored';
  }

  function end(event: TraceEvent, at: number): LineClass {
    const begun = open.get(threadOf(event))?.pop();
    if (begun === undefined) return 'unknown';
    const start = nanoseconds(begun.ts);
    return slice(begun, start, at - start);
  }

  return createObjectCutter((bytes, from, to, whole) => {
    const event = whole ? parse(decodeText(bytes, from, to)) : null;
    recorder.shown = tally.nextShown();
    tally.enter(bytes, from, to, event === null ? 'unknown' : enter(event));
  });
}

function rename(thread: Process, event: TraceEvent): LineClass {
  const { args } = event;
  const named = typeof args === 'object' && args !== null && 'name' in args ? args.name : null;
  if (event.name === 'thread_name' && typeof named === 'string') {
    thread.label = namedThreadLabel(named, `${text(event.pid)}/${text(event.tid)}`);
  }
  return 'ignored';
}

function parse(json: string): TraceEvent | null {
  try {
    return JSON.parse(json) as TraceEvent;
  } catch {
    return null;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Chrome traces count microseconds; some writers put numbers in quotes. */
function nanoseconds(value: unknown): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? Math.round(number * 1000)
    : Number.NaN;
}
