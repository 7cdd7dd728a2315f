import { describe, expect, it } from 'vitest';

import { chromeTrace } from '../../export/chrome/chrome-trace.ts';
import type { SliceDetail } from '../../export/chrome/source.ts';
import { wholeRun } from '../../export/range.ts';
import { TABLE_NAMES, TABLES } from '../../export/tables/tables.ts';
import { tableToCsv } from '../../export/tables/table.ts';
import type { TableSource } from '../../export/tables/table.ts';
import { record } from '../../run/record.ts';
import { crafted, craftPlan } from '../../testing/plans.ts';
import { estimateTable, estimateTrace, sizeText } from './estimate.ts';

function sourceOf(signalling: 'local' | 'migration' | 'ipc' | 'polling'): TableSource {
  const plan = craftPlan({
    apps: [{ signalling, redundancy: 3, workload: crafted('syscall', 120) }],
  });
  const recording = record(plan);
  return { plan, recording, range: wholeRun(recording) };
}

const sizeOf = (lines: Iterable<string>): { lines: number; bytes: number } => {
  const all = [...lines];
  return { lines: all.length, bytes: all.reduce((sum, line) => sum + line.length + 1, 0) };
};

describe.each(['local', 'migration', 'ipc', 'polling'] as const)('under %s', (signalling) => {
  const source = sourceOf(signalling);

  it.each(['cycles', 'names'] as const)(
    'the size of a trace with %s is about right',
    (detail: SliceDetail) => {
      const truth = sizeOf(chromeTrace({ ...source, detail, notes: [], about: {} }));
      const guess = estimateTrace(source, detail);
      expect(guess.lines / truth.lines).toBeGreaterThan(0.6);
      expect(guess.lines / truth.lines).toBeLessThan(1.7);
      expect(guess.bytes / truth.bytes).toBeGreaterThan(0.5);
      expect(guess.bytes / truth.bytes).toBeLessThan(2);
    },
  );

  it.each(['cycles', 'names'] as const)(
    'the size of a short stretch with %s is about right, names of the tracks and all',
    (detail: SliceDetail) => {
      const { to } = source.range;
      const short = { ...source, range: { from: 0.5 * to, to: 0.51 * to } };
      const truth = sizeOf(chromeTrace({ ...short, detail, notes: [], about: {} }));
      const guess = estimateTrace(short, detail);
      expect(guess.bytes / truth.bytes).toBeGreaterThan(0.85);
      expect(guess.bytes / truth.bytes).toBeLessThan(1.25);
    },
  );

  it.each(TABLE_NAMES)('the size of the table %s is about right', (table) => {
    const truth = sizeOf(tableToCsv(TABLES[table], source));
    const guess = estimateTable(source, { table, tableFormat: 'csv' });
    expect(guess.lines / truth.lines).toBeGreaterThan(0.7);
    expect(guess.lines / truth.lines).toBeLessThan(1.4);
    expect(guess.bytes / truth.bytes).toBeGreaterThan(0.6);
    expect(guess.bytes / truth.bytes).toBeLessThan(1.5);
  });
});

it('says sizes with two digits', () => {
  expect([0, 999, 1000, 12_345, 181_234_567, 2e9].map(sizeText)).toEqual([
    '0 bytes',
    '999 bytes',
    '1 kB',
    '12 kB',
    '181 MB',
    '2 GB',
  ]);
});
