import { isCallName } from './call-names.ts';
import type { CallRole } from './call-roles.ts';
import { mayBlock, payloadOf, roleOf } from './call-roles.ts';
import type { CallArguments } from './call-arguments.ts';
import type { Descriptors } from './descriptors.ts';
import { createDescriptors } from './descriptors.ts';
import { pidLabel } from './labels.ts';
import type { NameTable } from './names.ts';
import { createNameTable, MAX_IMPORTED_NAMES } from './names.ts';
import type { TrapRow, TrapRows } from './rows.ts';
import { createTrapRows, ROW_FLAGS } from './rows.ts';

/** Most traps that are kept of all processes together, some 27 bytes each. */
export const MAX_KEPT_TRAPS = 4_000_000;
/** Most traps that are kept of one process: as many as a workload may have. */
export const MAX_KEPT_OF_ONE = 2_000_000;
/** Most processes whose traps are kept. */
const MAX_PROCESSES = 20_000;

/** A call whose end is still to come. */
export interface BegunCall {
  readonly name: number;
  /** Nanoseconds, or NaN. */
  readonly start: number;
  readonly args: CallArguments;
}

/** What is known of one process or thread while reading. */
export interface Process {
  pid: number;
  label: string;
  readonly rows: TrapRows;
  /** Traps seen, kept or not. */
  traps: number;
  calls: number;
  faults: number;
  ended: boolean;
  files: Descriptors;
  /** Top of the heap, or NaN. */
  heapEnd: number;
  begun: BegunCall | null;
  /** Nanoseconds; NaN = unknown. */
  lastStart: number;
  lastEnd: number;
  lastWaited: boolean;
  /** Sums of known durations in nanoseconds: of calls that may wait, and of the others. */
  waiting: number;
  kernel: number;
}

/** Sums over all processes; times in nanoseconds. */
export interface Counters {
  errors: number;
  durations: number;
  sumDurations: number;
  bytesRead: number;
  bytesReadResumed: number;
  bytesWritten: number;
  bytesWrittenResumed: number;
  kernelFaults: number;
  /** Whole seconds that absolute stamps count from, the same for all files; NaN before the first. */
  base: number;
  firstStamp: number;
  lastStamp: number;
  readonly exitCodes: number[];
}

/** What a reader of a format hands over about one trap, beside its row. */
export interface TrapTimes {
  /** Nanoseconds, or NaN. */
  readonly start: number;
  readonly end: number;
  readonly waits: boolean;
}

/** The trap that a line of the preview has made, with its gap. */
export interface ShownTrap {
  readonly process: Process;
  readonly row: TrapRow;
}

/** Takes up traps of processes; shared by the readers of all formats. */
export interface Recorder {
  readonly table: NameTable;
  readonly roles: readonly CallRole[];
  /** By number of the name: does the return value count payload (1 in, 2 out)? */
  readonly payload: Uint8Array;
  readonly waits: Uint8Array;
  /** By number of the name: is it a Linux system call? */
  readonly isCall: Uint8Array;
  readonly callCounts: Float64Array;
  readonly counters: Counters;
  readonly processes: ReadonlyMap<number, Process>;
  process(pid: number, label?: string): Process;
  /** Gives a process its true number once that is known. */
  rename(process: Process, pid: number): void;
  /** Enters a trap: works out its gap, keeps the row if there is room. */
  trap(process: Process, row: TrapRow, times: TrapTimes): void;
  /** Traps that were counted, not kept. */
  readonly dropped: () => number;
  /** Place in the preview of the line that is read, to be set before; -1 = it is not shown. */
  shown: number;
  /** By place in the preview: the trap of that line, if it has made one. */
  readonly shownTraps: readonly (ShownTrap | undefined)[];
}

/** A recorder that keeps the traps of all processes, or of `only`. */
export function createRecorder(only: number | null): Recorder {
  const roles: CallRole[] = [];
  const payload = new Uint8Array(MAX_IMPORTED_NAMES + 1);
  const waits = new Uint8Array(MAX_IMPORTED_NAMES + 1);
  const isCall = new Uint8Array(MAX_IMPORTED_NAMES + 1);
  const table = createNameTable((id, name) => {
    roles[id] = roleOf(name);
    payload[id] = { in: 1, out: 2, none: 0 }[payloadOf(name) ?? 'none'];
    waits[id] = mayBlock(name) ? 1 : 0;
    isCall[id] = isCallName(name) ? 1 : 0;
  });
  const processes = new Map<number, Process>();
  const shownTraps: (ShownTrap | undefined)[] = [];
  let kept = 0;
  let dropped = 0;

  function keeps(process: Process): boolean {
    if (only !== null && process.pid !== only) return false;
    const room = kept < MAX_KEPT_TRAPS && process.rows.length() < MAX_KEPT_OF_ONE;
    return room && (process.rows.length() > 0 || processes.size <= MAX_PROCESSES);
  }

  const recorder: Recorder = {
    table,
    roles,
    payload,
    waits,
    isCall,
    callCounts: new Float64Array(MAX_IMPORTED_NAMES + 1),
    counters: createCounters(),
    processes,
    process(pid, label) {
      const known = processes.get(pid);
      if (known !== undefined) return known;
      const process = createProcess(pid, label ?? pidLabel(pid));
      processes.set(pid, process);
      return process;
    },
    rename(process, pid) {
      processes.delete(process.pid);
      process.pid = pid;
      process.label = pidLabel(pid);
      processes.set(pid, process);
    },
    trap(process, row, times) {
      setGap(process, row, times);
      process.traps += 1;
      if (keeps(process)) {
        process.rows.push(row);
        kept += 1;
      } else dropped += only === null || process.pid === only ? 1 : 0;
      noteTimes(process, times);
      if (recorder.shown >= 0) shownTraps[recorder.shown] = { process, row: { ...row } };
    },
    dropped: () => dropped,
    shown: -1,
    shownTraps,
  };
  return recorder;
}

/** Enters the times of something that is no trap, so that the next gap begins at its end. */
export function noteTimes(process: Process, { start, end, waits }: TrapTimes): void {
  process.lastStart = start;
  process.lastEnd = end;
  process.lastWaited = waits;
  const duration = end - start;
  if (!(duration >= 0)) return;
  if (waits) process.waiting += duration;
  else process.kernel += duration;
}

function setGap(process: Process, row: TrapRow, { start }: TrapTimes): void {
  const { lastEnd, lastStart, lastWaited } = process;
  if (process.traps === 0 && Number.isNaN(lastStart)) {
    row.gap = 0;
    row.flags |= ROW_FLAGS.first;
  } else if (Number.isNaN(lastEnd) && !Number.isNaN(lastStart)) {
    row.gap = Math.max(0, start - lastStart);
    row.flags |= ROW_FLAGS.fromStart | (lastWaited ? ROW_FLAGS.afterWait : 0);
  } else {
    const gap = start - lastEnd;
    row.gap = gap < 0 ? 0 : gap;
  }
}

function createProcess(pid: number, label: string): Process {
  return {
    pid,
    label,
    rows: createTrapRows(),
    traps: 0,
    calls: 0,
    faults: 0,
    ended: false,
    files: createDescriptors(),
    heapEnd: Number.NaN,
    begun: null,
    lastStart: Number.NaN,
    lastEnd: Number.NaN,
    lastWaited: false,
    waiting: 0,
    kernel: 0,
  };
}

function createCounters(): Counters {
  return {
    errors: 0,
    durations: 0,
    sumDurations: 0,
    bytesRead: 0,
    bytesReadResumed: 0,
    bytesWritten: 0,
    bytesWrittenResumed: 0,
    kernelFaults: 0,
    base: Number.NaN,
    firstStamp: Number.NaN,
    lastStamp: Number.NaN,
    exitCodes: [],
  };
}
