import { beforeEach, describe, expect, it } from 'vitest';

import { createSweepPreview } from '../analysis/closed-form/sweep-preview.ts';
import { createSweep } from '../analysis/sweep/job.ts';
import type { Sweep } from '../analysis/sweep/job.ts';
import { measureOf } from '../analysis/sweep/metrics.ts';
import { previewError } from '../analysis/sweep/preview-error.ts';
import type { PointResults, SweepSpec } from '../analysis/sweep/spec.ts';
import { SweepTable } from '../analysis/sweep/table.ts';
import { assert } from '../base/assert.ts';
import { defaultScenario } from '../scenario/default-scenario.ts';
import type { SweepListener } from '../worker/sweep-pool.ts';
import type { PreviewListener } from '../worker/sweep-preview-client.ts';
import { createSweepRunner } from './sweep.ts';
import type { SweepDeps, SweepRunner } from './sweep.ts';
import { createSweepDraft, readSweepDraft } from './sweep-draft.ts';
import { createSweeps } from './sweeps.ts';

function specOf(steps: string): SweepSpec {
  const draft = createSweepDraft();
  const { spec } = readSweepDraft(
    { ...draft, x: { ...draft.x, steps }, y: null, redundancies: [3], seeds: '2' },
    defaultScenario(),
  );
  return spec;
}

function sweepOf(spec: SweepSpec): Sweep {
  const sweep = createSweep(spec, new Map());
  assert(sweep.ok, 'the sweep must run');
  return sweep.value;
}

/** Does a point whenever it is told to, as real workers would. */
class FakePool {
  ended = 0;
  listener: SweepListener | null = null;
  sweep: Sweep | null = null;

  /** Points that were there already. */
  known: readonly number[] = [];

  readonly start: SweepDeps['startPool'] = (spec, { isDone }, listener) => {
    this.sweep = sweepOf(spec);
    this.listener = listener;
    this.known = this.sweep.layout.points.map(({ point }) => point).filter(isDone);
    return () => {
      this.ended++;
    };
  };

  point(number: number): PointResults {
    const results = this.sweep?.runPoint(number);
    assert(results?.ok === true, 'the point must run');
    this.listener?.onPoint(results.value);
    return results.value;
  }
}

describe('a sweep on the page', () => {
  let pool: FakePool;
  let runner: SweepRunner;
  let now = 0;
  const state = () => runner.store.getState();

  beforeEach(() => {
    now = 0;
    pool = new FakePool();
    runner = createSweepRunner({ startPool: pool.start, now: () => now });
  });

  it('shows the points that are done, and how long the others will take', () => {
    runner.start(specOf('5'), 2);
    expect(state()).toMatchObject({ phase: 'running', runs: 30, runsDone: 0, leftMs: null });
    now = 1000;
    pool.point(0);
    expect(state()).toMatchObject({ runsDone: 6, leftMs: 4000, stages: 0 });
    now = 2000;
    pool.point(1);
    expect(state()).toMatchObject({ runsDone: 12, leftMs: 3000, stages: 1 });
    expect(state().table?.done).toBe(2);
  });

  it('is done with its last point, with the results that the command line would give', () => {
    const spec = specOf('3');
    runner.start(spec, 2);
    for (const point of [2, 0, 1]) pool.point(point);
    expect(state()).toMatchObject({ phase: 'done', runsDone: 18, leftMs: null });
    const alone = sweepOf(spec).runPoint(1);
    assert(alone.ok, 'the point must run');
    expect(state().table?.runsOf(1)).toEqual(alone.value.results);
  });

  it('keeps what it has when it is cancelled, and takes nothing more', () => {
    runner.start(specOf('5'), 2);
    pool.point(0);
    runner.cancel();
    pool.point(1);
    expect(state()).toMatchObject({ phase: 'cancelled', runsDone: 6 });
    expect(pool.ended).toBe(1);
  });

  it('gets finer without doing again what it has', () => {
    runner.start(specOf('3'), 2);
    const results = [0, 1, 2].map((point) => pool.point(point).results);
    runner.start(specOf('5'), 2);
    expect(pool.known).toEqual([0, 1, 2]);
    expect(state()).toMatchObject({ phase: 'running', runs: 30, runsDone: 18, stages: 2 });
    expect([0, 1, 2].map((point) => state().table?.runsOf(point))).toEqual(results);
    for (const point of [3, 4]) pool.point(point);
    expect(state()).toMatchObject({ phase: 'done', runsDone: 30 });
  });

  it('goes on where it was cancelled', () => {
    runner.start(specOf('5'), 2);
    pool.point(0);
    runner.cancel();
    runner.start(specOf('5'), 2);
    expect(pool.known).toEqual([0]);
    expect(state()).toMatchObject({ phase: 'running', runsDone: 6 });
  });

  it('keeps nothing of a sweep with other runs', () => {
    runner.start(specOf('3'), 2);
    pool.point(0);
    runner.start({ ...specOf('3'), seeds: [5, 6] }, 2);
    expect(pool.known).toEqual([]);
  });

  it('ends the one before when another one starts, and hears no more of it', () => {
    runner.start(specOf('5'), 2);
    const before = pool.listener;
    const late = pool.point(0);
    runner.start({ ...specOf('3'), seeds: [5, 6] }, 2);
    before?.onPoint(late);
    expect(pool.ended).toBe(1);
    expect(state()).toMatchObject({ phase: 'running', runs: 18, runsDone: 0 });
  });

  it('says why it cannot run', () => {
    runner.start(specOf('5'), 2);
    pool.listener?.onFailed([{ path: '', message: 'no such profile' }]);
    expect(state()).toMatchObject({ phase: 'failed', problems: [{ message: 'no such profile' }] });
  });

  it('shows results from elsewhere, and ends what runs', () => {
    const sweep = sweepOf(specOf('3'));
    const table = new SweepTable(sweep.layout);
    const results = sweep.runPoint(0);
    assert(results.ok, 'the point must run');
    table.add(results.value);
    runner.start(specOf('5'), 2);
    runner.open(table);
    expect(pool.ended).toBe(1);
    expect(state()).toMatchObject({ phase: 'opened', runs: 18, runsDone: 6 });
    expect(state().table?.bandOf(0, 0, measureOf('overhead'))).not.toBeNull();
  });

  it('shows what is expected of points until they are there, and how long it still comes', () => {
    let listener: PreviewListener | null = null;
    let ended = 0;
    const startPreview: SweepDeps['startPreview'] = (_, __, heard) => {
      listener = heard;
      return () => void ended++;
    };
    const hear = (): PreviewListener => {
      assert(listener !== null, 'a preview must have begun');
      return listener;
    };
    runner = createSweepRunner({ startPool: pool.start, startPreview, now: () => now });
    const spec = specOf('3');
    runner.start(spec, 2);
    expect([state().previewing, runner.isBusy()]).toEqual([true, true]);
    const preview = createSweepPreview(sweepOf(spec).layout, new Map());
    const { version } = state();
    hear().onPoints([preview(0), preview(1)]);
    expect(state().version).not.toBe(version);
    const measure = measureOf('run-time');
    expect(state().table?.estimateOf(0, 0, measure)?.basis).toBe('preview');
    for (const point of [0, 1, 2]) pool.point(point);
    expect(state().table?.estimateOf(0, 0, measure)?.basis).toBe('simulated');
    expect([state().phase, runner.isBusy()]).toEqual(['done', true]);
    hear().onEnd();
    expect([state().previewing, runner.isBusy()]).toEqual([false, false]);
    const table = state().table;
    assert(table !== null, 'there must be results');
    const error = previewError(table, measure);
    expect(error?.compared).toBe(6);
    expect(error?.most).toBeLessThan(0.05);
    expect(error?.median).toBeLessThanOrEqual(error?.most ?? 0);

    const late = hear();
    runner.start({ ...spec, seeds: [5] }, 2);
    expect(ended).toBe(1);
    late.onPoints([preview(2)]);
    expect(state().table?.previewAt(2)).toEqual([]);
    runner.cancel();
    expect([ended, state().previewing]).toEqual([2, false]);
  });

  it('shows what is expected of a sweep that is not started, and of another when that is set up', () => {
    const asked: SweepSpec[] = [];
    const startPreview: SweepDeps['startPreview'] = (spec, _, { onPoints, onEnd }) => {
      asked.push(spec);
      onPoints([createSweepPreview(sweepOf(spec).layout, new Map())(1)]);
      onEnd();
      return () => undefined;
    };
    runner = createSweepRunner({ startPool: pool.start, startPreview, now: () => now });
    runner.expect(specOf('5'));
    expect(state()).toMatchObject({ phase: 'none', runs: 30, runsDone: 0, previewing: false });
    expect(state().table?.estimateOf(1, 0, measureOf('run-time'))?.basis).toBe('preview');
    runner.expect(specOf('5'));
    runner.expect(specOf('9'));
    expect(asked).toEqual([specOf('5'), specOf('9')]);
    runner.start(specOf('9'), 2);
    pool.point(0);
    runner.expect(specOf('5'));
    expect(state()).toMatchObject({ phase: 'running', runs: 54 });
    expect(asked).toHaveLength(3);
  });

  it('keeps what is selected while the sweep gets finer, and forgets it with the sweep that it is of', () => {
    const sweeps = createSweeps({ startPool: pool.start, now: () => now }, 2);
    const selected = () => sweeps.form.getState().selected;
    sweeps.runner.start(specOf('3'), 2);
    for (const point of [0, 1, 2]) pool.point(point);
    sweeps.form.setState({ selected: { point: 2, variant: 1 } });
    const middle = sweeps.runner.store.getState().table?.layout.points[2].values;
    sweeps.runner.start(specOf('9'), 2);
    const point = selected()?.point ?? -1;
    expect(sweeps.runner.store.getState().table?.layout.points[point].values).toEqual(middle);
    sweeps.runner.start({ ...specOf('9'), seeds: [5] }, 2);
    expect(selected()).toBeNull();
  });
});
