import type { Draft } from 'immer';

import { betterValue } from '../analysis/causes/lower-cost.ts';
import type { Gain } from '../analysis/causes/sensitivity.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Edits } from './edits.ts';

/** By how much every parameter is made better. */
export const PERCENT = 10;

/**
 * Makes a branch in which parameter `name` has the value that was tried: from cycle `at` of the branch on,
 * or, with `null`, throughout, later changes of it included.
 */
export function branchWithBetter(
  { branchOff }: Pick<Edits, 'branchOff'>,
  { name, tried }: Pick<Gain, 'name' | 'tried'>,
  branch: { readonly name: string; readonly at: number | null },
): void {
  const { at } = branch;
  branchOff(branch, (draft) => {
    if (at !== null && at > 0) changeFrom(draft, at, { [name]: tried });
    else draft.costs.overrides[name] = tried;
    for (const change of draft.costChanges) {
      const own = change.overrides[name];
      const later = change.at.cycle > (at ?? -1);
      if (later && own !== undefined) change.overrides[name] = betterValue(name, own, PERCENT);
    }
  });
}

function changeFrom(
  draft: Draft<Scenario>,
  cycle: number,
  overrides: Scenario['costChanges'][number]['overrides'],
): void {
  const known = draft.costChanges.find(({ at }) => at.cycle === cycle);
  if (known === undefined) draft.costChanges.push({ at: { cycle }, overrides: { ...overrides } });
  else Object.assign(known.overrides, overrides);
  draft.costChanges.sort((a, b) => a.at.cycle - b.at.cycle);
}
