import { produce } from 'immer';
import type { Draft } from 'immer';

import type { Scenario } from '../scenario/scenario.ts';
import type { Core } from './core.ts';
import type { History } from './history.ts';
import { TYPING_PAUSE_MS } from './runs.ts';
import type { Runs } from './runs.ts';
import type { Arrival } from './arrival.ts';
import type { Comparison } from './state.ts';
import { offerUndo } from './undo-notice.ts';
import { addBranch, withScenario, workspaceOf } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** Changes of the scenario; each re-runs it at once and can be undone. */
export interface Edits {
  /**
   * Applies `recipe` to the branch that is shown. With `typing` (the name of a text field) the run
   * waits for a pause, and further keystrokes in the same field belong to the same undo step.
   */
  readonly edit: (recipe: (draft: Draft<Scenario>) => void, typing?: string) => void;
  /** Applies `recipe` in a new branch that departs at cycle `at` (`null` = from the start); the one shown stays as it is. */
  readonly branchOff: (
    branch: { readonly name: string; readonly at: number | null },
    recipe: (draft: Draft<Scenario>) => void,
    typing?: string,
  ) => void;
  /** Replaces the whole scenario, as an edit that can be undone. */
  readonly load: (scenario: Scenario) => void;
  /** Replaces the whole workspace, as an edit that can be undone. */
  readonly open: (workspace: Workspace, arrival: Arrival) => void;
  /** Replaces workspace and history because a page begins with them: not an edit. */
  readonly begin: (
    workspace: Workspace,
    arrival: Arrival,
    steps?: Parameters<History['reset']>[1],
  ) => void;
}

/** Edits on `core.store`, remembered by `history`, run by `runs`. */
export function createEdits(core: Core, runs: Runs, history: History): Edits {
  const { store } = core;
  return {
    edit(recipe, typing) {
      const state = store.getState();
      const next = produce(state.scenario, recipe);
      if (next === state.scenario) return;
      history.commit(withScenario(state, next), typing);
      runs.request({ kind: 'keep' }, typing === undefined ? 0 : TYPING_PAUSE_MS);
    },
    branchOff({ name, at }, recipe, typing) {
      const state = store.getState();
      const scenario = produce(state.scenario, recipe);
      history.commit(addBranch(state, { name, at, scenario }), typing);
      runs.request({ kind: 'keep' }, typing === undefined ? 0 : TYPING_PAUSE_MS);
    },
    load(scenario) {
      const { breakpoints, comparison } = store.getState();
      history.commit({ ...workspaceOf(scenario), breakpoints });
      if (comparison !== null) sayEnded(core, history, comparison);
      // Another program: its event of the same number means nothing.
      runs.request({ kind: 'first' });
    },
    open(workspace, arrival) {
      history.commit(workspace);
      runs.request(arrival);
    },
    begin(workspace, arrival, steps) {
      history.reset(workspace, steps);
      runs.request(arrival);
    },
  };
}

/** What was compared is no branch of the scenario that has been opened; both come back together. */
function sayEnded(core: Core, history: History, comparison: Comparison): void {
  const undo = (): void => {
    history.undo();
    core.store.setState({ comparison });
  };
  offerUndo(core, { undo }, 'Another scenario is open, so the comparison has ended.');
}
