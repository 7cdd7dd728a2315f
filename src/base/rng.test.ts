import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRng,
  nextExponential,
  nextHalfNormal,
  nextNormal,
  nextUint32,
  nextUniform,
  portableExp,
  portableLn,
} from './rng.ts';

const draws = (
  count: number,
  seed: number,
  draw: (state: ReturnType<typeof createRng>) => number,
) => {
  const state = createRng(seed);
  return Array.from({ length: count }, () => draw(state));
};
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('the generator', () => {
  // Computed by a separate implementation of sfc32 with arbitrary-precision integers.
  it.each([
    [0, [2454270595, 3904855535, 1618415911, 2662957284]],
    [1, [3964317691, 2295682031, 2113742504, 3256742822]],
    [0x7f3a19c2, [1353435362, 1066856089, 1341664137, 2815869920]],
    [-1, [1546384827, 2951948325, 1467489144, 2767260193]],
  ])('gives the known bits for seed %i', (seed, bits) => {
    expect(draws(4, seed, nextUint32)).toEqual(bits);
  });

  it('counts the low 32 bits of a seed', () => {
    expect(draws(9, -1, nextUint32)).toEqual(draws(9, 0xffffffff, nextUint32));
    expect(draws(9, 2 ** 32 + 5, nextUint32)).toEqual(draws(9, 5, nextUint32));
  });

  it('goes on from a copy of its state', () => {
    fc.assert(
      fc.property(fc.nat({ max: 0xffffffff }), fc.nat({ max: 50 }), (seed, skipped) => {
        const state = createRng(seed);
        for (let i = 0; i < skipped; i++) nextUint32(state);
        const copy = structuredClone(state);
        expect(nextUint32(copy)).toBe(nextUint32(state));
        expect(copy).toEqual(state);
        for (const word of state) expect(word).toBe(word | 0);
      }),
      { numRuns: 50 },
    );
  });

  it('fills [0, 1) evenly', () => {
    const values = draws(40_000, 3, nextUniform);
    expect(values.every((u) => u >= 0 && u < 1)).toBe(true);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = values.filter((u) => Math.floor(u * 10) === tenth).length / values.length;
      expect(share).toBeGreaterThan(0.092);
      expect(share).toBeLessThan(0.108);
    }
  });
});

describe('the half-normal number', () => {
  const values = draws(200_000, 11, nextHalfNormal);

  it('is at least 0 and at most 6', () => {
    expect(values.every((z) => z >= 0 && z <= 6)).toBe(true);
  });

  it('has the mean, variance and quantiles of |Z|', () => {
    // 0.798 of |Z|, and 0.4 % more because twelve uniforms have thinner tails.
    expect(Math.abs(mean(values) - 0.8012)).toBeLessThan(0.004);
    expect(mean(values.map((z) => z * z))).toBeCloseTo(1, 1);
    const below = (z: number) => values.filter((value) => value < z).length / values.length;
    expect(below(1)).toBeCloseTo(0.6827, 2);
    expect(below(2)).toBeCloseTo(0.9545, 2);
    expect(below(0.5)).toBeCloseTo(0.3829, 2);
  });

  it('is a multiple of 2^-16, so no engine rounds it otherwise', () => {
    expect(values.every((z) => Number.isInteger(z * 65536))).toBe(true);
  });
});

describe('the portable logarithm', () => {
  it('differs from ln by less than 1e-15 of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 - 1 }), (n) => {
        const x = n / 2 ** 32;
        expect(Math.abs(portableLn(x) / Math.log(x) - 1)).toBeLessThan(1e-15);
      }),
      { numRuns: 3000, seed: 1 },
    );
    expect(portableLn(1)).toBe(0);
  });

  it('falls and rises with its argument', () => {
    for (let i = 1; i < 2000; i++) {
      expect(portableLn(i / 2000)).toBeLessThan(portableLn((i + 1) / 2000));
    }
  });

  it('gives exponential numbers of mean 1', () => {
    const values = draws(60_000, 5, nextExponential);
    expect(values.every((value) => value >= 0 && value < 23)).toBe(true);
    expect(mean(values)).toBeCloseTo(1, 1);
    expect(values.filter((value) => value > 1).length / values.length).toBeCloseTo(Math.exp(-1), 2);
  });
});

describe('the portable exponential', () => {
  it('differs from e^x by less than 1e-14 of it', () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (x) => {
        expect(Math.abs(portableExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-14);
      }),
      { numRuns: 3000, seed: 1 },
    );
    expect(portableExp(0)).toBe(1);
  });
});

describe('the normal number', () => {
  const values = draws(100_000, 7, nextNormal);

  it('has the mean, variance and quantiles of Z', () => {
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((z) => z * z))).toBeCloseTo(1, 1);
    const below = (z: number) => values.filter((value) => value < z).length / values.length;
    expect(below(0)).toBeCloseTo(0.5, 2);
    expect(below(-1)).toBeCloseTo(0.1587, 2);
    expect(below(2)).toBeCloseTo(0.9772, 2);
  });
});
