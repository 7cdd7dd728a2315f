import { hash32 } from '../base/hash.ts';
import { msg } from '../base/language.ts';
import { createRng, nextExponential } from '../base/rng.ts';
import type { ProgramTrapKind } from '../base/vocabulary.ts';
import type { DriverSpec } from './driver-spec.ts';
import type { SegmentColumns } from './segments.ts';
import { createSegmentWriter, UNKNOWN } from './segments.ts';

/*
 * A device driver: it waits for an interrupt of its device, reads registers, computes, writes
 * registers, and waits again. Where it reaches the registers directly it does so in user code;
 * where Romain does it for all replicas, each access is a trap.
 */

/** Names of a driver's traps (messages), by which the kernel's plan tells them apart. */
export const DRIVER_TRAPS = {
  wait: msg('device interrupt'),
  read: msg('register read'),
  write: msg('register write'),
} as const;

/** Traps of a driver, its exit included. */
export function driverLength({ interrupts, reads, writes, access }: DriverSpec): number {
  const each = access === 'proxied' ? 1 + reads + writes : 1;
  return interrupts * each + 1;
}

/** The program of a valid driver laid flat. */
export function driverSegments(spec: DriverSpec): SegmentColumns {
  const writer = createSegmentWriter(driverLength(spec));
  let instructions = 0;
  const push = (trap: ProgramTrapKind, name: string, bytesIn = 0, bytesOut = 0) => {
    writer.push({ instructions, cycles: UNKNOWN, trap, name, bytesIn, bytesOut });
    instructions = 0;
  };
  // Accesses of its own are part of its user code.
  const { reads, writes } = spec.access === 'proxied' ? spec : NO_TRAPS;
  for (let i = 0; i < spec.interrupts; i++) {
    push('irq', DRIVER_TRAPS.wait);
    for (let n = 0; n < reads; n++) push('pagefault', DRIVER_TRAPS.read, WORD);
    instructions = spec.instructions;
    for (let n = 0; n < writes; n++) push('pagefault', DRIVER_TRAPS.write, 0, WORD);
  }
  push('exit', 'exit');
  return writer.finish();
}

const NO_TRAPS = { reads: 0, writes: 0 };
/** Bytes of a register. */
const WORD = 4;

/** When each interrupt comes, in cycles since the start of the run; strictly ascending. */
export function interruptTimes({ interrupts, every, arrival, seed }: DriverSpec): Float64Array {
  const rng = createRng(hash32(seed, 0xde71ce));
  const times = new Float64Array(interrupts);
  let time = 0;
  for (let i = 0; i < interrupts; i++) {
    const gap = arrival === 'periodic' ? every : Math.round(every * nextExponential(rng));
    time += Math.max(1, gap);
    times[i] = time;
  }
  return times;
}
