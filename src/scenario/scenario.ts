import type {
  Comparison,
  Era,
  Fate,
  FaultMode,
  FaultTarget,
  ProgramTrapKind,
  Register,
  SignallingMethod,
} from '../base/vocabulary.ts';
import type { CostName, CostPresetId } from '../kernel/costs.ts';
import type { MessageKind } from '../kernel/events.ts';
import type { FlowName } from '../kernel/faults/flow-parameters.ts';
import type { DriverSpec } from '../workload/driver-spec.ts';
import type { PhasesSpec } from '../workload/phases.ts';

/** What an application executes. */
export type WorkloadSpec =
  /** A shipped profile, e.g. `crc32-large.l4re-4k`. */
  | { readonly kind: 'profile'; readonly id: string }
  /** `events` traps of one kind, `instructions` apart. */
  | {
      readonly kind: 'periodic';
      readonly events: number;
      readonly instructions: number;
      readonly trap: ProgramTrapKind;
    }
  /** `events` traps, exponentially distributed gaps of mean `instructions`; `pagefaultShare` of them page faults, the rest system calls. */
  | {
      readonly kind: 'random';
      readonly events: number;
      readonly instructions: number;
      readonly pagefaultShare: number;
      readonly seed: number;
    }
  /** A program as phases, each with gaps, traps and bursts of its own. */
  | ({ readonly kind: 'phases' } & PhasesSpec)
  /** A device driver, with the device. */
  | ({ readonly kind: 'driver' } & DriverSpec)
  /** A list of its own. */
  | { readonly kind: 'segments'; readonly segments: readonly SegmentSpec[] };

export interface SegmentSpec {
  readonly instructions: number;
  readonly trap: ProgramTrapKind;
  /** How many times in a row; absent = 1. */
  readonly repeat?: number;
  readonly bytesIn?: number;
  readonly bytesOut?: number;
}

/** Where replicas live: near the Res core, on the other socket, alternating, or core by core. */
export type PlacementSpec = 'same-socket' | 'other-socket' | 'spread' | readonly number[];

export interface AppSpec {
  readonly name: string;
  readonly workload: WorkloadSpec;
  readonly redundancy: 'native' | number;
  readonly signalling: SignallingMethod;
  readonly resCore: number;
  readonly placement: PlacementSpec;
  /** Writable memory of one replica in KiB; absent = what the workload touches, or 64. */
  readonly writableKiB?: number;
}

export interface MachineSpec {
  readonly sockets: number;
  readonly coresPerSocket: number;
  readonly resCores: readonly number[];
  readonly clockGHz: number;
  /** Cycles per instruction of user code. */
  readonly cpi: number;
  /** Factor on the measured cycles of profiles that have no instruction counts. */
  readonly cycleScale: number;
}

/**
 * A single fault to inject; carried in links and files. Which of the optional fields a target needs
 * and allows is for `checkFaults` to say; one that is left out is drawn from the fault's seed.
 */
export interface FaultSpec {
  /** A cycle of the run, or the number (from 0) of an externalization event: half way through the stretch of computing before it. */
  readonly at: { readonly cycle: number } | { readonly event: number };
  readonly app: number;
  readonly replica: number;
  readonly target: FaultTarget;
  /** `gpr`, `alu`, `rat`; `core` that sticks. */
  readonly register?: Register;
  /** 0..31: the bit that flips, or sticks. */
  readonly bit?: number;
  /** `mem`: byte offset in writable memory. */
  readonly address?: number;
  /** `utcb`: index of the 32-bit word, 0..127. */
  readonly word?: number;
  /** `message`: which kind; the replica's next one of it is hit. */
  readonly message?: MessageKind;
  /** `message`: drop, delay, corrupt; `core`: stop, stick. */
  readonly mode?: FaultMode;
  /** `message` that is delayed: by how many cycles. */
  readonly delay?: number;
  /** `core`, `kernel`: which core; when a replica lives there, that is the one hit. */
  readonly core?: number;
  /** Forces what becomes of the wrong value until the next trap; absent = drawn. */
  readonly fate?: Fate;
  /** Chooses among the possible courses of the same fault; absent = 0. */
  readonly seed?: number;
  /** Number of the random stream from which what is left open is drawn; absent = its place in the list. */
  readonly stream?: number;
}

/** Faults that come by themselves: exponentially distributed gaps, everything else drawn evenly. */
export interface FaultRate {
  /** Mean cycles between two faults, over all apps and replicas. */
  readonly meanCycles: number;
  readonly targets: readonly FaultTarget[];
  /** Random stream of the first of them, the others count on from there; absent = the number of listed faults. */
  readonly stream?: number;
}

/** Cost parameters that change while the program runs: what begins from `cycle` on takes the new values. */
export interface CostChange {
  readonly at: { readonly cycle: number };
  /** On top of what held before. The costs of the native run are the same throughout. */
  readonly overrides: Partial<Record<CostName, number>>;
}

/** How Romain compares and reacts; the defaults are those of the 2012 prototype. */
export interface ProtectionSpec {
  readonly comparison: Comparison;
  /** All three differ: the prototype copies 1 to 2 and lets 0 go on (facts 4.5); `strict` stops. */
  readonly noMajority: 'prototype' | 'strict';
  /** A mismatch under ipc and polling halts the prototype in its debugger; `what-if` recovers as under migration. */
  readonly splitRecovery: 'prototype' | 'what-if';
  /** A trap every so many instructions, so that a replica that hangs is seen; `null` = off. */
  readonly watchdog: number | null;
  /** Hardware wish-list: a faulty NonRes core cannot write into foreign memory. */
  readonly memoryIsolation: boolean;
}

/** Everything that determines a run. */
export interface Scenario {
  readonly version: 1;
  readonly title: string;
  /** 32-bit unsigned. */
  readonly seed: number;
  readonly era: Era;
  readonly machine: MachineSpec;
  readonly costs: {
    readonly preset: CostPresetId;
    readonly overrides: Partial<Record<CostName, number>>;
  };
  /** Cycles strictly ascend. */
  readonly costChanges: readonly CostChange[];
  readonly apps: readonly AppSpec[];
  readonly faults: readonly FaultSpec[];
  readonly faultRate: FaultRate | null;
  readonly protection: ProtectionSpec;
  /** Flow probabilities that differ from `FLOW_PARAMETERS`. */
  readonly flow: Partial<Record<FlowName, number>>;
}

/** Why a scenario cannot be used: where (a path such as `apps[0].redundancy`) and what to do. */
export interface ScenarioProblem {
  readonly path: string;
  readonly message: string;
}
