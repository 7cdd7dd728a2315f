import type { Draft } from 'immer';

import { msg, t } from '../base/language.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { addNotice, awaitPart } from './core.ts';
import type { Core, Produce } from './core.ts';
import type { History } from './history.ts';
import { withCode } from './late-code.ts';
import type { LateCode } from './late-code.ts';
import { TYPING_PAUSE_MS } from './runs.ts';
import type { Runs } from './runs.ts';
import type { Arrival } from './arrival.ts';
import type { Comparison } from './state.ts';
import { offerUndo } from './undo-notice.ts';
import { addBranch, withScenario, workspaceOf } from './workspace.ts';
import type { Workspace } from './workspace.ts';

const NOT_MADE = msg(
  'The change was not made: a part of the page could not be loaded. Reload the page and try again.',
);

/** Changes of the scenario; each re-runs it at once and can be undone. */
export interface Edits {
  /** What `edit` and `branchOff` wait for where they come before it, in their order. */
  readonly code: LateCode<Produce>;
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
  const run = (typing: string | undefined): void =>
    runs.request({ kind: 'keep' }, typing === undefined ? 0 : TYPING_PAUSE_MS);
  return {
    code: core.deps.produce,
    edit: (recipe, typing) =>
      withProduce(core, (produce) => {
        const state = store.getState();
        const next = produce(state.scenario, recipe);
        if (next === state.scenario) return;
        if (history.commit(withScenario(state, next), typing)) run(typing);
      }),
    branchOff: ({ name, at }, recipe, typing) =>
      withProduce(core, (produce) => {
        const state = store.getState();
        const scenario = produce(state.scenario, recipe);
        if (history.commit(addBranch(state, { name, at, scenario }), typing)) run(typing);
      }),
    load(scenario) {
      const { breakpoints, comparison } = store.getState();
      if (!history.commit({ ...workspaceOf(scenario), breakpoints })) return;
      if (comparison !== null) sayEnded(core, history, comparison);
      // Another program: its event of the same number means nothing.
      runs.request({ kind: 'first' });
    },
    open(workspace, arrival) {
      history.put(workspace);
      runs.request(arrival);
    },
    begin(workspace, arrival, steps) {
      history.reset(workspace, steps);
      runs.request(arrival);
    },
  };
}

/** Makes a change now, or as soon as it is known how. */
function withProduce(core: Core, change: (produce: Produce) => void): void {
  const { produce } = core.deps;
  const arrived = produce.get() === null ? awaitPart(core) : null;
  withCode(produce, (known) => {
    if (known === null) addNotice(core, 'problem', t(NOT_MADE));
    else change(known);
    arrived?.();
  });
}

/** What was compared is no branch of the scenario that has been opened; both come back together. */
function sayEnded(core: Core, history: History, comparison: Comparison): void {
  const undo = (): void => {
    history.undo();
    core.store.setState({ comparison });
  };
  offerUndo(core, { undo }, t('Another scenario is open, so the comparison has ended.'));
}
