import { describe, expect, it } from 'vitest';

import { placementStudyOf } from '../analysis/placement/study.ts';
import { scalabilityOf } from '../analysis/scalability/spec.ts';
import { wishListOf } from '../analysis/wish-list/spec.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { draftOfPlacement, draftOfScalability, draftOfWishList } from './draft-of-study.ts';
import { readScalabilityDraft } from './scalability-draft.ts';
import { readPlacementDraft, readWishListDraft } from './study-draft.ts';

const lab = defaultScenario();
const workload = { kind: 'periodic', events: 4, instructions: 40_000, trap: 'syscall' } as const;
const other: Scenario = {
  ...lab,
  seed: lab.seed + 1,
  apps: [{ ...DEFAULT_APP, name: 'mine', workload }, DEFAULT_APP],
};
const alone: Scenario = { ...other, apps: [other.apps[0]] };

describe('the sentence of a saved study', () => {
  it('is over the Lab where that comes to it', () => {
    const spec = scalabilityOf(
      { ...lab, apps: [lab.apps[0]] },
      { appsPerResCore: [1, 2, 3, 8], resCores: [1, 2] },
    );
    const found = draftOfScalability(spec, lab);
    expect(found.scenario).toBeNull();
    expect(found.draft).toMatchObject({ workload: null, apps: '1-3, 8', resCores: '1-2' });
    expect(readScalabilityDraft(found.draft, lab).spec).toEqual(spec);
  });

  it('is over its own scenario where the Lab holds another, for every study', () => {
    const scale = draftOfScalability(scalabilityOf(other), lab);
    const wishes = draftOfWishList(wishListOf(other, { faultsPerCell: 7 }), lab);
    const places = draftOfPlacement(placementStudyOf(other, { replicas: [3] }), lab);
    for (const { scenario } of [scale, wishes, places]) expect(scenario).toEqual(other);
    expect(readScalabilityDraft(scale.draft, other).spec).toEqual(scale.spec);
    expect(readWishListDraft(wishes.draft, other).spec).toEqual(wishes.spec);
    expect(readPlacementDraft(places.draft, other).spec).toEqual(places.spec);
    expect(places.spec.scenario).toEqual(alone);
    expect(wishes.draft.faults).toBe('7');
  });
});
