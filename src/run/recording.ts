import type { AppId, CoreId, Cycles, ReplicaId } from '../base/units.ts';
import type {
  CoreMode,
  FaultOutcome,
  Part,
  SignallingMethod,
  TrapKind,
} from '../base/vocabulary.ts';
import type { Incident, StopReason } from '../kernel/faults/incidents.ts';
import type { FaultSummary } from '../kernel/faults/outcome.ts';
import type { Machine } from '../kernel/machine.ts';

/** One row per kernel step, in order; row k is the event that step k applied. Columns share `length`. */
export interface EventColumns {
  readonly length: number;
  /** Ascending. */
  readonly time: Float64Array;
  /** Index into `EVENT_KINDS`. */
  readonly kind: Uint8Array;
  readonly core: Int8Array;
  readonly app: Int8Array;
  /** -1 = Romain's handler thread. */
  readonly replica: Int8Array;
  readonly arg: Int16Array;
}

/** What one core did: span i lasts from `start[i]` to `start[i + 1]`, the last one to the end of the run. Gapless from 0. */
export interface SpanColumns {
  readonly length: number;
  /** Strictly ascending; `start[0]` is 0. */
  readonly start: Float64Array;
  /** Index into `ACTIVITIES`. */
  readonly activity: Uint8Array;
  /** -1 = nobody. */
  readonly app: Int8Array;
  /** Replica whose trap or code this is; -1 = Romain's handler thread or nobody. */
  readonly replica: Int8Array;
}

/** One row per message, in order of `sent`. */
export interface MessageColumns {
  readonly length: number;
  /** Most cycles that a message is in flight; 0 without messages. */
  readonly longestFlight: Cycles;
  readonly sent: Float64Array;
  /** When it reaches `to`; the message is in flight in [sent, arrival). */
  readonly arrival: Float64Array;
  /** Index into `MESSAGE_KINDS`. */
  readonly kind: Uint8Array;
  readonly from: Int8Array;
  readonly to: Int8Array;
  readonly app: Int8Array;
  readonly replica: Int8Array;
  /** 0 = delivered; else 1 + index into `FAULT_MODES` of what happened to it. A dropped one never reaches `to`. */
  readonly fault: Uint8Array;
}

/** One row per externalization event of one app that a replica has trapped for. Times are instants in cycles; Infinity = not reached when the app ended. */
export interface RendezvousColumns {
  readonly length: number;
  /** First replica raises the trap. */
  readonly trapped: Float64Array;
  /** The first replica's arrival is recorded: from now on it waits for the others. */
  readonly arrived: Float64Array;
  /** The last live replica's arrival is recorded. */
  readonly met: Float64Array;
  /** Vote done. */
  readonly compared: Float64Array;
  /** Handled for the whole group. */
  readonly handled: Float64Array;
  /** The last replica is back in user code; for the last event of a program, the end of the app. */
  readonly completed: Float64Array;
  /** Index into `TRAP_KINDS`. */
  readonly trap: Uint8Array;
  readonly leader: Int8Array;
  /** Kernel step (row of `EventColumns`) at which all had met. */
  readonly metStep: Int32Array;
}

/**
 * How the overhead of one app grew: samples at externalization events `event[i]` (1 = after the
 * first), evenly thinned to at most `MAX_SERIES_SAMPLES`, the last event always included.
 */
export interface OverheadSeries {
  readonly length: number;
  readonly event: Float64Array;
  /** t_k: cycles until that event is completed. */
  readonly time: Float64Array;
  /** nu_k: native cycles of the same segments and traps. */
  readonly native: Float64Array;
  /** Of nu_k, cycles in which the unreplicated driver waits for its device; 0 without one. */
  readonly nativeWait: Float64Array;
  /** Cycles of those segments alone, without skew and traps. */
  readonly nominal: Float64Array;
  /** Mean cycles per replica by part since the start; `PARTS.length` columns; row i sums to `time[i]`. */
  readonly parts: readonly Float64Array[];
}

export type Breakdown = Readonly<Record<Part, number>>;

export interface ReplicaSummary {
  readonly id: ReplicaId;
  readonly core: CoreId;
  /** Sums to the app's `totalCycles` to the cycle. */
  readonly breakdown: Breakdown;
}

/** What a driver did to its device, as far as its run went. */
export interface DeviceSummary {
  readonly access: 'naive' | 'proxied';
  /** Interrupts that came before the run ended, and those that the driver took. */
  readonly arrived: number;
  readonly interrupts: number;
  /** Cycles from the arrival of an interrupt until it was handled. */
  readonly meanLatency: Cycles;
  readonly longestLatency: Cycles;
  /** Register reads that the device saw, those that one copy of the driver makes, those that found the FIFO empty. */
  readonly reads: number;
  readonly readsDue: number;
  readonly emptyReads: number;
  /** Values that a replica got and that one copy of the driver would not get. */
  readonly wrongInputs: number;
  /** Register writes that had an effect, those that one copy of the driver makes, effects of a wrong value. */
  readonly writes: number;
  readonly writesDue: number;
  readonly wrongWrites: number;
}

export interface AppSummary {
  readonly id: AppId;
  readonly name: string;
  readonly workload: string;
  readonly redundancy: 'native' | number;
  readonly signalling: SignallingMethod;
  readonly nativeCycles: Cycles;
  readonly totalCycles: Cycles;
  readonly overheadPercent: number;
  /** Externalization events, once each, not per replica. */
  readonly events: Readonly<Record<'total' | TrapKind, number>>;
  /** Mean over the replicas. */
  readonly breakdown: Breakdown;
  readonly replicas: readonly ReplicaSummary[];
  readonly ipis: number;
  readonly messages: number;
  readonly polls: number;
  readonly bytesCopied: number;
  /** `completed` = no fault was injected and nothing went wrong. */
  readonly outcome: 'completed' | FaultOutcome;
  /** Why it ended before its program did. */
  readonly stop: StopReason;
  /** Externalization events completed; `events.total` unless the app was stopped. */
  readonly completedEvents: number;
  /** What became of its faults. */
  readonly faults: FaultSummary;
  /** What a driver did to its device; absent without one. */
  readonly device?: DeviceSummary;
}

export interface CoreSummary extends Readonly<Record<CoreMode, Cycles>> {
  readonly id: CoreId;
  readonly kind: 'Res' | 'NonRes';
}

export interface RunSummary {
  readonly seed: number;
  readonly clockGHz: number;
  readonly totalCycles: Cycles;
  readonly kernelSteps: number;
  /** 16 hexadecimal digits over the whole trace. */
  readonly digest: string;
  readonly ipis: number;
  readonly messages: number;
  readonly polls: number;
  readonly bytesCopied: number;
  /** Cycles per core in each mode; each core's modes sum to `totalCycles`. */
  readonly cores: readonly CoreSummary[];
  readonly apps: readonly AppSummary[];
}

/** A change of the number of wrong values in a replica; rows in order of time. */
export interface DivergenceRow {
  readonly time: Cycles;
  readonly app: number;
  readonly replica: number;
  /** 0 = like the fault-free run from now on. */
  readonly count: number;
}

/** The machine after `step` kernel steps, from which any later instant can be replayed. */
export interface Checkpoint {
  readonly step: number;
  readonly time: Cycles;
  readonly machine: Machine;
}

/** A whole run: columns for drawing, checkpoints for seeking. Plain data and typed arrays, ready to be transferred. */
export interface Recording {
  readonly events: EventColumns;
  /** One per core. */
  readonly spans: readonly SpanColumns[];
  readonly messages: MessageColumns;
  /** One per app. */
  readonly rendezvous: readonly RendezvousColumns[];
  /** One per app. */
  readonly series: readonly OverheadSeries[];
  /** What faults did, in order; empty without faults. */
  readonly incidents: readonly Incident[];
  readonly divergence: readonly DivergenceRow[];
  /** Ascending; the first is the machine at step 0. */
  readonly checkpoints: readonly Checkpoint[];
  readonly summary: RunSummary;
}
