import { describe, expect, it } from 'vitest';

import { createPlacementStudy, placementStudyOf } from '../analysis/placement/study.ts';
import { scalabilityOf } from '../analysis/scalability/spec.ts';
import { createStudy } from '../analysis/scalability/study.ts';
import { wishListOf } from '../analysis/wish-list/spec.ts';
import { createWishListStudy } from '../analysis/wish-list/study.ts';
import { assert } from '../base/assert.ts';
import type { Result } from '../base/result.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import { fakePoolWorkers } from '../testing/pool-workers.ts';
import { startStudyPool } from './study-pool.ts';
import type { DoneStep } from './study-pool.ts';
import type { StudyName, StudyWork } from './study-protocol.ts';

const workload = { kind: 'periodic', events: 4, instructions: 40_000, trap: 'syscall' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
const SCALABILITY: StudyWork = {
  study: 'scalability',
  spec: scalabilityOf(scenario, { methods: ['ipc'], appsPerResCore: [1, 2, 3] }),
};
const WISH_LIST: StudyWork = {
  study: 'wish-list',
  spec: wishListOf(scenario, { methods: ['ipc'], replicas: [3], faultsPerCell: 32 }),
};
const PLACEMENT: StudyWork = {
  study: 'placement',
  spec: placementStudyOf(scenario, { methods: ['ipc'], replicas: [3] }),
};

interface Done {
  readonly done: readonly DoneStep<StudyName>[];
  readonly problems: readonly ScenarioProblem[];
}

interface How {
  readonly workers?: number;
  readonly source?: ReturnType<typeof fakePoolWorkers>;
}

function doSteps(work: StudyWork, steps: readonly number[], how: How = {}): Promise<Done> {
  const { workers = 1, source = fakePoolWorkers() } = how;
  const done: DoneStep<StudyName>[] = [];
  return new Promise((resolve) => {
    const finish = (problems: readonly ScenarioProblem[]): void => {
      end();
      resolve({ done, problems });
    };
    const end = startStudyPool(
      work,
      { source, workers, steps },
      {
        onStep(step) {
          done.push(step);
          if (done.length === steps.length) finish([]);
        },
        onFailed: finish,
      },
    );
  });
}

function ready<T>(study: Result<T, unknown>): T {
  assert(study.ok, 'the study must start');
  return study.value;
}

/** All steps in order, without any worker. */
function alone(work: StudyWork): readonly unknown[] {
  switch (work.study) {
    case 'scalability':
      return [...ready(createStudy(work.spec, new Map())).runs()];
    case 'wish-list':
      return [...ready(createWishListStudy(work.spec, new Map())).runs()];
    default:
      return [...ready(createPlacementStudy(work.spec, new Map())).runs()];
  }
}

describe('startStudyPool', () => {
  it.each([SCALABILITY, WISH_LIST, PLACEMENT])(
    'does every step of $study as one process does, whatever the number of workers',
    async (work) => {
      const expected = alone(work);
      const steps = expected.map((_, step) => step);
      for (const workers of [1, 3]) {
        const { done } = await doSteps(work, steps, { workers });
        const inOrder = done.toSorted((a, b) => a.step - b.step);
        expect(inOrder).toEqual(expected.map((result, step) => ({ step, result })));
      }
    },
  );

  it('does the steps that it is given alone, in their order', async () => {
    const { done } = await doSteps(PLACEMENT, [2, 0]);
    expect(done.map(({ step }) => step)).toEqual([2, 0]);
  });

  it('says once why a study cannot start', async () => {
    const spec = scalabilityOf(scenario, { appsPerResCore: [] });
    const work: StudyWork = { study: 'scalability', spec };
    const { done, problems } = await doSteps(work, [0, 1, 2], { workers: 3 });
    expect(done).toEqual([]);
    expect(problems.map(({ path }) => path)).toEqual(['appsPerResCore']);
  });

  it('ends with a sentence when a worker crashes', async () => {
    const source = fakePoolWorkers({ crash: true });
    const { problems } = await doSteps(SCALABILITY, [0, 1, 2], { source, workers: 2 });
    expect(problems[0]?.message).toMatch(/worker of the study .* stopped.*Try again/u);
    expect(source.ended()).toBe(2);
  });

  it('tells no more after it was ended', async () => {
    const source = fakePoolWorkers();
    let heard = 0;
    const hear = (): void => void (heard += 1);
    const how = { source, workers: 2, steps: [0, 1, 2] };
    const end = startStudyPool(SCALABILITY, how, { onStep: hear, onFailed: hear });
    end();
    await source.settled();
    expect(heard).toBe(0);
  });
});
