import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPhases } from '../testing/arbitrary-phases.ts';
import { TRAP_KINDS } from '../base/vocabulary.ts';
import type { GapSpec, PhaseSpec } from './phases.ts';
import { meanGap, phasesLength, phaseSegments } from './phases.ts';
import type { SegmentColumns } from './segments.ts';

const kindsOf = ({ trap }: SegmentColumns) => [...trap].map((kind) => TRAP_KINDS[kind]);
const gapsOf = ({ instructions }: SegmentColumns) => [...instructions.subarray(0, -1)];
const call = [{ trap: 'syscall', weight: 1 }] as const;
const phase = (changes: Partial<PhaseSpec> = {}): PhaseSpec => ({
  events: 40_000,
  gap: { kind: 'constant', instructions: 100 },
  traps: call,
  ...changes,
});
const run = (...phases: PhaseSpec[]) => phaseSegments({ phases, seed: 11 });
const fourGaps = (gap: GapSpec) => gapsOf(run(phase({ events: 4, gap })));

it('gives exactly the traps asked for, in bursts or not, and an exit', () => {
  fc.assert(
    fc.property(arbitraryPhases(), (spec) => {
      const columns = phaseSegments(spec);
      expect(columns.length).toBe(phasesLength(spec) + 1);
      expect(kindsOf(columns).indexOf('exit')).toBe(columns.length - 1);
      expect(gapsOf(columns).every((gap) => Number.isSafeInteger(gap) && gap >= 0)).toBe(true);
    }),
  );
});

it('gives the same bits for the same seed, and others for another', () => {
  fc.assert(
    fc.property(arbitraryPhases(), (spec) => {
      expect(phaseSegments(spec)).toEqual(phaseSegments({ ...spec }));
    }),
  );
  const spec = { phases: [phase({ gap: { kind: 'exponential', mean: 1000 } })], seed: 1 };
  expect(phaseSegments({ ...spec, seed: 2 }).instructions).not.toEqual(
    phaseSegments(spec).instructions,
  );
});

it('draws the same numbers in every engine', () => {
  expect(fourGaps({ kind: 'lognormal', mean: 1000, sigma: 1 })).toMatchInlineSnapshot(`
    [
      737,
      963,
      1510,
      1927,
    ]
  `);
  expect(fourGaps({ kind: 'uniform', least: 0, most: 1e15 })).toMatchInlineSnapshot(`
    [
      777657628243356,
      508615451985468,
      225067235389864,
      887343039766401,
    ]
  `);
  expect(fourGaps({ kind: 'exponential', mean: 1000 })).toMatchInlineSnapshot(`
    [
      251,
      3701,
      676,
      939,
    ]
  `);
  expect(fourGaps({ kind: 'bimodal', short: 1, long: 9, longShare: 0.5 })).toMatchInlineSnapshot(`
    [
      1,
      9,
      1,
      9,
    ]
  `);
});

describe('the gaps of a phase', () => {
  it.each<[GapSpec, deviation: number]>([
    [{ kind: 'constant', instructions: 1234 }, 0],
    [{ kind: 'uniform', least: 100, most: 5000 }, 4900 / Math.sqrt(12)],
    [{ kind: 'exponential', mean: 3000 }, 3000],
    [{ kind: 'lognormal', mean: 3000, sigma: 1 }, 3000 * Math.sqrt(Math.E - 1)],
    [{ kind: 'bimodal', short: 100, long: 9000, longShare: 0.25 }, 8900 * Math.sqrt(0.25 * 0.75)],
  ])('%j have the mean and the spread of their distribution', (gap, deviation) => {
    const gaps = gapsOf(run(phase({ gap })));
    const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
    const spread = Math.sqrt(gaps.reduce((a, b) => a + (b - mean) ** 2, 0) / gaps.length);
    // Five standard errors of the mean, and rounding to whole instructions.
    expect(Math.abs(mean - meanGap(gap))).toBeLessThan((5 * deviation) / Math.sqrt(40_000) + 0.01);
    expect(Math.abs(spread - deviation)).toBeLessThan(0.06 * deviation + 0.5);
  });

  it('reach both ends of a uniform distribution and nothing beyond', () => {
    const gaps = new Set(gapsOf(run(phase({ gap: { kind: 'uniform', least: 3, most: 6 } }))));
    expect([...gaps].toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6]);
  });

  it('are those of the burst within it', () => {
    const bursts = { every: 2, length: 3, gap: 7 };
    const gaps = gapsOf(run(phase({ events: 12, bursts })));
    expect(gaps).toEqual([100, 100, 7, 7, 7, 100, 100, 7, 7, 7, 100, 100]);
  });
});

it('mixes traps by their weights, and leaves out those of weight 0', () => {
  const traps = [
    { trap: 'exception', weight: 0 },
    { trap: 'pagefault', weight: 3, bytesIn: 4096 },
    { trap: 'syscall', weight: 1, bytesOut: 8 },
    { trap: 'ipc', weight: 0 },
  ] as const;
  const columns = run(phase({ traps }));
  const kinds = kindsOf(columns);
  const faults = kinds.filter((kind) => kind === 'pagefault').length;
  expect(Math.abs(faults / 40_000 - 0.75)).toBeLessThan(0.011);
  expect(new Set(kinds)).toEqual(new Set(['pagefault', 'syscall', 'exit']));
  expect(columns.bytesIn.reduce((a, b) => a + b, 0)).toBe(faults * 4096);
  expect(columns.bytesOut.reduce((a, b) => a + b, 0)).toBe((40_000 - faults) * 8);
});

it('names the traps of a phase after it', () => {
  const { name, names } = run(phase({ events: 1, name: 'load' }), phase({ events: 1 }));
  expect([...name].map((index) => names[index])).toEqual(['load: call', 'call', 'exit']);
});

it('leaves a phase as it is when another changes', () => {
  const drawn = phase({ events: 50, gap: { kind: 'exponential', mean: 1e6 } });
  const after = gapsOf(run(phase({ events: 3 }), drawn)).slice(3);
  expect(gapsOf(run(phase({ events: 9 }), drawn)).slice(9)).toEqual(after);
});

it('repeats the phases, each time drawn anew', () => {
  const phases = [phase({ events: 20, gap: { kind: 'exponential', mean: 1e6 } })];
  const gaps = gapsOf(phaseSegments({ phases, seed: 1, repeat: 3 }));
  expect(gaps).toHaveLength(60);
  expect(gaps.slice(20, 40)).not.toEqual(gaps.slice(0, 20));
});
