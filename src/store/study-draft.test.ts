import { describe, expect, it } from 'vitest';

import { STUDY_PLACEMENTS } from '../analysis/placement/study.ts';
import { defaultScenario } from '../scenario/default-scenario.ts';
import {
  createPlacementDraft,
  createWishListDraft,
  readPlacementDraft,
  readWishListDraft,
} from './study-draft.ts';

const scenario = defaultScenario();

describe('a draft of a study', () => {
  it('is of the program of the Lab to begin with, and can start', () => {
    const wishes = readWishListDraft(createWishListDraft(), scenario);
    expect(wishes.problems).toEqual([]);
    expect(wishes.spec.scenario.apps).toEqual(scenario.apps.slice(0, 1));
    expect(wishes.runs).toBe(2 * 8 * (1 + 64));
    const placements = readPlacementDraft(createPlacementDraft(), scenario);
    expect(placements.problems).toEqual([]);
    expect(placements.runs).toBe(placements.spec.methods.length * 2 * STUDY_PLACEMENTS.length);
  });

  it('takes another program, and calls it by its name', () => {
    const workload = { kind: 'profile', id: 'qsort-large.l4re-4k' } as const;
    const { spec } = readPlacementDraft({ ...createPlacementDraft(), workload }, scenario);
    expect(spec.scenario.apps).toMatchObject([{ name: 'qsort-large', workload }]);
  });

  it.each([
    [{ methods: [] }, 'methods'],
    [{ replicas: [] }, 'replicas'],
    [{ faults: '' }, 'faults'],
    [{ faults: '0' }, 'faults'],
    [{ faults: '1 000 000' }, 'faults'],
  ])('with %o is refused at its field', (part, path) => {
    const read = readWishListDraft({ ...createWishListDraft(), ...part }, scenario);
    expect(read.problems.map((problem) => problem.path)).toEqual([path]);
    expect(read.runs).toBe(0);
  });

  it('without methods is refused for placements, too', () => {
    const read = readPlacementDraft({ ...createPlacementDraft(), methods: [] }, scenario);
    expect(read.problems.map(({ path }) => path)).toEqual(['methods']);
  });
});
