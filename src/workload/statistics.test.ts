import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryPhases } from '../testing/arbitrary-phases.ts';
import { listedSegments, periodicSegments, randomSegments } from './generators.ts';
import { phaseSegments } from './phases.ts';
import type { SegmentColumns } from './segments.ts';
import { UNKNOWN } from './segments.ts';
import { trapsAlong, workloadStatistics } from './statistics.ts';

const gaps = (...lengths: number[]) =>
  listedSegments([
    ...lengths.slice(0, -1).map((instructions) => ({ instructions, trap: 'syscall' as const })),
    { instructions: lengths.at(-1) ?? 0, trap: 'exit' },
  ]);

const burstiness = (segments: SegmentColumns) => workloadStatistics(segments).burstiness;

it('gives mean, median, 95 % and the longest gap', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(workloadStatistics(gaps(...hundred))).toMatchObject({
    unit: 'instructions',
    events: 100,
    total: 5050,
    mean: 50.5,
    median: 50,
    p95: 95,
    longest: 100,
  });
});

it('counts traps by kind and the bytes that go in and out', () => {
  const segments = listedSegments([
    { instructions: 1, trap: 'syscall', repeat: 3, bytesIn: 10, bytesOut: 1 },
    { instructions: 1, trap: 'pagefault' },
  ]);
  expect(workloadStatistics(segments)).toMatchObject({
    kinds: { syscall: 3, pagefault: 1, exit: 1 },
    bytesIn: 30,
    bytesOut: 3,
  });
});

it('calls equal gaps even, random ones neither, and bursts bursts', () => {
  expect(burstiness(gaps(500, 500, 500))).toBe(-1);
  expect(burstiness(gaps(0, 0))).toBe(0);
  const random = randomSegments({ events: 20_000, instructions: 1e6, pagefaultShare: 0, seed: 1 });
  expect(Math.abs(burstiness(random))).toBeLessThan(0.02);
  const bursts = phaseSegments({
    phases: [
      {
        events: 9000,
        gap: { kind: 'exponential', mean: 1e6 },
        traps: [{ trap: 'syscall', weight: 1 }],
        bursts: { every: 1, length: 8, gap: 1 },
      },
    ],
    seed: 1,
  });
  expect(burstiness(bursts)).toBeGreaterThan(0.5);
});

it('counts in measured cycles where instructions are not known', () => {
  const known = periodicSegments({ events: 3, instructions: 50, trap: 'irq' });
  const instructions = known.instructions.with(0, UNKNOWN);
  const cycles = Float64Array.of(7, 8, 9, 0);
  expect(workloadStatistics({ ...known, instructions, cycles })).toMatchObject({
    unit: 'cycles',
    total: 24,
  });
});

it('has every gap in exactly the bin of the histogram that it falls into', () => {
  fc.assert(
    fc.property(arbitraryPhases(), fc.integer({ min: 1, max: 4 }), (spec, perDoubling) => {
      const segments = phaseSegments(spec);
      const { histogram, events } = workloadStatistics(segments, perDoubling);
      expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(events);
      histogram.forEach(({ from, to, count }, i) => {
        const last = i === histogram.length - 1;
        const inside = segments.instructions.filter(
          (g) => g >= from && (g < to || (last && g === to)),
        );
        expect(inside).toHaveLength(count);
        expect(to).toBeGreaterThan(from);
      });
    }),
  );
});

it('says where in the program its traps fall', () => {
  const along = trapsAlong(gaps(100, 10, 10, 280), 4);
  expect([...along[1]]).toEqual([1, 2, 0, 0]);
  expect([...along[5]]).toEqual([0, 0, 0, 1]);
  expect(trapsAlong(gaps(0, 0, 0, 0), 2)[1].reduce((a, b) => a + b, 0)).toBe(3);
});
