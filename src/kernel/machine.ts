import type { Cycles } from '../base/units.ts';
import type { RngState } from '../base/rng.ts';
import type { DeviceState } from './device.ts';
import type { EventKind, KernelEvent } from './events.ts';
import type { Deviation } from './faults/deviation.ts';
import type { FaultPlan } from './faults/fault-plan.ts';

/** What a thread will do when a core next runs it. */
export interface Thread {
  /** Where it is, or -1 while it migrates. */
  core: number;
  /** Index into `ACTIVITIES` of the work it begins with. */
  activity: number;
  cycles: Cycles;
  /** Event that its completion is. */
  kind: EventKind;
  arg: number;
  /** Shared NonRes cores: replica for which that work is done. */
  subject: number;
  /** Shared NonRes cores: what it has used of its time slice when it gave the core away. */
  used: Cycles;
  /** Shared NonRes cores: since when it waits for its turn. */
  offSince: Cycles;
}

export interface Core {
  /** Thread it runs, or -1. */
  thread: number;
  /** Index into `ACTIVITIES`. */
  activity: number;
  /** Replica for which it is done; -1 = Romain's thread or nobody. */
  subject: number;
  since: Cycles;
  /** When the running work completes, or -1 when nothing is scheduled. */
  doneAt: Cycles;
  /** Event of that completion. */
  kind: EventKind;
  arg: number;
  /** Number of the running work: a completion with another number is void. */
  token: number;
  /** Thread for whose message an interrupt handler runs, or -1. */
  handler: number;
  /** Cycles left of the work under the handler; -1 = none; its activity and completion are kept beside. */
  pausedCycles: Cycles;
  pausedActivity: number;
  pausedSubject: number;
  /** Interrupts that arrived while a handler ran. */
  interrupts: KernelEvent[];
  /** Threads that wait for this core, first come first served. */
  ready: number[];
  /** Thread that ran last, to know whether a switch is due. */
  lastThread: number;
  /** When its poll loop began; -1 = it does not poll. */
  pollSince: Cycles;
  /** Shared NonRes core: number of the running turn, < -1 and falling; a timer of another turn is void. */
  turn: number;
  /** When the slice of that turn began. */
  turnSince: Cycles;
  /** When a timer ends it, or -1 when none is set. */
  sliceEnd: Cycles;
  /** Do all threads that could run poll in turn, `thread` first, then those in `ready`? */
  rotating: boolean;
  /** What it shows when it has nothing to run. */
  idleActivity: number;
  modeSince: Cycles;
  /** Cycles spent in each of `CORE_MODES`, up to `modeSince`. */
  modeCycles: number[];
  /** Has a fault stopped it for good? */
  stopped: boolean;
  /** The fault by which a register bit sticks at 1. */
  stuck: FaultPlan | null;
}

export interface Replica {
  /** Segments completed; index of the running one. */
  segment: number;
  /** Index into `PARTS`. */
  part: number;
  since: Cycles;
  /** Does it depend on the Res core's queue? */
  held: boolean;
  /** Is it ready while its home core serves another app? */
  queueing: boolean;
  /** The app's queue clock when `since` or `held` last changed. */
  queueMark: Cycles;
  /** Cycles per part, up to `since`. */
  parts: number[];
  /** What differs from a fault-free run; replaced, never changed. */
  deviations: readonly Deviation[];
  /** Does its core run, or is about to resume, its user code? Not between a trap and its end. */
  computing: boolean;
  /** When that stretch began. */
  startedAt: Cycles;
  /** Index into `TRAP_KINDS` of the trap it raised last. */
  raised: number;
  /** Was that an exception from which it cannot go on? */
  crashed: boolean;
  /** Is the pointer by which Romain finds its state corrupted? */
  garbled: boolean;
  /** ipc: its core waits for an answer that was lost. */
  deaf: boolean;
  arrivedAt: Cycles;
  released: boolean;
  /** polling on a shared core: is its cleared slot visible to it? */
  cleared: boolean;
  /** polling: time at which its slot is visible to Romain, or -1. */
  postedAt: Cycles;
}

/**
 * Where Romain's handler thread stands: at work; in the open wait (ipc) or polling a slot;
 * blocked until the core of a queued sender, or of a released replica, answers (ipc).
 */
export type ManagerState = 'none' | 'working' | 'waiting' | 'fetching' | 'notifying';

/** Where a group stands in its externalization event. */
export type Stage =
  | 'compute'
  | 'arriving'
  | 'comparing'
  | 'recovering'
  | 'handling'
  | 'resuming'
  | 'ended'
  | 'stopped';

export interface App {
  /** Externalization events handled so far; index of the one that is gathered or handled now. */
  event: number;
  /** Events after which every replica is back in user code: `event`, or one less while `resuming`. */
  completed: number;
  stage: Stage;
  /** Replicas in order of arrival at event `event`. */
  order: number[];
  /** Order in which the replicas of the last gathered event are served and released, leader first. */
  serve: number[];
  leader: number;
  /** Serial position in `serve`, or the slot that Romain polls. */
  cursor: number;
  /** Replicas back in user code after the last handled event. */
  resumed: number;
  /** local, migration: replicas that have handled the event. */
  finished: number;
  manager: ManagerState;
  /** ipc: replicas whose CALL is queued at Romain. */
  senders: number[];
  /** local, migration: replicas that sleep at the leave barrier. */
  sleepers: number[];
  /** Cycles in which the Res core served another app while this one was ready. */
  queued: Cycles;
  queuedSince: Cycles;
  endedAt: Cycles;
  ipis: number;
  messages: number;
  polls: number;
  bytesCopied: number;
  /** Replicas outvoted at the last vote that differed and not recovered yet, and the one they are overwritten with. */
  outvoted: number[];
  donor: number;
  /** Index into `STOP_REASONS`. */
  stop: number;
  /** Faults injected; instants and events of the first fault, mismatch and wrong output, -1 = never. */
  injected: number;
  injectedAt: Cycles;
  injectedEvent: number;
  detectedAt: Cycles;
  detectedEvent: number;
  externalizedAt: Cycles;
  externalizedEvent: number;
  recoveries: number;
  /** What the device of a driver has done; `null` without one. */
  device: DeviceState | null;
}

/**
 * The whole state of a run at an instant: plain objects and arrays, JSON in and out, no closures,
 * no typed arrays. What never changes is in `MachinePlan`.
 */
export interface Machine {
  now: Cycles;
  /** Kernel steps applied. */
  steps: number;
  seq: number;
  rng: RngState;
  /** Binary heap by (time, seq). */
  queue: KernelEvent[];
  threads: Thread[];
  cores: Core[];
  apps: App[];
  /** Per app, its replicas. */
  replicas: Replica[][];
  /** Faults at a cycle that are injected already. */
  nextFault: number;
  /** Message faults that wait for their message; replaced, never changed. */
  armed: readonly FaultPlan[];
  /** Messages that were lost. */
  lostMessages: number;
}
