import { describe, expect, it } from 'vitest';

import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Result } from '../../base/result.ts';
import { createPlacementStudy, placementStudyOf } from '../placement/study.ts';
import { scalabilityOf } from '../scalability/spec.ts';
import { createStudy } from '../scalability/study.ts';
import { wishListOf } from '../wish-list/spec.ts';
import { createWishListStudy } from '../wish-list/study.ts';
import { readStudyFile } from './study-file.ts';

const workload = { kind: 'periodic', events: 4, instructions: 40_000, trap: 'syscall' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
const cells = { methods: ['ipc', 'polling'], replicas: [2] } as const;

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const scale = must(
  createStudy(scalabilityOf(scenario, { ...cells, appsPerResCore: [1, 2] }), new Map()),
);
const wishes = must(
  createWishListStudy(wishListOf(scenario, { ...cells, faultsPerCell: 150 }), new Map()),
);
const places = must(createPlacementStudy(placementStudyOf(scenario, cells), new Map()));

const SAVED = [
  { study: 'scalability', spec: scale.spec, runs: [...scale.runs()] },
  { study: 'wish-list', spec: wishes.spec, runs: [...wishes.runs()] },
  { study: 'placement', spec: places.spec, runs: [...places.runs()] },
] as const;

const [SCALE, WISHES, PLACES] = SAVED;

describe('a saved study', () => {
  it.each(SAVED)(
    'of $study is read as it was, every step at its place',
    ({ study, spec, runs }) => {
      const read = must(readStudyFile(JSON.stringify({ study, spec, runs }, null, 2)));
      const done = runs.map((result, step) => ({ step, result }));
      expect(read).toEqual({ study, spec, done });
    },
  );

  it('is read in any order, and as far as it goes', () => {
    const runs = [WISHES.runs.at(-1), WISHES.runs[1]];
    const { done } = must(readStudyFile(JSON.stringify({ ...WISHES, runs })));
    expect(done.map(({ step }) => step)).toEqual([WISHES.runs.length - 1, 1]);
  });

  it('is taken without the fields that nobody knows', () => {
    const spec = { ...PLACES.spec, more: 1 };
    const read = must(readStudyFile(JSON.stringify({ ...PLACES, spec, rows: [] })));
    expect(read.spec).toEqual(PLACES.spec);
  });
});

const [point] = SCALE.runs;
const lastBlock = WISHES.runs.at(-1);
const { scenario: _, ...noScenario } = SCALE.spec;

describe('a file that is no saved study', () => {
  it.each([
    ['is cut', '{"study":"scalability","spec":{', 'It is cut or damaged'],
    ['is of no study', { study: 'nothing' }, 'a study called “nothing”'],
    ['is of the closed form', { study: 'closed-form' }, 'have no page of their own'],
    ['has no spec', { study: 'placement' }, 'Its field “spec”'],
    ['leaves the scenario out', { ...SCALE, spec: noScenario }, 'by an older version'],
    ['leaves the runs out', { ...SCALE, runs: undefined }, 'by an older version'],
    ['has runs that are no list', { ...SCALE, runs: {} }, '“runs” must be a list'],
    ['has no run', { ...SCALE, runs: [] }, 'It holds no run.'],
    [
      'has a scenario that is none',
      { ...SCALE, spec: { ...SCALE.spec, scenario: { apps: [] } } },
      'Its field “spec.scenario.apps”',
    ],
    [
      'has a method that there is not',
      { ...PLACES, spec: { ...PLACES.spec, methods: ['ipcs'] } },
      'Its field “spec.methods”',
    ],
    [
      'has figures that cannot be',
      { ...WISHES, spec: { ...WISHES.spec, faultsPerCell: 0 } },
      'Its field “spec.faultsPerCell”: must be',
    ],
    ['has a run twice', { ...SCALE, runs: [point, point] }, '“runs[1]” is a run that it already'],
    ['has a run too many', { ...SCALE, runs: [{ ...point, point: 99 }] }, '“runs[0]” is no run'],
    [
      'has a run of other applications',
      { ...SCALE, runs: [{ ...point, figures: { ...point.figures, apps: [] } }] },
      '“runs[0]” is no run',
    ],
    [
      'has a count that is none',
      { ...SCALE, runs: [{ ...point, figures: { ...point.figures, ipis: -1 } }] },
      '“runs[0]” is no run',
    ],
    ['has runs of another study', { ...PLACES, runs: SCALE.runs }, '“runs[0]” is no run'],
    [
      'has half a block of faults',
      {
        ...WISHES,
        runs: [
          lastBlock?.wish === 'isolation'
            ? { ...lastBlock, block: { ...lastBlock.block, results: [] } }
            : null,
        ],
      },
      '“runs[0]” is no run',
    ],
  ])('is refused when it %s', (_what, file, why) => {
    const read = readStudyFile(typeof file === 'string' ? file : JSON.stringify(file));
    expect(read.ok ? '' : read.error).toContain(why);
  });
});
