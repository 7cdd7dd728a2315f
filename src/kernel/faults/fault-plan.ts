import type { Comparison } from '../../base/vocabulary.ts';
import type { Flow } from './flow-names.ts';

/** One fault as the kernel injects it: indices, everything drawn that the scenario left open. */
export interface FaultPlan {
  /** Index into the scenario's faults, then those drawn by its rate. */
  readonly index: number;
  /** When, or -1 when `event` says it. */
  readonly cycle: number;
  /** Externalization event before which, or -1 when `cycle` says it. */
  readonly event: number;
  readonly app: number;
  readonly replica: number;
  /** Index into `FAULT_TARGETS`. */
  readonly target: number;
  /** Index into `REGISTERS`. */
  readonly register: number;
  /** 0..31. */
  readonly bit: number;
  /** Byte offset (`mem`) or word index (`utcb`). */
  readonly address: number;
  /** Index into `MESSAGE_KINDS`. */
  readonly message: number;
  /** Index into `FAULT_MODES`, or -1. */
  readonly mode: number;
  readonly delay: number;
  readonly core: number;
  /** Index into `FATES`, or -1 = drawn. */
  readonly fate: number;
  /** 32 bits that decide its course. */
  readonly salt: number;
}

/** How Romain compares and reacts; see `ProtectionSpec` of the scenario. */
export interface Protection {
  readonly comparison: Comparison;
  readonly strictMajority: boolean;
  readonly splitRecovers: boolean;
  /** User cycles after which the instruction counter traps; 0 = off. */
  readonly watchdogCycles: number;
  readonly memoryIsolation: boolean;
}

/** All that a run with faults needs beyond one without. */
export interface FaultsPlan {
  /** Those at a cycle, ascending. */
  readonly atCycle: readonly FaultPlan[];
  /** Those before an event, by app, replica, event. */
  readonly atEvent: readonly FaultPlan[];
  readonly flow: Flow;
  readonly protection: Protection;
}
