import * as v from 'valibot';
import { DEVICE_ACCESSES, DEVICE_INPUTS, INTERRUPT_ARRIVALS } from '../workload/driver-spec.ts';
import { DEFAULT_DRIVER } from '../workload/driver-spec.ts';
import { MAX_SEGMENTS } from '../workload/segments.ts';
import { amount, whole, word } from './schema-parts.ts';

/** Most register reads, and most writes, for one interrupt. */
export const MAX_ACCESSES = 64;
/** Most cycles between two interrupts. */
export const MAX_EVERY = 1e12;

/** The fields of a workload of kind `driver`; all but the interrupts have defaults. */
export const driverSchema = v.strictObject({
  kind: v.literal('driver'),
  interrupts: whole(1, MAX_SEGMENTS - 1),
  every: v.optional(whole(1, MAX_EVERY), DEFAULT_DRIVER.every),
  arrival: v.optional(v.picklist(INTERRUPT_ARRIVALS), DEFAULT_DRIVER.arrival),
  instructions: v.optional(amount, DEFAULT_DRIVER.instructions),
  reads: v.optional(whole(0, MAX_ACCESSES), DEFAULT_DRIVER.reads),
  writes: v.optional(whole(0, MAX_ACCESSES), DEFAULT_DRIVER.writes),
  input: v.optional(v.picklist(DEVICE_INPUTS), DEFAULT_DRIVER.input),
  access: v.optional(v.picklist(DEVICE_ACCESSES), DEFAULT_DRIVER.access),
  seed: v.optional(word, DEFAULT_DRIVER.seed),
});
