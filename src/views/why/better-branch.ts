import type { Draft } from 'immer';

import { betterValue } from '../../analysis/causes/lower-cost.ts';
import type { Gain } from '../../analysis/causes/sensitivity.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Edits } from '../../store/edits.ts';
import { groupDigits } from '../../draw/format.ts';

/** By how much every parameter is made better. */
export const PERCENT = 10;

/** A number as a parameter's value is shown. */
export function valueText(value: number): string {
  return groupDigits(value, Number.isInteger(value) ? 0 : 2);
}

/**
 * A branch in which the parameter of `gain` has the value that was tried: from cycle `at` on, or,
 * with `null`, throughout, later changes of it included.
 */
export function branchWith(edits: Edits, { name, tried }: Gain, at: number | null): void {
  edits.branchOff({ name: `${name} ${valueText(tried)}`, at }, (draft) => {
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
