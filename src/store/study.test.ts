import { beforeEach, describe, expect, it } from 'vitest';

import { scalabilityReport } from '../analysis/scalability/report.ts';
import type { ScalabilitySpec } from '../analysis/scalability/spec.ts';
import { scalabilityOf } from '../analysis/scalability/spec.ts';
import type { ScalabilityStudy } from '../analysis/scalability/study.ts';
import { createStudy } from '../analysis/scalability/study.ts';
import { wishListOf } from '../analysis/wish-list/spec.ts';
import { createWishListStudy } from '../analysis/wish-list/study.ts';
import { assert } from '../base/assert.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { StudyListener } from '../worker/study-pool.ts';
import { createWishListDraft, readWishListDraft } from './study-draft.ts';
import { SCALABILITY, WISH_LIST } from './study-kinds.ts';
import { createStudyRunner } from './study.ts';
import type { StudyDeps, StudyRunner } from './study.ts';

const workload = { kind: 'periodic', events: 4, instructions: 40_000, trap: 'syscall' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };

function specOf(appsPerResCore: readonly number[]): ScalabilitySpec {
  return scalabilityOf(scenario, { methods: ['ipc', 'polling'], replicas: [2], appsPerResCore });
}

/** Does a step whenever it is told to, as real workers would. */
class FakePool {
  ended = 0;
  listener: StudyListener<'scalability'> | null = null;
  study: ScalabilityStudy | null = null;
  /** What it was asked to do. */
  steps: readonly number[] = [];

  readonly start: StudyDeps<'scalability'>['startPool'] = ({ spec }, { steps }, listener) => {
    const study = createStudy(spec, new Map());
    assert(study.ok, 'the study must run');
    [this.study, this.listener, this.steps] = [study.value, listener, steps];
    return () => {
      this.ended++;
    };
  };

  step(step: number): void {
    assert(this.study !== null, 'a study must have been started');
    this.listener?.onStep({ step, result: this.study.runPoint(step) });
  }

  all(): void {
    for (const step of this.steps) this.step(step);
  }
}

describe('a study on the page', () => {
  let pool: FakePool;
  let runner: StudyRunner<'scalability'>;
  let now = 0;
  const state = () => runner.store.getState();

  beforeEach(() => {
    now = 0;
    pool = new FakePool();
    runner = createStudyRunner(SCALABILITY, { startPool: pool.start, now: () => now });
  });

  it('tells how far it is, and how long the rest will take by its size', () => {
    runner.start(specOf([1, 2, 3]), 2);
    expect(state()).toMatchObject({ phase: 'running', steps: 6, stepsDone: 0, leftMs: null });
    now = 1000;
    pool.step(0);
    // One of 2 x (1 + 2 + 3) applications has run.
    expect(state()).toMatchObject({ stepsDone: 1, leftMs: 11_000 });
  });

  it('begins with the applications alone, then takes the ends of the axis', () => {
    runner.start(specOf([1, 2, 3]), 2);
    expect(pool.steps).toEqual([0, 3, 2, 5, 1, 4]);
  });

  it('is done with its last step, with the report that the command line would give', () => {
    const spec = specOf([1, 2, 3]);
    runner.start(spec, 2);
    pool.all();
    expect(state()).toMatchObject({ phase: 'done', stepsDone: 6, leftMs: null });
    const alone = createStudy(spec, new Map());
    assert(alone.ok, 'the study must run');
    const expected = scalabilityReport(spec, [...alone.value.runs()]);
    expect(scalabilityReport(spec, state().results)).toEqual(expected);
  });

  it('keeps what it has when it is cancelled, and goes on there', () => {
    runner.start(specOf([1, 2, 3]), 2);
    pool.step(3);
    runner.cancel();
    pool.step(0);
    expect(state()).toMatchObject({ phase: 'cancelled', stepsDone: 1 });
    expect(pool.ended).toBe(1);
    runner.start(specOf([1, 2, 3]), 2);
    expect(pool.steps).toEqual([0, 2, 5, 1, 4]);
    expect(state()).toMatchObject({ phase: 'running', stepsDone: 1 });
  });

  it('gets larger without doing again what it has, under other numbers', () => {
    runner.start(specOf([1, 3]), 2);
    pool.all();
    runner.start(specOf([1, 2, 3]), 2);
    expect(pool.steps).toEqual([1, 4]);
    pool.all();
    const expected = scalabilityReport(specOf([1, 2, 3]), state().results);
    pool.steps = [0, 1, 2, 3, 4, 5];
    runner.start({ ...specOf([1, 2, 3]), scenario: { ...scenario, seed: 9 } }, 2);
    runner.start(specOf([1, 2, 3]), 2);
    expect(pool.steps).toHaveLength(6);
    pool.all();
    expect(scalabilityReport(specOf([1, 2, 3]), state().results)).toEqual(expected);
  });

  it('is done at once where all of it is there', () => {
    runner.start(specOf([1, 3]), 2);
    pool.all();
    pool.steps = [];
    runner.start(specOf([1]), 2);
    expect(pool.steps).toEqual([]);
    expect(state()).toMatchObject({ phase: 'done', steps: 2, stepsDone: 2 });
  });

  it('keeps nothing of a study with other runs', () => {
    runner.start(specOf([1]), 2);
    pool.all();
    runner.start({ ...specOf([1]), scenario: { ...scenario, seed: 9 } }, 2);
    expect(state()).toMatchObject({ stepsDone: 0, results: [] });
  });

  it('ends the one before when another one starts, and hears no more of it', () => {
    runner.start(specOf([1, 2]), 2);
    const [before, study] = [pool.listener, pool.study];
    runner.start({ ...specOf([1]), scenario: { ...scenario, seed: 9 } }, 2);
    assert(study !== null, 'a study must have been started');
    before?.onStep({ step: 0, result: study.runPoint(0) });
    expect(pool.ended).toBe(1);
    expect(state()).toMatchObject({ phase: 'running', steps: 2, stepsDone: 0 });
  });

  it('says why it cannot run', () => {
    runner.start(specOf([1]), 2);
    pool.listener?.onFailed([{ path: '', message: 'no such profile' }]);
    expect(state()).toMatchObject({ phase: 'failed', problems: [{ message: 'no such profile' }] });
  });
});

describe('the study of the wishes', () => {
  it('has as many steps on the page as in the worker', () => {
    const spec = wishListOf(scenario, { faultsPerCell: 64 });
    const study = createWishListStudy(spec, new Map());
    assert(study.ok, 'the study must run');
    expect(WISH_LIST.steps(spec)).toHaveLength(study.value.steps);
  });

  it('counts as many runs as its button offers', () => {
    const draft = { ...createWishListDraft(), faults: '100' };
    const { spec, runs } = readWishListDraft(draft, scenario);
    const steps = WISH_LIST.steps(spec);
    const runsOf = WISH_LIST.runs?.(spec);
    expect(steps.reduce((sum, step) => sum + (runsOf?.(step) ?? 0), 0)).toBe(runs);
    expect(runs).toBe(2 * 8 * 101);
  });
});

describe('a study from a file', () => {
  it('is shown without a worker, and goes on from what it has', () => {
    const pool = new FakePool();
    const runner = createStudyRunner(SCALABILITY, { now: () => 0, startPool: pool.start });
    const spec = specOf([1, 2]);
    const study = createStudy(spec, new Map());
    assert(study.ok, 'the study must run');
    const done = [2, 0].map((step) => ({ step, result: study.value.runPoint(step) }));
    runner.open({ spec, done });
    expect(pool.study).toBeNull();
    expect(runner.store.getState()).toMatchObject({
      phase: 'opened',
      spec,
      results: done.map(({ result }) => result),
      stepsDone: 2,
      steps: 4,
    });
    runner.start(spec, 1);
    expect(new Set(pool.steps)).toEqual(new Set([1, 3]));
    pool.all();
    expect(runner.store.getState()).toMatchObject({ phase: 'done', stepsDone: 4 });
  });

  it('ends what is under way, which is not heard of any more', () => {
    const pool = new FakePool();
    const runner = createStudyRunner(SCALABILITY, { now: () => 0, startPool: pool.start });
    const spec = specOf([1]);
    runner.start(spec, 1);
    const study = createStudy(spec, new Map());
    assert(study.ok, 'the study must run');
    runner.open({ spec, done: [{ step: 0, result: study.value.runPoint(0) }] });
    expect(pool.ended).toBe(1);
    pool.step(1);
    expect(runner.store.getState()).toMatchObject({ phase: 'opened', stepsDone: 1 });
  });
});
