import { describe, expect, it } from 'vitest';
import { ok } from '../../base/result.ts';
import type { Breakdown } from '../../run/recording.ts';
import { endLine, headerLine } from '../blocks/block-file.ts';
import type { Shard } from '../blocks/block-work.ts';
import { blocksOfShard, WHOLE } from '../blocks/block-work.ts';
import { METRIC_NAMES } from './metrics.ts';
import { sweepReport } from './report.ts';
import type { SweepSpec } from './spec.ts';
import type { MergedSweep } from './sweep-file.ts';
import { mergeSweepFiles, pointLines } from './sweep-file.ts';
import { ipiSweep, IPI_AXIS, sweepFor, tableOf, valueOfResult } from '../../testing/sweep-runs.ts';
import { SWEEP_WORK } from './work.ts';

const SPEC = ipiSweep({ redundancies: [1, 2], seeds: [4, 5] }, [
  IPI_AXIS,
  { parameter: 'copies', scale: 'list', values: [1, 2] },
]);
const POINTS = SWEEP_WORK.blocks(SPEC);

function fileOf(shard: Shard = WHOLE, spec: SweepSpec = SPEC): string[] {
  const sweep = sweepFor(spec);
  const points = [...blocksOfShard(SWEEP_WORK.blocks(spec), shard)];
  return [
    headerLine(SWEEP_WORK, spec, shard),
    ...points.flatMap((point) => pointLines(spec, valueOfResult(sweep.runPoint(point)))),
    endLine({ blocks: points.length, runs: 0, stoppedEarly: false }),
  ];
}

function merge(files: readonly (readonly string[])[]) {
  return mergeSweepFiles(files.map((lines, i) => ({ name: `f${i}`, open: () => ok(lines) })));
}

function reportOf({ table, missing }: MergedSweep): string {
  return JSON.stringify(sweepReport(table, METRIC_NAMES, missing));
}

const shards = [1, 2, 3].map((index) => fileOf({ index, count: 3 }));

describe('shards of a sweep', () => {
  it('cover every point exactly once, for every number of them', () => {
    for (let count = 1; count <= POINTS + 1; count++) {
      const all = Array.from({ length: count }, (_, i) => [
        ...blocksOfShard(POINTS, { index: i + 1, count }),
      ]).flat();
      expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: POINTS }, (_, i) => i));
    }
  });

  it('merge into what the whole gives, byte for byte, in whatever order', () => {
    const whole = reportOf({ table: tableOf(SPEC), missing: [], notes: [] });
    const [a, b, c] = shards;
    for (const files of [[fileOf()], [a, b, c], [c, a, b], [b, c, a, b]]) {
      const merged = valueOfResult(merge(files));
      expect(merged.missing).toEqual([]);
      expect(reportOf(merged)).toBe(whole);
    }
  });

  it('say which runs are missing, and give a coarser picture', () => {
    const { table, missing, notes } = valueOfResult(merge([shards[0]]));
    expect(table.done).toBe(POINTS / 3);
    expect(missing).toHaveLength(6);
    expect(notes[0]).toMatch(/^120 of 180 runs are missing/);
    expect(JSON.parse(reportOf({ table, missing, notes }))).toMatchObject({
      points: { length: 6 },
    });
  });

  it('of different sweeps are refused', () => {
    const other = fileOf({ index: 2, count: 3 }, { ...SPEC, seeds: [4, 6] });
    const result = merge([shards[0], other]);
    expect(result.ok ? '' : result.error).toMatch(/^"f1" is of another sweep than "f0"/);
  });
});

describe('a sweep file', () => {
  it('written before a part was known has none of it', () => {
    const sweep = sweepFor(SPEC);
    const lines = [...blocksOfShard(POINTS, WHOLE)].flatMap((point) => {
      const { results, ...block } = valueOfResult(sweep.runPoint(point));
      const older = results.map((result) => {
        const known = Object.entries(result.figures.breakdown).filter(
          ([part]) => part !== 'device',
        );
        const breakdown = Object.fromEntries(known) as Breakdown;
        return { ...result, figures: { ...result.figures, breakdown } };
      });
      return pointLines(SPEC, { ...block, results: older });
    });
    expect(lines.join('')).not.toContain('device');
    const end = endLine({ blocks: POINTS, runs: 0, stoppedEarly: false });
    const merged = valueOfResult(merge([[headerLine(SWEEP_WORK, SPEC, WHOLE), ...lines, end]]));
    expect(reportOf(merged)).toBe(reportOf({ table: tableOf(SPEC), missing: [], notes: [] }));
  });

  it.each<readonly [string, (lines: readonly string[]) => readonly string[], RegExp]>([
    ['cut within a point', (lines) => lines.slice(0, 15), /has no end/],
    [
      'altered',
      (lines) => lines.with(3, lines[3].replace('"ipis":', '"ipis":1')),
      /damaged at line 12/,
    ],
  ])('%s counts up to its last whole point', (_, damage, note) => {
    const { table, notes } = valueOfResult(merge([damage(fileOf())]));
    expect(table.done).toBe(note.source.includes('end') ? 1 : 0);
    expect(notes[0]).toMatch(note);
  });

  it.each<readonly [string, string, RegExp]>([
    ['a campaign', '{"format":"watchmen-campaign","version":1}', /is not a sweep file/],
    [
      'a newer one',
      fileOf()[0].replace('"version":1,"spec"', '"version":2,"spec"'),
      /newer version/,
    ],
    [
      'one with a changed header',
      fileOf()[0].replace('"seeds":[4,5]', '"seeds":[4,7]'),
      /damaged first/,
    ],
    [
      'a forged one',
      JSON.stringify({ format: 'watchmen-sweep', version: 1, spec: {}, digest: '', shard: WHOLE }),
      /damaged first/,
    ],
  ])('is not taken for %s', (_, line, message) => {
    const result = merge([[line]]);
    expect(result.ok ? '' : result.error).toMatch(message);
  });
});
