import type { Condition } from '../scenario/condition.ts';
import { firstMatch } from '../run/conditions.ts';
import type { Instant } from '../run/conditions.ts';
import { enabledConditions } from './breakpoints.ts';
import type { Core } from './core.ts';
import type { HeldRun } from './held.ts';
import type { Navigation } from './navigation.ts';
import type { AppState } from './state.ts';

/** Why the playhead stands where it stands, or why it did not move. */
export interface Halt {
  /** What was met, or looked for; `null` = any of the breakpoints was looked for, and none was met. */
  readonly condition: Condition | null;
  /** Was it met as a breakpoint? */
  readonly breakpoint: boolean;
  readonly met: boolean;
  readonly direction: 1 | -1;
  /** The playhead then; the sentence is of no use at another one. */
  readonly at: Instant;
}

/** Runs the recorded run until a condition holds. */
export interface RunUntil {
  /** Sets the condition that `go` and `play` look for. */
  readonly choose: (condition: Condition) => void;
  /** Goes there at once; where it never holds, nothing moves and `halt` says so. */
  readonly go: (direction: 1 | -1) => void;
  /** Plays at the current speed until it holds. */
  readonly play: () => void;
  /** Goes to the nearest instant at which an enabled breakpoint holds. */
  readonly goToBreakpoint: (direction: 1 | -1) => void;
}

/** Run until over what `core` holds. */
export function createRunUntil({ store, held }: Core, navigation: Navigation): RunUntil {
  const look = (
    conditions: readonly Condition[],
    direction: 1 | -1,
  ): ReturnType<typeof firstMatch> => {
    const { run } = held;
    const from = store.getState().playhead;
    return run === null ? null : firstMatch(run.recording, conditions, { from, direction });
  };
  const say = (halt: Omit<Halt, 'at'>): void =>
    store.setState({ halt: { ...halt, at: store.getState().playhead } });

  return {
    choose: (until) => store.setState({ until, halt: null }),
    go(direction) {
      if (held.run === null) return;
      const condition = store.getState().until;
      const match = look([condition], direction);
      if (match !== null) navigation.jumpTo(match.at);
      say({ condition, breakpoint: false, met: match !== null, direction });
    },
    play() {
      if (held.run === null) return;
      const { until, touches } = store.getState();
      if (look([until], 1) === null) {
        say({ condition: until, breakpoint: false, met: false, direction: 1 });
        return;
      }
      store.setState({ playing: true, heading: until, halt: null, touches: touches + 1 });
    },
    goToBreakpoint(direction) {
      if (held.run === null) return;
      const conditions = enabledConditions(store.getState().breakpoints);
      const match = look(conditions, direction);
      if (match !== null) navigation.jumpTo(match.at);
      const condition = conditions[match?.index ?? -1] ?? null;
      say({ condition, breakpoint: true, met: match !== null, direction });
    },
  };
}

/**
 * Where playing from the playhead to `target` has to stop: at the nearest enabled breakpoint, or at
 * the condition that it heads for; `null` = nowhere.
 */
export function haltBefore(
  run: HeldRun,
  { playhead, breakpoints, heading }: Pick<AppState, 'playhead' | 'breakpoints' | 'heading'>,
  target: Instant,
): Halt | null {
  const conditions = enabledConditions(breakpoints);
  const all = heading === null ? conditions : [heading, ...conditions];
  if (all.length === 0) return null;
  const search = { from: playhead, direction: 1, until: target } as const;
  const match = firstMatch(run.recording, all, search);
  if (match === null) return null;
  const condition = all[match.index] ?? null;
  const breakpoint = heading === null || match.index > 0;
  return { condition, breakpoint, met: true, direction: 1, at: match.at };
}
