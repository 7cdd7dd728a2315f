import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings.ts';
import type { MetricName } from './metrics.ts';
import { measureOf } from './metrics.ts';
import { layOut } from './points.ts';
import type { RunFigures, SweepAxis } from './spec.ts';
import { sweepFor, ipiSweep, IPI_AXIS, tableOf, valueOfResult } from '../../testing/sweep-runs.ts';
import { SweepTable } from './table.ts';
import { competitorsOf, countWinners, marginOf, winnerAt } from './winners.ts';

const MAP: readonly SweepAxis[] = [
  IPI_AXIS,
  { parameter: 'skew_sigma', scale: 'list', values: [100, 300, 900] },
];
const FIGURES: RunFigures = sampleFigures();

function sampleFigures(): RunFigures {
  return valueOfResult(sweepFor(ipiSweep()).runPoint(0)).results[0].figures;
}

/** A table whose runs take what `cycles` says. */
function syntheticTable(
  axes: readonly SweepAxis[],
  cycles: (at: readonly number[], variant: number, seed: number) => number,
  seeds: readonly number[] = [1],
): SweepTable {
  const layout = valueOfResult(layOut(ipiSweep({ seeds }, axes)));
  const table = new SweepTable(layout);
  for (const { point, at } of layout.points) {
    const results = layout.variants.flatMap(({ index }) =>
      seeds.map((_, seed) => ({
        variant: index,
        seed,
        figures: { ...FIGURES, totalCycles: cycles(at, index, seed) },
      })),
    );
    table.add({ point, results });
  }
  return table;
}

function sentences(table: SweepTable, metric: MetricName = 'run-time'): string[] {
  return findingsOf(table, measureOf(metric)).map(({ sentence }) =>
    sentence.replaceAll('\u202f', ' '),
  );
}

describe('winners', () => {
  it('add up to the number of points, clear and pale ones together', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 900, max: 1000 })), (stream) => {
        const table = syntheticTable(MAP, () => Number(stream.next().value));
        const [{ variants }] = competitorsOf(table.layout.variants);
        const measure = measureOf('run-time');
        const winners = table.donePoints.flatMap(
          (point) => winnerAt(table, point, { variants, measure }) ?? [],
        );
        expect(winners).toHaveLength(27);
        for (const { point, variant, margin, pale } of winners) {
          const values = variants.map(({ index }) => table.bandOf(point, index, measure)?.median);
          expect(values[variant]).toBe(Math.min(...values.map(Number)));
          expect(pale).toBe(margin < 0.03);
        }
        const counts = countWinners(variants, winners);
        expect(counts.reduce((sum, { clear, pale }) => sum + clear + pale, 0)).toBe(27);
      }),
      { numRuns: 20 },
    );
  });

  it('leave out runs that ended early', () => {
    const layout = valueOfResult(layOut(ipiSweep()));
    const table = new SweepTable(layout);
    const stopped = { ...FIGURES, totalCycles: 1, completedEvents: 0 };
    const results = layout.variants.map(({ index }) => ({
      variant: index,
      seed: 0,
      figures: index === 0 ? stopped : { ...FIGURES, totalCycles: 1000 + index },
    }));
    table.add({ point: 0, results });
    const winner = winnerAt(table, 0, {
      variants: layout.variants,
      measure: measureOf('run-time'),
    });
    expect(winner).toMatchObject({ variant: 1, second: 2 });
  });

  it('have a margin as a share of the better value', () => {
    expect(marginOf(100, 103)).toBeCloseTo(0.03);
    expect(marginOf(2, 1)).toBe(0.5);
    expect(marginOf(0, 0)).toBe(0);
    expect(marginOf(0, 1)).toBe(Infinity);
  });
});

describe('findings', () => {
  const SLOPES = [5000, 2000, 1000, 500];

  it('say that one wins everywhere and name no crossover with it', () => {
    const found = findingsOf(
      syntheticTable([IPI_AXIS], (_, variant) => SLOPES[variant]),
      measureOf('run-time'),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['winners']);
    expect(found[0].sentence.replaceAll('\u202f', ' ')).toBe(
      'Polling wins everywhere on run time: by 100 % over the second, at all 9 points.',
    );
    expect(found[0].detail).toBe('There is no crossover with the winner.');
  });

  it('name a crossover with its bracket, its place and the spread over seeds', () => {
    const axis: SweepAxis = { parameter: 'ipi', scale: 'linear', from: 0, to: 4000, steps: 5 };
    const table = syntheticTable(
      [axis],
      ([x], variant, seed) => {
        // migration (1) is level, ipc (2) rises by 1 a cycle from 1000 + seed * 100 below it.
        if (variant === 1) return 3900;
        return variant === 2
          ? 2000 + 1000 * x + 100 * seed
          : SLOPES[variant] * (variant === 3 ? 1 : 9);
      },
      [1, 2, 3],
    );
    const [winner, crossover, ...more] = findingsOf(table, measureOf('run-time'));
    expect(winner.kind).toBe('winners');
    expect(more).toEqual([]);
    expect(crossover.sentence.replaceAll('\u202f', ' ')).toBe(
      'Above 1 800 cycles per IPI migration beats IPC on run time.',
    );
    expect(crossover.detail.replaceAll('\u202f', ' ')).toBe(
      'Simulated at 1 000 and 2 000, interpolated between; median of 3 seeds, in 3 of which it lies from 1 700 to 1 900.',
    );
    expect(crossover.between?.map((point) => table.layout.points[point].values)).toEqual([
      [1000],
      [2000],
    ]);
    expect(crossover.at).toBeCloseTo(1800);
  });

  it('count by whole steps where there is nothing between', () => {
    const axis: SweepAxis = { parameter: 'copies', scale: 'linear', from: 1, to: 4, steps: 4 };
    const table = syntheticTable(
      [axis],
      ([x], variant) => [9e6, 3000, 1000 + 900 * x, 8e6][variant],
    );
    expect(sentences(table)[1]).toBe('From 4 applications on migration beats IPC on run time.');
  });

  it('say that no method wins where all are close', () => {
    const table = syntheticTable(MAP, (_, variant) => 1000 + variant);
    expect(sentences(table)[0]).toBe(
      'No method wins: at all 27 points the best two are less than 3 % apart on run time.',
    );
    expect(sentences(syntheticTable(MAP, () => 1000))[0]).toBe(
      'No method wins: at all 27 points the best two are equal on run time.',
    );
  });

  it('say of a lead without measure what it is', () => {
    const table = tableOf(ipiSweep({ methods: ['migration', 'polling'] }));
    expect(sentences(table, 'ipis')).toEqual([
      'Polling wins everywhere on IPIs per event: with 0, unlike the second, at all 9 points.',
    ]);
  });

  it('say between which whole steps methods change places that are close', () => {
    const axis: SweepAxis = { parameter: 'replicas', scale: 'linear', from: 2, to: 4, steps: 3 };
    const table = syntheticTable([axis], ([x], variant) => [9e6, 1000 + x, 1001.5, 8e6][variant]);
    expect(sentences(table)[1]).toBe(
      'IPC and migration change places on run time between 3 and 4 replicas, always less than 3 % apart on one of its sides.',
    );
  });

  it('say how many points of a map each wins, and how every two compare', () => {
    const table = syntheticTable(
      MAP,
      ([x], variant) => [9000, 2000, x < 6 ? 1000 : 3000, 9000][variant],
    );
    const all = sentences(table);
    expect(all[0]).toBe('On run time IPC wins at 18 of 27 points and migration at 9.');
    expect(all).toContain(
      'On run time IPC beats migration at 18 of 27 points; migration beats IPC at 9.',
    );
    expect(all).toHaveLength(1 + 6);
  });

  it('say who wins at each word of a list', () => {
    const axis: SweepAxis = {
      parameter: 'placement',
      scale: 'list',
      values: ['same-socket', 'spread'],
    };
    const table = syntheticTable([axis], ([x], variant) =>
      variant === 3 && x === 0 ? 500 : 1000 + 100 * variant,
    );
    const [{ detail }] = findingsOf(table, measureOf('run-time'));
    expect(detail.replaceAll('\u202f', ' ')).toBe(
      'placement = same-socket: polling by 100 % over local handling; placement = spread: local handling by 10 % over migration.',
    );
  });

  it('speak of what is done so far, and say nothing of nothing', () => {
    const sweep = sweepFor(ipiSweep());
    const table = new SweepTable(sweep.layout);
    expect(findingsOf(table, measureOf('run-time'))).toEqual([]);
    for (const point of [0, 1, 2]) table.add(valueOfResult(sweep.runPoint(point)));
    expect(sentences(table)[0]).toMatch(/3 points done so far/);
  });

  it('of a real sweep: polling wins on run time everywhere, migration passes IPC where IPIs are dear', () => {
    const table = tableOf(ipiSweep({ methods: ['migration', 'ipc', 'polling'] }));
    const found = findingsOf(table, measureOf('run-time'));
    expect(found[0].sentence).toMatch(/^Polling wins everywhere on run time/);
    expect(found.map(({ sentence }) => sentence).join('\n')).toMatch(
      /Above [\d\u202f]+ cycles per IPI migration beats IPC on run time/,
    );
  });
});
