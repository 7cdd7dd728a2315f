import type { Breakpoint, Condition } from '../run/condition.ts';
import { sameCondition } from '../run/conditions.ts';
import type { Core } from './core.ts';
import type { History } from './history.ts';
import { workspaceIn } from './workspace.ts';

/** What a person does with breakpoints; all of it can be undone. */
export interface Breakpoints {
  /** Adds a breakpoint at `condition`; removes it where there is one, enabled or not. */
  readonly toggle: (condition: Condition) => void;
  readonly setEnabled: (condition: Condition, enabled: boolean) => void;
  readonly remove: (condition: Condition) => void;
  readonly clear: () => void;
}

/** Breakpoints of `core.store`, in the order in which they were made. */
export function createBreakpoints({ store }: Core, history: History): Breakpoints {
  const commit = (change: (before: readonly Breakpoint[]) => readonly Breakpoint[]): void => {
    const state = store.getState();
    const breakpoints = change(state.breakpoints);
    if (breakpoints !== state.breakpoints) {
      history.commit({ ...workspaceIn(state), breakpoints });
    }
  };
  const without = (condition: Condition): void =>
    commit((before) => before.filter((one) => !sameCondition(one.condition, condition)));

  return {
    toggle(condition) {
      if (findBreakpoint(store.getState().breakpoints, condition) === undefined) {
        commit((before) => [...before, { condition, enabled: true }]);
      } else without(condition);
    },
    setEnabled: (condition, enabled) =>
      commit((before) =>
        before.map((one) => (sameCondition(one.condition, condition) ? { ...one, enabled } : one)),
      ),
    remove: without,
    clear: () => commit((before) => (before.length === 0 ? before : [])),
  };
}

/** The breakpoint at `condition`, if there is one. */
export function findBreakpoint(
  breakpoints: readonly Breakpoint[],
  condition: Condition,
): Breakpoint | undefined {
  return breakpoints.find((one) => sameCondition(one.condition, condition));
}

/** The conditions at which playing stops. */
export function enabledConditions(breakpoints: readonly Breakpoint[]): readonly Condition[] {
  return breakpoints.filter(({ enabled }) => enabled).map(({ condition }) => condition);
}
