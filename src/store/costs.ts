import type { Draft } from 'immer';

import type { Cycles } from '../base/units.ts';
import type { CostName } from '../kernel/costs.ts';
import type { CostChange, Scenario } from '../scenario/scenario.ts';
import type { Core } from './core.ts';
import type { Edits } from './edits.ts';
import { shownBranch } from './workspace.ts';

/** Costs that change at an instant of the run, as edits that can be undone. */
export interface CostEdits {
  /**
   * Gives `name` another value from cycle `at` (> 0) on; `undefined` = the one that it had until then.
   * Makes a branch called `branch` that departs there, unless the one that is shown does already.
   */
  readonly changeFrom: (
    at: Cycles,
    change: { readonly name: CostName; readonly value: number | undefined },
    branch: string,
  ) => void;
  /** Takes change `index` of the scenario away. */
  readonly removeChange: (index: number) => void;
}

type Changes = Draft<Scenario>['costChanges'];

/** Edits of `core.store`. */
export function createCostEdits({ store }: Core, { edit, branchOff }: Edits): CostEdits {
  return {
    changeFrom(at, { name, value }, branch) {
      const state = store.getState();
      const departs = shownBranch(state).at === at;
      const change = (draft: Draft<Scenario>): void => setFrom(draft.costChanges, at, name, value);
      const typing = `costChanges.${at}.${name}`;
      if (departs && state.scenario.costChanges.some((one) => one.at.cycle === at)) {
        edit(change, typing);
        return;
      }
      // Nothing would differ in a branch for a value that is what it was.
      if (value !== undefined) branchOff({ name: branch, at }, change, typing);
    },
    removeChange: (index) => edit((draft) => void draft.costChanges.splice(index, 1)),
  };
}

function setFrom(changes: Changes, at: Cycles, name: CostName, value: number | undefined): void {
  let index = changes.findIndex(({ at: { cycle } }) => cycle >= at);
  if (index < 0) index = changes.length;
  if (changes[index]?.at.cycle !== at)
    changes.splice(index, 0, { at: { cycle: at }, overrides: {} });
  const { overrides } = changes[index];
  if (value === undefined) delete overrides[name];
  else overrides[name] = value;
}

/** What of the costs differs from the preset at cycle `at`, by changes until then. */
export function overridesAt(
  { costs, costChanges }: Pick<Scenario, 'costs' | 'costChanges'>,
  at: Cycles,
): CostChange['overrides'] {
  const until = costChanges.filter((change) => change.at.cycle <= at);
  return Object.assign(
    {},
    costs.overrides,
    ...until.map(({ overrides }) => overrides),
  ) as CostChange['overrides'];
}
