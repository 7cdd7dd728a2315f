import { describe, expect, it } from 'vitest';

import type { PointResults, SweepSpec } from '../analysis/sweep/spec.ts';
import { createSweep } from '../analysis/sweep/job.ts';
import { sweepOf } from '../analysis/sweep/spec.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import { fakePoolWorkers } from '../testing/pool-workers.ts';
import { startSweepPool } from './sweep-pool.ts';

const workload = { kind: 'periodic', events: 4, instructions: 40_000, trap: 'syscall' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
const spec = sweepOf(scenario, [
  { parameter: 'ipi', scale: 'log', from: 250, to: 4000, steps: 5 },
  { parameter: 'cpi', scale: 'list', values: [0.5, 1] },
]);

interface Done {
  readonly points: readonly PointResults[];
  readonly problems: readonly ScenarioProblem[];
  readonly mostInPoints: number;
}

interface How {
  readonly workers?: number;
  readonly source?: ReturnType<typeof fakePoolWorkers>;
  readonly isDone?: (point: number) => boolean;
  /** Points after which it is over. */
  readonly wanted?: number;
}

function doAll(what: SweepSpec, how: How = {}): Promise<Done> {
  const { workers = 1, source = fakePoolWorkers(), isDone = () => false, wanted = 10 } = how;
  const points: PointResults[] = [];
  let mostInPoints = 0;
  return new Promise((resolve) => {
    const finish = (problems: readonly ScenarioProblem[]): void => {
      end();
      resolve({ points, problems, mostInPoints });
    };
    const end = startSweepPool(
      what,
      { source, workers, isDone },
      {
        onPoint(results) {
          points.push(results);
          if (points.length === wanted) finish([]);
        },
        onProgress: (runs) => {
          mostInPoints = Math.max(mostInPoints, runs);
        },
        onFailed: finish,
      },
    );
  });
}

const inOrder = (points: readonly PointResults[]) => points.toSorted((a, b) => a.point - b.point);

describe('startSweepPool', () => {
  it('does every point once, whatever the number of workers, as one process does', async () => {
    const sweep = createSweep(spec, new Map());
    if (!sweep.ok) throw new Error('the sweep does not start');
    const alone = sweep.value.layout.points.map(({ point }) => sweep.value.runPoint(point));
    for (const workers of [1, 3]) {
      const { points } = await doAll(spec, { workers });
      expect(inOrder(points).map((value) => ({ ok: true, value }))).toEqual(alone);
    }
  });

  it('begins with the corners of the picture', async () => {
    const { points } = await doAll(spec, { wanted: 4 });
    expect(points.map(({ point }) => point)).toEqual([0, 1, 2, 3]);
  });

  it('leaves out points that are there already', async () => {
    const { points } = await doAll(spec, { isDone: (point) => point % 2 === 0, wanted: 5 });
    expect(points.map(({ point }) => point)).toEqual([1, 3, 5, 7, 9]);
  });

  it('tells of the runs done in points that are not', async () => {
    const source = fakePoolWorkers({ ticking: true });
    const { mostInPoints } = await doAll({ ...spec, seeds: [1, 2, 3, 4] }, { source });
    expect(mostInPoints).toBe(3 * 4 - 1);
  });

  it('says once why a sweep cannot start', async () => {
    const missing: Scenario = {
      ...scenario,
      apps: [{ ...DEFAULT_APP, workload: { kind: 'profile', id: 'none' } }],
    };
    const { problems, points } = await doAll({ ...spec, scenario: missing }, { workers: 3 });
    expect(points).toEqual([]);
    expect(problems.map(({ path }) => path)).toEqual(['apps[0].workload.id']);
  });

  it('ends with a sentence when a worker crashes', async () => {
    const source = fakePoolWorkers({ crash: true });
    const { problems } = await doAll(spec, { source, workers: 2 });
    expect(problems[0]?.message).toMatch(/worker of the sweep .* stopped.*Try again/u);
    expect(source.ended()).toBe(2);
  });

  it('tells no more after it was ended', async () => {
    const source = fakePoolWorkers();
    let heard = 0;
    const hear = (): void => void (heard += 1);
    const end = startSweepPool(
      spec,
      { source, workers: 2 },
      { onPoint: hear, onProgress: hear, onFailed: hear },
    );
    end();
    await source.settled();
    expect(heard).toBe(0);
  });
});
