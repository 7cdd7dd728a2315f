import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import type { AppStore } from './app-store.ts';
import type { FormJson } from './explore-form.ts';
import type { ExplorePart } from './explore-parts.ts';

/** Most changes that can be undone. */
const MOST = 200;

/** A change of one form. */
interface Step {
  readonly part: ExplorePart;
  readonly before: FormJson;
  readonly after: FormJson;
  /** The text that was typed into; `null` = it was something else. */
  readonly typed: string | null;
  /** Changes of the workspace that came before it. */
  readonly lab: number;
}

/** What can be undone, oldest first, and redone, nearest first. */
export interface ExploreSteps {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** The history of the forms of Explore, which takes its turn with that of the workspace. */
export interface ExploreHistory {
  readonly steps: StoreApi<ExploreSteps>;
  readonly add: (change: Omit<Step, 'lab'>) => void;
}

/** A history that `app.history` asks first; `show` sets up a form without making a step of it. */
export function createExploreHistory(
  { store, history }: AppStore,
  show: (part: ExplorePart, form: FormJson) => void,
): ExploreHistory {
  const steps = createStore<ExploreSteps>(() => ({ past: [], future: [] }));
  const isHere = (): boolean => store.getState().screen === 'explore';
  const labSteps = (): number => store.getState().past.length;
  /** `null` where the workspace was changed later: that is undone first. */
  const nextUndo = (): Step | null => {
    const step = steps.getState().past.at(-1);
    return step && isHere() && step.lab >= labSteps() ? step : null;
  };
  /** `null` where a change of the workspace that came before it is to be redone first. */
  const nextRedo = (): Step | null => {
    const [step] = steps.getState().future;
    return step && isHere() && step.lab <= labSteps() ? step : null;
  };
  history.precede({
    canUndo: () => nextUndo() !== null,
    canRedo: () => nextRedo() !== null,
    undo() {
      const step = nextUndo();
      if (step === null) return false;
      const { past, future } = steps.getState();
      steps.setState({ past: past.slice(0, -1), future: [step, ...future] });
      show(step.part, step.before);
      return true;
    },
    redo() {
      const step = nextRedo();
      if (step === null) return false;
      const { past, future } = steps.getState();
      steps.setState({ past: [...past, { ...step, typed: null }], future: future.slice(1) });
      show(step.part, step.after);
      return true;
    },
  });
  return {
    steps,
    add: (change) =>
      steps.setState({
        past: withStep(steps.getState().past, { ...change, lab: labSteps() }),
        future: [],
      }),
  };
}

/** What is typed into one field is one step. */
function withStep(past: readonly Step[], step: Step): readonly Step[] {
  const last = past.at(-1);
  const goesOn =
    last !== undefined &&
    step.typed !== null &&
    last.typed === step.typed &&
    last.part === step.part &&
    last.lab === step.lab;
  return goesOn
    ? [...past.slice(0, -1), { ...step, before: last.before }]
    : [...past.slice(1 - MOST), step];
}
