import { expect, it } from 'vitest';
import { TRAP_KINDS } from '../base/vocabulary.ts';
import { listedSegments, periodicSegments, randomSegments } from './generators.ts';
import type { SegmentColumns } from './segments.ts';

const kindsOf = (columns: SegmentColumns) => [...columns.trap].map((kind) => TRAP_KINDS[kind]);

it('repeats one trap at equal distances and then exits', () => {
  const columns = periodicSegments({ events: 3, instructions: 50, trap: 'irq' });
  expect(kindsOf(columns)).toEqual(['irq', 'irq', 'irq', 'exit']);
  expect([...columns.instructions]).toEqual([50, 50, 50, 0]);
});

it('gives the same random workload for the same seed and another for another', () => {
  const spec = { events: 200, instructions: 1000, pagefaultShare: 0.5, seed: 7 };
  expect(randomSegments(spec)).toEqual(randomSegments(spec));
  expect(randomSegments({ ...spec, seed: 8 }).instructions).not.toEqual(
    randomSegments(spec).instructions,
  );
});

it('draws the same numbers in every engine', () => {
  const spec = { events: 4, instructions: 1000, pagefaultShare: 0.5, seed: 1 };
  const columns = randomSegments(spec);
  expect([...columns.instructions]).toEqual([80, 709, 643, 2050, 0]);
  expect(kindsOf(columns)).toEqual(['syscall', 'syscall', 'pagefault', 'syscall', 'exit']);
});

it('draws gaps of the mean asked for and page faults of the share asked for', () => {
  const columns = randomSegments({
    events: 20_000,
    instructions: 1000,
    pagefaultShare: 0.25,
    seed: 3,
  });
  const mean = columns.instructions.reduce((a, b) => a + b, 0) / 20_000;
  const share = kindsOf(columns).filter((kind) => kind === 'pagefault').length / 20_000;
  // Standard errors: 1000 / sqrt(20000) = 7.1 and sqrt(0.25 x 0.75 / 20000) = 0.003.
  expect(Math.abs(mean - 1000)).toBeLessThan(36);
  expect(Math.abs(share - 0.25)).toBeLessThan(0.016);
});

it.each([0, 1])('draws one kind only for a share of %d', (pagefaultShare) => {
  const columns = randomSegments({ events: 100, instructions: 10, pagefaultShare, seed: 1 });
  expect(new Set(kindsOf(columns).slice(0, -1)).size).toBe(1);
});

it('unrolls listed segments and adds an exit', () => {
  const columns = listedSegments([
    { instructions: 5, trap: 'syscall', repeat: 2, bytesIn: 7 },
    { instructions: 6, trap: 'pagefault', bytesOut: 8 },
  ]);
  expect(kindsOf(columns)).toEqual(['syscall', 'syscall', 'pagefault', 'exit']);
  expect([...columns.bytesIn]).toEqual([7, 7, 0, 0]);
  expect([...columns.bytesOut]).toEqual([0, 0, 8, 0]);
});

it('adds no second exit', () => {
  expect(kindsOf(listedSegments([{ instructions: 5, trap: 'exit' }]))).toEqual(['exit']);
});
