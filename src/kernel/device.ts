import { hash32 } from '../base/hash.ts';
import type { Cycles } from '../base/units.ts';
import type { DevicePlan } from './plan.ts';

/*
 * A device and its driver. The device raises interrupts at fixed instants, whatever the machine
 * does; the driver waits for the next one by a trap. It then reads input registers and writes output
 * registers. Reading changes the device, and every write has an effect outside. With naive access
 * each replica does it for itself in user code: reads at the beginning of the stretch that serves
 * an interrupt, writes at its end. With proxied access each access traps and is done once, when the
 * group's event is handled, after the vote.
 */

/** What the trap that ends a segment is to the device. */
export const DEVICE_OPS = ['none', 'wait', 'read', 'write'] as const;
export type DeviceOp = (typeof DEVICE_OPS)[number];

/** What one replica, or Romain for all (`replica` -1), read for an interrupt. */
export interface DeviceRead {
  readonly interrupt: number;
  readonly replica: number;
  /** What each read gave, first to last: the number of an item, or -1 = the FIFO was empty. */
  readonly got: readonly number[];
}

/** What one replica, or Romain for all (`replica` -1), wrote for an interrupt. */
export interface DeviceWrite {
  readonly interrupt: number;
  readonly replica: number;
  readonly count: number;
  /** Has another replica written it already? Is the value not that of an unreplicated driver? */
  readonly repeated: boolean;
  readonly wrong: boolean;
}

/** What a device and its driver have done so far. */
export interface DeviceState {
  /** Interrupts that the driver has taken; cycles from their arrival until they were handled. */
  interrupts: number;
  latency: Cycles;
  longestLatency: Cycles;
  /** Reads that the device saw, those that an unreplicated driver makes, and those that found a FIFO empty. */
  reads: number;
  readsDue: number;
  emptyReads: number;
  /** Values that a replica read and that are not those of an unreplicated driver. */
  wrongInputs: number;
  /** Items or numbers that the device has given away. */
  taken: number;
  /** Writes that had an effect, those that an unreplicated driver makes, and effects of a wrong value. */
  writes: number;
  writesDue: number;
  wrongWrites: number;
  /** Last segments in which some replica read, came to its writes, and wrote; -1 = none. */
  lastRead: number;
  lastWriteDue: number;
  lastWritten: number;
  /** Accesses for the newest interrupt for which there was one, in order; replaced, never changed. */
  newestReads: readonly DeviceRead[];
  newestWrites: readonly DeviceWrite[];
}

/** A device at the start of a run; `null` for an app without one. */
export function createDevice(plan: DevicePlan | null): DeviceState | null {
  if (plan === null) return null;
  return {
    interrupts: 0,
    latency: 0,
    longestLatency: 0,
    reads: 0,
    readsDue: 0,
    emptyReads: 0,
    wrongInputs: 0,
    taken: 0,
    writes: 0,
    writesDue: 0,
    wrongWrites: 0,
    lastRead: -1,
    lastWriteDue: -1,
    lastWritten: -1,
    newestReads: [],
    newestWrites: [],
  };
}

/** Registers that user code of `segment` accesses itself. */
export function ownAccesses({ begins, ends, reads, writes }: DevicePlan, segment: number): number {
  return (begins[segment] === -1 ? 0 : reads) + (ends[segment] === -1 ? 0 : writes);
}

/** What an empty FIFO says. */
const EMPTY = 0xffffffff;

/** The word that item or number `item` of a device is; -1 = what an empty FIFO says. */
export function wordOf({ seed }: Pick<DevicePlan, 'seed'>, item: number): number {
  return item === -1 ? EMPTY : hash32(seed, item, 0x17e3);
}
