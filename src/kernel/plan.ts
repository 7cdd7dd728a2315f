import type { AppId, CoreId, Cycles, ReplicaId } from '../base/units.ts';
import type { Era, SignallingMethod } from '../base/vocabulary.ts';
import type { Costs } from './costs.ts';
import type { FaultsPlan } from './faults/fault-plan.ts';
import type { Program } from './program.ts';

/** The device of a driver; columns have one entry per segment of its program. */
export interface DevicePlan {
  /** Does each replica touch the device itself, or Romain once for all? */
  readonly access: 'naive' | 'proxied';
  /** What a read gives: the next item of a FIFO that each interrupt fills, or the next number. */
  readonly input: 'fifo' | 'counter';
  /** Decides the values that are read. */
  readonly seed: number;
  /** When each interrupt comes; ascends. */
  readonly arrivals: Float64Array;
  /** Registers read and written for each interrupt. */
  readonly reads: number;
  readonly writes: number;
  /** What the trap is to the device: index into `DEVICE_OPS`. */
  readonly op: Uint8Array;
  /** The interrupt (from 0) that the trap waits for, or -1. */
  readonly waitsFor: Int32Array;
  /** Naive access: the interrupt whose registers user code reads as the segment begins, or -1. */
  readonly begins: Int32Array;
  /** Naive access: the interrupt whose registers it writes as the segment ends, or -1. */
  readonly ends: Int32Array;
}

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
  /** Its device, when it is a driver. */
  readonly device: DevicePlan | null;
  /** Length + 1 entries: native cycles of the first k segments with their traps, waits for interrupts included. */
  readonly nativeAt: Float64Array;
  /** Of these, cycles of waits for interrupts; `null` without a device. */
  readonly nativeWaitAt: Float64Array | null;
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
  /** Per core: is it the home of replicas of several apps, which take turns there? */
  readonly shared: readonly boolean[];
  /** Costs that take the place of the ones above during the run; instants ascend. Most runs have none. */
  readonly phases: readonly CostPhase[];
  readonly faults: FaultsPlan;
}
