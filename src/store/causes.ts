import { msg, t } from '../base/language.ts';
import { markOfClause } from '../analysis/causes/clause-numbers.ts';
import type { CauseChain } from '../analysis/causes/chain.ts';
import type { Explainer } from '../analysis/causes/explain.ts';
import { addNotice } from './core.ts';
import type { Core } from './core.ts';
import type { HeldRun } from './held.ts';
import { eventIndexAt } from '../run/instants.ts';
import type { Navigation } from './navigation.ts';

/** Walks along the causes of what is selected. */
export interface Causes {
  /** To the cause before the one that is looked at; from none, to the last one. */
  readonly previous: () => void;
  /** To the cause after it; from none, to the first one. */
  readonly next: () => void;
  /** To clause `clause` of the explanation: it is marked, and playhead and window go there. */
  readonly follow: (clause: number) => void;
  /** Nothing is selected any more. */
  readonly clear: () => void;
}

/** Makes the explainer of a run; loaded when something is selected for the first time. */
export type LoadExplainer = () => Promise<(run: HeldRun) => Explainer>;

const loadExplainer: LoadExplainer = async () => {
  const [{ createExplainer }, { createSeeker }] = await Promise.all([
    import('../analysis/causes/explain.ts'),
    import('../run/seek.ts'),
  ]);
  return ({ plan, recording }) =>
    createExplainer({ plan, recording, seeker: createSeeker(plan, recording) });
};

const NOT_FOUND = msg('The causes could not be found. Reload the page and try again.');

/** Explains whatever is selected in `core.store`, and walks along the explanation. */
export function createCauses(
  core: Core,
  navigation: Navigation,
  load: LoadExplainer = loadExplainer,
): Causes {
  const { store, held } = core;
  const explainers = new WeakMap<HeldRun, Explainer>();

  const explain = async (): Promise<void> => {
    const { selection } = store.getState();
    const { run } = held;
    if (selection === null || run === null) return;
    const isCurrent = (): boolean => store.getState().selection === selection && held.run === run;
    const chain = selection.kind === 'area' ? null : await chainOf(run, selection, isCurrent);
    if (isCurrent()) store.setState({ explanation: { selection, chain, current: -1 } });
  };
  const chainOf = async (
    run: HeldRun,
    selection: Parameters<Explainer>[0],
    isCurrent: () => boolean,
  ): Promise<CauseChain | null> => {
    try {
      const create = await load();
      // Whoever moves a selection fast wants the last one alone.
      if (!isCurrent()) return null;
      const explainer = explainers.get(run) ?? create(run);
      explainers.set(run, explainer);
      return explainer(selection);
    } catch {
      addNotice(core, 'problem', t(NOT_FOUND));
      return null;
    }
  };
  store.subscribe((state, before) => {
    if (state.selection !== null && state.selection !== before.selection) void explain();
  });

  const walk = (direction: 1 | -1): void => {
    const { explanation, selection } = store.getState();
    if (selection === null) selectEvent(core, navigation);
    const chain = explanation?.chain ?? null;
    if (explanation === null || chain === null || chain.clauses.length === 0) return;
    const at =
      chain.links[explanation.current]?.clause ?? (direction === 1 ? -1 : chain.clauses.length);
    follow(Math.min(Math.max(at + direction, 0), chain.clauses.length - 1));
  };
  const follow = (index: number): void => {
    const chain = store.getState().explanation?.chain ?? null;
    const clause = chain?.clauses[index];
    if (chain === null || clause === undefined) return;
    navigation.followCause(markOfClause(chain, index));
    navigation.seek(clause.from);
    showStretch(core, navigation, clause.from, clause.to);
  };
  return {
    previous: () => walk(-1),
    next: () => walk(1),
    follow,
    clear: () => navigation.select(null),
  };
}

/** With nothing selected, the event at the playhead is what a person wants explained. */
function selectEvent({ store, held }: Core, navigation: Navigation): void {
  const { app, playhead } = store.getState();
  if (held.run === null || (held.run.recording.rendezvous[app]?.length ?? 0) === 0) return;
  navigation.select({ kind: 'event', app, event: eventIndexAt(held.run, app, playhead.time) });
}

/** Moves the window so that [from, to] is in it, where it fits. */
function showStretch({ store }: Core, navigation: Navigation, from: number, to: number): void {
  const [left, right] = store.getState().window;
  const width = right - left;
  if (to <= right || to - from > width) return;
  const middle = (from + to) / 2;
  navigation.setWindow([middle - width / 2, middle + width / 2]);
}

/** Is something selected whose explanation is still being found? */
export function isExplaining({
  selection,
  explanation,
  run,
}: ReturnType<Core['store']['getState']>): boolean {
  return selection !== null && explanation === null && run.kind === 'ready';
}
