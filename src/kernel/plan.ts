import type { AppId, CoreId, Cycles, ReplicaId } from '../base/units.ts';
import type { Era, SignallingMethod } from '../base/vocabulary.ts';
import type { Costs } from './costs.ts';
import type { FaultsPlan } from './faults/fault-plan.ts';
import type { Program } from './program.ts';

/** One application as the kernel runs it. */
export interface AppPlan {
  readonly id: AppId;
  readonly name: string;
  /** Profile id, or the kind of a generated workload. */
  readonly workload: string;
  readonly program: Program;
  /** `native` = a plain L4 application without Romain; else the number of replicas. */
  readonly redundancy: 'native' | number;
  readonly signalling: SignallingMethod;
  /** The Res core on which Romain serves this app. */
  readonly resCore: CoreId;
  /** Home core of each replica; one entry for `native`. */
  readonly cores: readonly CoreId[];
  /** Thread index of each replica, then of Romain's handler thread (`ipc`, `polling` with N > 1), else -1. */
  readonly replicaThreads: readonly number[];
  readonly managerThread: number;
  /** Writable memory of one replica in bytes: what a recovery copies. */
  readonly writableBytes: number;
  /** Length + 1 entries: native cycles of the first k segments with their traps. */
  readonly nativeAt: Float64Array;
}

/** A schedulable thread: a replica's vCPU, a native app, or Romain's handler thread of an app. */
export interface ThreadPlan {
  readonly app: AppId;
  /** -1 for Romain's handler thread. */
  readonly replica: ReplicaId;
  readonly home: CoreId;
}

/** Costs in force, and what follows from them and the machine. */
export interface CostTables {
  readonly costs: Costs;
  /** IPI flight in cycles, `[from * coreCount + to]`. */
  readonly ipiFlight: readonly Cycles[];
  /** Cycles to fetch one modified line, `[from * coreCount + to]`; 0 on the same core. */
  readonly lineFetch: readonly Cycles[];
  /** Cycles of a store to a slot whose line the other core holds, `[from * coreCount + to]`. */
  readonly slotStore: readonly Cycles[];
}

/** Costs that are in force from an instant on. */
export interface CostPhase extends CostTables {
  readonly from: Cycles;
}

/** All that stays the same during a run. Shared by reference, never copied, never changed. */
export interface MachinePlan extends CostTables {
  readonly seed: number;
  readonly clockGHz: number;
  readonly era: Era;
  readonly sockets: number;
  readonly coresPerSocket: number;
  readonly coreCount: number;
  /** Per core: is it resilient? */
  readonly resilient: readonly boolean[];
  readonly apps: readonly AppPlan[];
  readonly threads: readonly ThreadPlan[];
  /** Per core: apps served there (Res) in id order. */
  readonly appsOnCore: readonly (readonly AppId[])[];
  /** Costs that take the place of the ones above during the run; instants ascend. Most runs have none. */
  readonly phases: readonly CostPhase[];
  readonly faults: FaultsPlan;
}
