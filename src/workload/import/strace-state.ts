import type { CallTail } from './call-tail.ts';
import { createTail } from './call-tail.ts';
import type { StampCounts } from './reader.ts';
import { countStamp } from './reader.ts';
import type { Process, Recorder } from './recorder.ts';
import type { StraceClock } from './strace-clock.ts';
import { createStraceClock } from './strace-clock.ts';
import type { LineOwners } from './strace-owner.ts';
import { createLineOwners } from './strace-owner.ts';
import type { StracePrefix } from './strace-prefix.ts';
import { createPrefix } from './strace-prefix.ts';

/** What a reader of strace or perf trace needs to know of its file. */
export interface ReaderSetup {
  readonly recorder: Recorder;
  readonly stamps: StampCounts;
  /** The process of lines without a number. */
  readonly fallback: { readonly pid: number; readonly label: string };
  /** Told once a line has a number of a process. */
  readonly onPid: () => void;
}

/** Where a reader of strace stands; prefix and tail are those of the line at hand. */
export interface StraceState {
  readonly setup: ReaderSetup;
  readonly prefix: StracePrefix;
  readonly tail: CallTail;
  readonly clock: StraceClock;
  readonly owners: LineOwners;
  inTable: boolean;
  /** The process whose call a message or the program's output interrupts, as only one can be. */
  split: Process | null;
  hasPids: boolean;
}

export function createStraceState(setup: ReaderSetup): StraceState {
  return {
    setup,
    prefix: createPrefix(),
    tail: createTail(),
    clock: createStraceClock(setup.recorder.counters),
    owners: createLineOwners(setup.recorder, setup.fallback),
    inTable: false,
    split: null,
    hasPids: false,
  };
}

/** Whose line it is. */
export function ownerOf(state: StraceState): Process {
  const { pid } = state.prefix;
  if (!state.hasPids && !Number.isNaN(pid)) {
    state.hasPids = true;
    state.setup.onPid();
  }
  return state.owners.of(pid);
}

/** The time of the line in nanoseconds, or NaN; counts the stamp, so it is asked once a line. */
export function timeOf({ setup, prefix, clock }: StraceState): number {
  if (prefix.stamp === null) return Number.NaN;
  countStamp(setup.stamps, prefix.stamp, prefix.digits);
  return clock.read(prefix);
}

/** Counts result and duration of a call that `tail` ends; `resumed` = on a line of its own. */
export function countTail({ setup, tail }: StraceState, name: number, resumed: boolean): void {
  const { callCounts, counters, payload } = setup.recorder;
  callCounts[name] += 1;
  if (tail.failed) counters.errors += 1;
  if (tail.duration >= 0) {
    counters.durations += 1;
    counters.sumDurations += tail.duration;
  }
  if (!(tail.result > 0) || payload[name] === 0) return;
  if (payload[name] === 1) counters[resumed ? 'bytesReadResumed' : 'bytesRead'] += tail.result;
  else counters[resumed ? 'bytesWrittenResumed' : 'bytesWritten'] += tail.result;
}
