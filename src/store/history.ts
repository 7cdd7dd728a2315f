import type { Core } from './core.ts';
import type { Runs } from './runs.ts';
import type { Workspace } from './workspace.ts';
import { workspaceIn } from './workspace.ts';

const NO_STEPS: Steps = { past: [], future: [] };
/** Most changes that can be undone. */
const MOST = 200;

/** What can be undone, oldest first, and redone, nearest first. */
interface Steps {
  readonly past: readonly Workspace[];
  readonly future: readonly Workspace[];
}

/** Every change of the workspace goes through here, so that each can be undone. */
export interface History {
  /**
   * Makes `next` the workspace, unless the rules of the page forbid it; did it? With `typing` (the name
   * of a text field) further changes from the same field belong to the same step. The caller asks for
   * the run.
   */
  readonly commit: (next: Workspace, typing?: string) => boolean;
  /** The same for what the page does by itself, such as going to a link, which no rule forbids. */
  readonly put: (next: Workspace, typing?: string) => void;
  /** Makes `next` the workspace, with the steps of `steps` and no others: another page begins. */
  readonly reset: (next: Workspace, steps?: Steps) => void;
  /** As often undone or redone as it takes to be at `step`, one of the past or the future. The caller asks for the run. */
  readonly goTo: (step: Workspace) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** From now on `other` is asked first what is to be undone or redone. */
  readonly precede: (other: OtherHistory) => void;
}

/** The history of something that is no part of the workspace. Each tells whether it has done it. */
interface OtherHistory {
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
}

/** History of `core.store`; what is brought back runs again where it needs to. */
export function createHistory(core: Core, runs: Runs): History {
  const { store } = core;
  let lastTyping: string | undefined;
  let other: OtherHistory | null = null;

  const show = (next: Workspace, past: readonly Workspace[], future: readonly Workspace[]): void =>
    showSteps(core, next, { past, future });
  const bringBack = (next: Workspace, past: readonly Workspace[], future: readonly Workspace[]) => {
    const { scenario } = store.getState();
    lastTyping = undefined;
    show(next, past, future);
    if (next.scenario !== scenario) runs.request({ kind: 'keep' });
  };

  const put: History['put'] = (next, typing) => {
    const state = store.getState();
    const sameField = typing !== undefined && typing === lastTyping;
    lastTyping = typing;
    const past = sameField ? state.past : [...state.past.slice(1 - MOST), workspaceIn(state)];
    show(next, past, []);
  };

  return {
    put,
    commit(next, typing) {
      if (isRefused(core, next)) return false;
      put(next, typing);
      return true;
    },
    reset(next, { past, future } = NO_STEPS) {
      lastTyping = undefined;
      store.setState({ ...workspaceIn(next), past, future, comparison: null });
    },
    goTo(step) {
      const { past, future } = store.getState();
      const all = [...past, workspaceIn(store.getState()), ...future];
      const at = all.indexOf(step);
      if (at < 0) return;
      lastTyping = undefined;
      show(step, all.slice(0, at), all.slice(at + 1));
    },
    undo() {
      if (other?.undo() === true) return;
      const { past, future } = store.getState();
      const previous = past.at(-1);
      if (previous === undefined) return;
      bringBack(previous, past.slice(0, -1), [workspaceIn(store.getState()), ...future]);
    },
    redo() {
      if (other?.redo() === true) return;
      const { past, future } = store.getState();
      const [next, ...rest] = future;
      if (next === undefined) return;
      bringBack(next, [...past, workspaceIn(store.getState())], rest);
    },
    canUndo: () => other?.canUndo() === true || store.getState().past.length > 0,
    canRedo: () => other?.canRedo() === true || store.getState().future.length > 0,
    precede: (history) => void (other = history),
  };
}

/** Makes `next` the workspace, with these steps before and behind it. */
function showSteps({ store }: Core, next: Workspace, steps: Steps): void {
  const { touches, comparison } = store.getState();
  const compared = comparison?.other;
  const kept = next.branches.some(({ id }) => id === compared) && next.branch !== compared;
  store.setState({
    ...workspaceIn(next),
    ...steps,
    comparison: kept ? comparison : null,
    touches: touches + 1,
  });
}

/** Do the rules of the page forbid `next`? Then they say so. */
function isRefused({ store, deps }: Core, next: Workspace): boolean {
  const said = deps.rules?.refuses(store.getState(), next) ?? null;
  if (said !== null) store.setState({ said });
  return said !== null;
}
