import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGISTERS, SUMMED_REGISTERS } from '../../base/vocabulary.ts';
import { runFaulty } from '../../testing/fault-runs.ts';
import type { Deviation } from './deviation.ts';
import { PLACE_PAGE, PLACE_UTCB } from './incidents.ts';
import { isSummed, REGISTER_INDEX, registerSum, registerValue, sumShift } from './registers.ts';

const segment = fc.nat({ max: 100_000 });
const register = fc.nat({ max: REGISTERS.length - 1 });
const mask = fc.integer({ min: 1, max: 0xffffffff });

function wrong(place: number, bits: number): Deviation {
  return { place, at: 0, mask: bits >>> 0, salt: 0, fate: -1, fault: 0 };
}

describe('the sum of the prototype (4.4)', () => {
  it('is that of the seven registers, modulo 2^32', () => {
    fc.assert(
      fc.property(segment, (at) => {
        const values = SUMMED_REGISTERS.map((name) => registerValue(at, REGISTER_INDEX[name]));
        const sum = values.reduce((total, value) => total + BigInt(value), 0n) % 2n ** 32n;
        expect(BigInt(registerSum(at, []))).toBe(sum);
      }),
    );
  });

  it('sums the registers as they are with their wrong bits', () => {
    fc.assert(
      fc.property(segment, register, register, mask, mask, (at, a, b, first, second) => {
        fc.pre(a !== b);
        const list = [wrong(a, first), wrong(b, second)];
        let sum = 0n;
        for (const name of SUMMED_REGISTERS) {
          const place = REGISTER_INDEX[name];
          const bits = list.find((d) => d.place === place)?.mask ?? 0;
          sum += BigInt((registerValue(at, place) ^ bits) >>> 0);
        }
        expect(BigInt(registerSum(at, list))).toBe(sum % 2n ** 32n);
      }),
    );
  });

  it('sees every flip of one summed register and none elsewhere', () => {
    fc.assert(
      fc.property(segment, fc.nat({ max: PLACE_PAGE }), mask, (at, place, bits) => {
        const moved = registerSum(at, [wrong(place, bits)]) !== registerSum(at, []);
        expect(moved).toBe(place < PLACE_UTCB && isSummed(place));
      }),
    );
    const blind = REGISTERS.filter((_, place) => !isSummed(place));
    expect(blind).toEqual(['si', 'di', 'flags']);
  });

  it('moves by plus or minus 2^bit for one bit, as the bit is 0 or 1', () => {
    fc.assert(
      fc.property(segment, fc.nat({ max: 31 }), (at, bit) => {
        const flip = (1 << bit) >>> 0;
        const isSet = (registerValue(at, 0) & flip) !== 0;
        expect(sumShift(at, wrong(0, flip))).toBe(((isSet ? -1 : 1) * flip) | 0);
      }),
    );
  });
});

it('gives every register 32 bits that look like it', () => {
  fc.assert(
    fc.property(segment, register, (at, place) => {
      const value = registerValue(at, place);
      expect(value >>> 0).toBe(value);
    }),
  );
  for (const name of ['sp', 'bp'] as const) {
    expect(registerValue(7, REGISTER_INDEX[name]) >>> 16).toBe(0xb000);
  }
  expect(registerValue(7, REGISTER_INDEX.ip) >>> 24).toBe(1);
});

/** A bit that is 0 in ax and 1 in bx at the trap of segment 1: flipping both leaves the sum alone. */
function aliasingBit(): number {
  for (let bit = 0; bit < 32; bit++) {
    const ax = (registerValue(1, REGISTER_INDEX.ax) >>> bit) & 1;
    const bx = (registerValue(1, REGISTER_INDEX.bx) >>> bit) & 1;
    if (ax === 0 && bx === 1) return bit;
  }
  throw new Error('no aliasing bit');
}

describe('an aliasing pair of flips, +2^k and -2^k', () => {
  const bit = aliasingBit();
  const flip = { app: 0, replica: 1, target: 'gpr', bit, fate: 'stays' } as const;
  const faults = [
    { ...flip, at: { event: 1 }, register: 'ax' },
    { ...flip, at: { event: 1 }, register: 'bx' },
  ] as const;
  const flow = { data_dies: 1, data_spreads: 0, data_stores: 0, data_argument: 0, data_trap: 0 };
  const run = (comparison: 'prototype' | 'full', both = true) =>
    runFaulty({
      apps: [{ signalling: 'migration', redundancy: 3 }],
      faults: both ? faults : faults.slice(0, 1),
      flow: { ...flow, data_crash: 0, data_hang: 0 },
      protection: { comparison },
    });

  it('leaves the sum as it is', () => {
    const pair = [wrong(REGISTER_INDEX.ax, 1 << bit), wrong(REGISTER_INDEX.bx, 1 << bit)];
    expect(registerSum(1, pair)).toBe(registerSum(1, []));
    expect(registerSum(1, pair.slice(0, 1))).not.toBe(registerSum(1, []));
  });

  it('slips through the prototype, while either alone is seen', () => {
    expect(run('prototype').told).not.toContain('mismatch');
    expect(run('prototype', false).told).toContain('mismatch');
  });

  it('is seen by the full comparison', () => {
    expect(run('full').app).toMatchObject({ outcome: 'corrected', faults: { recoveries: 1 } });
  });
});
