import { t } from '../base/language.ts';
import type { Core } from './core.ts';
import type { History } from './history.ts';
import type { Runs } from './runs.ts';
import { offerUndo } from './undo-notice.ts';
import { removeBranch, renameBranch, showing } from './workspace.ts';
import type { BranchId } from './workspace.ts';

/** What a person does with branches; all of it can be undone. */
export interface Branches {
  /** Shows branch `id`, at the same instant where both ran alike until then. */
  readonly show: (id: BranchId) => void;
  /** An empty name changes nothing. */
  readonly rename: (id: BranchId, name: string) => void;
  /** Its children hang on its parent then. The last branch stays. A notice offers to undo it. */
  readonly remove: (id: BranchId) => void;
}

/** Branches of `core.store`. */
export function createBranches(core: Core, runs: Runs, history: History): Branches {
  const { store } = core;
  const follow = (before: unknown): void => {
    if (store.getState().scenario !== before) runs.request({ kind: 'keep' });
  };
  return {
    show(id) {
      const state = store.getState();
      if (id === state.branch || state.branches.every((one) => one.id !== id)) return;
      history.commit(showing(state, id));
      follow(state.scenario);
    },
    rename(id, name) {
      const state = store.getState();
      const next = renameBranch(state, id, name);
      if (next !== state) history.commit(next);
    },
    remove(id) {
      const state = store.getState();
      const next = removeBranch(state, id);
      if (next === state) return;
      const name = state.branches.find((one) => one.id === id)?.name ?? '';
      if (!history.commit(next)) return;
      offerUndo(core, history, t('Branch “{name}” is removed.', { name }));
      follow(state.scenario);
    },
  };
}
