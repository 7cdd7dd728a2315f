import fc from 'fast-check';
import type { WorkloadSpec } from '../scenario/scenario.ts';
import type { DriverSpec } from '../workload/driver-spec.ts';
import { DEVICE_ACCESSES, DEVICE_INPUTS, INTERRUPT_ARRIVALS } from '../workload/driver-spec.ts';

/** What generated drivers are like. */
interface DriverSize {
  /** Most interrupts; each has a few accesses. */
  readonly count: number;
  /** Instructions, and cycles between interrupts. */
  readonly amount: fc.Arbitrary<number>;
  /** Absent = either. */
  readonly access?: DriverSpec['access'];
}

/** Any valid driver of this size. */
export function arbitraryDriver({ count, amount, access }: DriverSize): fc.Arbitrary<DriverSpec> {
  return fc.record({
    interrupts: fc.integer({ min: 1, max: count }),
    every: amount.map((cycles) => 1 + (cycles % 1e12)),
    arrival: fc.constantFrom(...INTERRUPT_ARRIVALS),
    instructions: amount,
    reads: fc.nat({ max: 3 }),
    writes: fc.nat({ max: 3 }),
    input: fc.constantFrom(...DEVICE_INPUTS),
    access: access === undefined ? fc.constantFrom(...DEVICE_ACCESSES) : fc.constant(access),
    seed: fc.nat({ max: 0xffffffff }),
  });
}

/** The same as a workload. */
export function driverWorkload(size: DriverSize): fc.Arbitrary<WorkloadSpec> {
  return arbitraryDriver(size).map((spec) => ({ kind: 'driver', ...spec }));
}
