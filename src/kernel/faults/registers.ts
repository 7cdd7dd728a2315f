import { REGISTERS, SUMMED_REGISTERS } from '../../base/vocabulary.ts';
import type { Register } from '../../base/vocabulary.ts';
import { hash32 } from '../../base/hash.ts';
import type { Deviation } from './deviation.ts';

/*
 * The kernel executes no instructions, so the values of registers are made up: a fixed function of
 * the program's progress, equal in all replicas. Only differences between replicas mean something;
 * their sign, and so whether two of them cancel in the sum, follows from the values.
 */

/** Register to index into `REGISTERS`. */
export const REGISTER_INDEX = Object.fromEntries(
  REGISTERS.map((register, i) => [register, i]),
) as Readonly<Record<Register, number>>;

/** Index of the last register: places up to it are registers. */
export const LAST_REGISTER = REGISTERS.length - 1;

const IS_SUMMED: readonly boolean[] = REGISTERS.map((register) =>
  (SUMMED_REGISTERS as readonly string[]).includes(register),
);

/** Address ranges that make `sp`, `bp` and `ip` look like themselves: base and span. */
const RANGES: Partial<Record<number, readonly [number, number]>> = {
  [REGISTER_INDEX.bp]: [0xb000_0000, 0xfffc],
  [REGISTER_INDEX.sp]: [0xb000_0000, 0xfffc],
  [REGISTER_INDEX.ip]: [0x0100_0000, 0x3_ffff],
  [REGISTER_INDEX.flags]: [0x202, 0x8d5],
};

/** The fault-free value of a register (index into `REGISTERS`) at the trap that ends `segment`; 32 bits, unsigned. */
export function registerValue(segment: number, register: number): number {
  const bits = hash32(segment, register, 0x5e9);
  const range = RANGES[register];
  return range === undefined ? bits : (range[0] | (bits & range[1])) >>> 0;
}

/** What a deviation adds to the prototype's sum at the trap that ends `segment`, modulo 2^32; 0 where the sum is blind. */
export function sumShift(segment: number, deviation: Deviation): number {
  if (deviation.place > LAST_REGISTER || !IS_SUMMED[deviation.place]) return 0;
  const value = registerValue(segment, deviation.place);
  return ((value ^ deviation.mask) - value) | 0;
}

/** The word that the prototype compares (facts 4.4): the 32-bit sum of seven registers; unsigned. */
export function registerSum(segment: number, deviations: readonly Deviation[]): number {
  let sum = 0;
  REGISTERS.forEach((_, register) => {
    if (IS_SUMMED[register]) sum = (sum + registerValue(segment, register)) | 0;
  });
  for (const deviation of deviations) sum = (sum + sumShift(segment, deviation)) | 0;
  return sum >>> 0;
}

/** Is this register one of the seven that the prototype sums? */
export function isSummed(register: number): boolean {
  return IS_SUMMED[register] ?? false;
}
