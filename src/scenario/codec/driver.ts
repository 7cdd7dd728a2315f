import type { DriverSpec } from '../../workload/driver-spec.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/*
 * A driver and its device; all lists are append-only.
 */

const ARRIVALS = ['periodic', 'random'] as const;
const INPUTS = ['fifo', 'counter'] as const;
const ACCESSES = ['naive', 'proxied'] as const;

/** Writes the fields of a workload of kind `driver`. */
export function writeDriver(out: ByteWriter, spec: DriverSpec): void {
  out.varint(spec.interrupts);
  out.varint(spec.every);
  out.varint(ARRIVALS.indexOf(spec.arrival));
  out.varint(spec.instructions);
  out.varint(spec.reads);
  out.varint(spec.writes);
  out.varint(INPUTS.indexOf(spec.input));
  out.varint(ACCESSES.indexOf(spec.access));
  out.varint(spec.seed);
}

/** Reads them, not yet validated. */
export function readDriver(from: ByteReader): DriverSpec {
  return {
    interrupts: from.varint(),
    every: from.varint(),
    arrival: from.pick(ARRIVALS),
    instructions: from.varint(),
    reads: from.varint(),
    writes: from.varint(),
    input: from.pick(INPUTS),
    access: from.pick(ACCESSES),
    seed: from.varint(),
  };
}
