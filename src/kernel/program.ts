import type { TrapKind } from '../base/vocabulary.ts';

/**
 * What a replica runs. The kernel asks for segments by index and knows nothing else of a program:
 * this is the seam behind which replicas may one day execute real instructions.
 * Segment i: compute `cycles[i]`, then raise a trap. The last segment's trap ends the program.
 */
export interface Program {
  /** Number of segments; at least 1. */
  readonly length: number;
  /** User-mode cycles before the trap; integers >= 0. */
  readonly cycles: Float64Array;
  /** Index into `TRAP_KINDS`. */
  readonly trap: Uint8Array;
  /** Payload bytes that enter the program with the result. */
  readonly bytesIn: Float64Array;
  /** Payload bytes that leave the program. */
  readonly bytesOut: Float64Array;
  /** Index into `names`: system call, region or message name. */
  readonly name: Uint16Array;
  readonly names: readonly string[];
}

/** Handling class: once per replica, or once and copied. */
export type HandlingClass = 'finished' | 'replicatable';

/** The class of a trap kind: page faults were resolved per replica until 2013 (facts 4.6, 4.7). */
export function handlingClass(kind: TrapKind, era: 2012 | 2013): HandlingClass {
  if (kind === 'exception' || kind === 'watchdog') return 'finished';
  if (kind === 'pagefault') return era === 2012 ? 'finished' : 'replicatable';
  return 'replicatable';
}
