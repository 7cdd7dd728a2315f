import { produce } from 'immer';
import type { Draft } from 'immer';

import type { Scenario } from '../scenario/scenario.ts';
import type { Core } from './core.ts';
import { TYPING_PAUSE_MS } from './runs.ts';
import type { Runs } from './runs.ts';
import type { Arrival } from './arrival.ts';
import type { AppState } from './state.ts';

/** Most edits that can be undone. */
const HISTORY = 200;

/** Changes of the scenario; each re-runs it at once and can be undone. */
export interface Edits {
  /**
   * Applies `recipe`. With `typing` (the name of a text field) the run waits for a pause, and
   * further keystrokes in the same field belong to the same undo step.
   */
  readonly edit: (recipe: (draft: Draft<Scenario>) => void, typing?: string) => void;
  /** Replaces the whole scenario, as an edit that can be undone. */
  readonly load: (scenario: Scenario) => void;
  /** Replaces the whole scenario because the address says so: not an edit. */
  readonly restore: (scenario: Scenario, arrival: Arrival) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Edits on `core.store`, run by `runs`. */
export function createEdits({ store }: Core, runs: Runs): Edits {
  let lastTyping: string | undefined;

  const change = (scenario: Scenario, history: Pick<AppState, 'past' | 'future'>): void => {
    store.setState({ scenario, ...history, touches: store.getState().touches + 1 });
  };

  /** Makes `next` the scenario, remembering the one before unless the same field is still typed in. */
  const remember = (next: Scenario, typing?: string): void => {
    const { scenario, past } = store.getState();
    const sameField = typing !== undefined && typing === lastTyping;
    lastTyping = typing;
    const grown = sameField ? past : [...past.slice(1 - HISTORY), scenario];
    change(next, { past: grown, future: [] });
  };

  return {
    edit(recipe, typing) {
      const next = produce(store.getState().scenario, recipe);
      if (next === store.getState().scenario) return;
      remember(next, typing);
      runs.request({ kind: 'keep' }, typing === undefined ? 0 : TYPING_PAUSE_MS);
    },
    load(scenario) {
      remember(scenario);
      // Another program: its event of the same number means nothing.
      runs.request({ kind: 'first' });
    },
    restore(scenario, arrival) {
      lastTyping = undefined;
      store.setState({ scenario, past: [], future: [] });
      runs.request(arrival);
    },
    undo() {
      const { scenario, past, future } = store.getState();
      const previous = past.at(-1);
      if (previous === undefined) return;
      lastTyping = undefined;
      change(previous, { past: past.slice(0, -1), future: [scenario, ...future] });
      runs.request({ kind: 'keep' });
    },
    redo() {
      const { scenario, past, future } = store.getState();
      const [next, ...rest] = future;
      if (next === undefined) return;
      lastTyping = undefined;
      change(next, { past: [...past, scenario], future: rest });
      runs.request({ kind: 'keep' });
    },
  };
}
