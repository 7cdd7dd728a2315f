import type { Breakpoint, Condition } from '../scenario/condition.ts';
import { sameCondition } from '../run/conditions.ts';
import type { Core } from './core.ts';
import type { History } from './history.ts';
import { workspaceIn } from './workspace.ts';

/** What a person does with breakpoints; all of it can be undone. */
export interface Breakpoints {
  /** Adds a breakpoint at `condition`; removes it where there is one, enabled or not. */
  readonly toggle: (condition: Condition) => void;
  /** Adds one, or turns the one that is there on. */
  readonly add: (condition: Condition) => void;
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

  const find = (condition: Condition): Breakpoint | undefined =>
    findBreakpoint(store.getState().breakpoints, condition);
  const setEnabled = (condition: Condition, enabled: boolean): void => {
    const found = find(condition);
    if (found === undefined || found.enabled === enabled) return;
    commit((before) => before.map((one) => (one === found ? { ...one, enabled } : one)));
  };
  const add = (condition: Condition): void => {
    if (find(condition) !== undefined) setEnabled(condition, true);
    else commit((before) => [...before, { condition, enabled: true }]);
  };

  return {
    toggle: (condition) => (find(condition) === undefined ? add : without)(condition),
    add,
    setEnabled,
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
