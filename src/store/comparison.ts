import { t } from '../base/language.ts';
import type { Difference } from '../analysis/compare/difference.ts';
import type { Alignment } from '../base/vocabulary.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { addNotice } from './core.ts';
import type { Core } from './core.ts';
import type { HeldRun } from './held.ts';
import type { History } from './history.ts';
import type { OtherRuns } from './other-runs.ts';
import type { AppState, Comparison } from './state.ts';
import { addBranch } from './workspace.ts';
import type { BranchId } from './workspace.ts';

/** Beside the store, as `Held`: the other run, and how it differs from the one that is shown. */
export interface HeldComparison {
  run: HeldRun | null;
  /** Of `app` of the run that is shown and the app of the same number of the other one. */
  difference: Difference | null;
}

/** Two runs at once: which, how they are laid out, and what a person does about it. */
export interface Comparisons {
  readonly held: HeldComparison;
  /** Asks what to compare with. */
  readonly choose: () => void;
  readonly stopChoosing: () => void;
  /** Compares the branch that is shown with branch `other`. */
  readonly compareWith: (other: BranchId) => void;
  /** The same with a new branch of `scenario`, which is not shown itself. */
  readonly compareAs: (name: string, scenario: Scenario) => void;
  readonly close: () => void;
  /** Ends the comparison, begins the last one again, or, when there is none, asks. */
  readonly toggle: () => void;
  /** Shows the other branch and compares it with this one; a step that can be undone. */
  readonly swap: () => void;
  readonly setLayout: (layout: Comparison['layout']) => void;
  readonly setAlign: (align: Alignment) => void;
  /** Stops the other run. */
  readonly cancel: () => void;
  /** Runs it again. */
  readonly retry: () => void;
}

type Look = Omit<Comparison, 'other'>;

const FIRST_LOOK: Look = { layout: 'side', align: 'event' };

/** Comparisons on `core.store`; `show` shows a branch. */
export function createComparisons(
  core: Core,
  history: History,
  show: (branch: BranchId) => void,
): Comparisons {
  const { store } = core;
  let last: Comparison | null = null;
  const held: HeldComparison = { run: null, difference: null };
  const others = loadedLater(core, held);

  const set = (comparison: Comparison | null): void => {
    const { touches } = store.getState();
    store.setState({ comparison, choosingOther: false, playing: false, touches: touches + 1 });
  };
  const look = (): Look => store.getState().comparison ?? last ?? FIRST_LOOK;
  const compareWith = (other: BranchId): void => {
    const { layout, align } = look();
    if (canCompare(store.getState(), other)) set({ other, layout, align });
  };
  const change = (part: Partial<Look>): void => {
    const { comparison } = store.getState();
    if (comparison !== null) set({ ...comparison, ...part });
  };

  store.subscribe((state, before) => {
    // A link may bring one, too.
    if (state.comparison !== null) last = state.comparison;
    const paired = pairAfterSwap(state, before);
    if (paired !== null) set(paired);
    else others.follow();
  });

  return {
    held,
    choose: () => store.setState({ choosingOther: true, playing: false }),
    stopChoosing: () => store.setState({ choosingOther: false }),
    compareWith,
    compareAs(name, scenario) {
      const state = store.getState();
      const { branch } = state;
      const added = addBranch(state, { name, at: null, scenario });
      if (history.commit({ ...added, branch, scenario: state.scenario })) compareWith(added.branch);
    },
    close: () => set(null),
    toggle() {
      const state = store.getState();
      if (state.comparison !== null) set(null);
      else if (last !== null && canCompare(state, last.other)) set(last);
      else store.setState({ choosingOther: true, playing: false });
    },
    swap() {
      const { comparison } = store.getState();
      if (comparison !== null) show(comparison.other);
    },
    setLayout: (layout) => change({ layout }),
    setAlign: (align) => change({ align }),
    cancel: () => others.get()?.cancel(),
    retry: () => others.get()?.retry(),
  };
}

/** What runs the other branch: nobody compares before the first picture, so it comes when it is needed. */
function loadedLater(core: Core, held: HeldComparison) {
  const { store } = core;
  let others: OtherRuns | null = null;
  let loading = false;
  const load = async (): Promise<void> => {
    try {
      const { createOtherRuns } = await import('./other-runs.ts');
      others = createOtherRuns(core, held);
      others.follow();
    } catch {
      store.setState({ comparison: null, otherRun: null });
      addNotice(
        core,
        'problem',
        t('The comparison could not be loaded. Try again, or reload the page.'),
      );
    }
    loading = false;
  };
  return {
    get: () => others,
    follow(): void {
      if (others !== null) others.follow();
      if (others !== null || loading || store.getState().comparison === null) return;
      loading = true;
      store.setState({ otherRun: { kind: 'waiting' } });
      void load();
    },
  };
}

function canCompare({ branches, branch }: AppState, other: BranchId): boolean {
  return other !== branch && branches.some(({ id }) => id === other);
}

/** When the branch that was compared with is shown itself, the one that was shown takes its place. */
function pairAfterSwap(state: AppState, before: AppState): Comparison | null {
  const { comparison } = before;
  const swapped = state.branch !== before.branch && comparison?.other === state.branch;
  if (!swapped || state.comparison !== null) return null;
  return canCompare(state, before.branch) ? { ...comparison, other: before.branch } : null;
}
