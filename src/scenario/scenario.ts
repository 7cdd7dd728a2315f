import type { Era, SignallingMethod, TrapKind } from '../base/vocabulary.ts';
import type { CostName, CostPresetId } from '../kernel/costs.ts';

/** What an application executes. */
export type WorkloadSpec =
  /** A shipped profile, e.g. `crc32-large.l4re-4k`. */
  | { readonly kind: 'profile'; readonly id: string }
  /** `events` traps of one kind, `instructions` apart. */
  | {
      readonly kind: 'periodic';
      readonly events: number;
      readonly instructions: number;
      readonly trap: TrapKind;
    }
  /** `events` traps, exponentially distributed gaps of mean `instructions`; `pagefaultShare` of them page faults, the rest system calls. */
  | {
      readonly kind: 'random';
      readonly events: number;
      readonly instructions: number;
      readonly pagefaultShare: number;
      readonly seed: number;
    }
  /** A list of its own. */
  | { readonly kind: 'segments'; readonly segments: readonly SegmentSpec[] };

export interface SegmentSpec {
  readonly instructions: number;
  readonly trap: TrapKind;
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

/** A single fault to inject; carried in links and files. */
export interface FaultSpec {
  readonly at: { readonly cycle: number } | { readonly event: number };
  readonly app: number;
  readonly replica: number;
  readonly target: 'gpr' | 'instr' | 'alu' | 'rat' | 'mem';
  /** Register name for `gpr`, `alu` and `rat`. */
  readonly register?: string;
  readonly bit?: number;
  /** Byte offset in writable memory for `mem`. */
  readonly address?: number;
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
  readonly apps: readonly AppSpec[];
  readonly faults: readonly FaultSpec[];
}

/** Why a scenario cannot be used: where (a path such as `apps[0].redundancy`) and what to do. */
export interface ScenarioProblem {
  readonly path: string;
  readonly message: string;
}
