import { t } from '../base/language.ts';
import type { CoreId } from '../base/units.ts';
import type { SpanStyle } from '../kernel/activities.ts';
import type { Selection } from '../base/selection.ts';
import type { Note } from '../scenario/note.ts';
import type { Breakpoint } from '../scenario/condition.ts';
import type { AppStore } from './app-store.ts';
import { shownTheme } from './app-store.ts';
import type { ShownTimeline } from './held.ts';
import type { AppState, Axis, Explanation, Playhead, ShownTheme, TimeWindow } from './state.ts';
import { shownBranch } from './workspace.ts';

/** Where two branches part. */
export interface Fork {
  readonly time: number;
  readonly name: string;
}

/** What the timeline shows besides the run. */
export interface TimelineState {
  readonly playhead: Playhead;
  /** Nothing after it is shown; `null` = everything is. */
  readonly hiddenFrom: Playhead | null;
  /** Kinds of time of which the spans next to the playhead are pointed at. */
  readonly pointedAt: readonly SpanStyle[];
  readonly window: TimeWindow;
  readonly theme: ShownTheme;
  readonly axis: Axis;
  readonly closeGaps: boolean;
  readonly selection: Selection | null;
  readonly explanation: Explanation | null;
  readonly notes: readonly Note[];
  /** Where other branches part from the one that is shown, or it from its parent; ascending. */
  readonly forks: readonly Fork[];
  readonly breakpoints: readonly Breakpoint[];
}

/** What the timeline reads and may change, without React between it and the playhead. */
export interface TimelineModel {
  getState(): TimelineState;
  /** Calls `onChange` after every change of what `getState` gives; returns the way to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
  readonly setWindow: (window: TimeWindow) => void;
  readonly seek: (time: number) => void;
  readonly select: (selection: Selection | null) => void;
  readonly followCause: (index: number) => void;
  readonly setAxis: (axis: Axis) => void;
  readonly setCloseGaps: (closeGaps: boolean) => void;
  /** Makes it the timeline that keys and the playhead move; `null` = there is none. */
  readonly show: (timeline: ShownTimeline | null) => void;
  /** Sets a breakpoint on what happens on a core, or removes it. */
  readonly toggleBreakpoint: (core: CoreId) => void;
}

/** The timeline's view of `app`. */
export function createTimelineModel({
  store,
  held,
  navigation,
  breakpoints,
}: AppStore): TimelineModel {
  // Kept until the branches change: a frame must not make it anew.
  let kept: Pick<AppState, 'branches' | 'branch'> | null = null;
  let forks: readonly Fork[] = [];
  return {
    getState() {
      const state = store.getState();
      if (kept?.branches !== state.branches || kept.branch !== state.branch) {
        kept = state;
        forks = forksOf(state);
      }
      return stateOf(state, forks);
    },
    subscribe: (onChange) =>
      store.subscribe((state, before) => {
        if (differ(state, before)) onChange();
      }),
    setWindow: navigation.setWindow,
    seek: navigation.seek,
    select: navigation.select,
    followCause: navigation.followCause,
    setAxis: navigation.setAxis,
    setCloseGaps: navigation.setCloseGaps,
    show(timeline) {
      held.timeline = timeline;
    },
    toggleBreakpoint: (core) => breakpoints.toggle({ kind: 'core', core }),
  };
}

const SHOWN = [
  'playhead',
  'hiddenFrom',
  'pointedAt',
  'window',
  'axis',
  'closeGaps',
  'selection',
  'explanation',
  'branches',
  'branch',
  'breakpoints',
] as const;

function differ(state: AppState, before: AppState): boolean {
  return (
    SHOWN.some((key) => state[key] !== before[key]) || shownTheme(state) !== shownTheme(before)
  );
}

function stateOf(state: AppState, forks: readonly Fork[]): TimelineState {
  const { playhead, hiddenFrom, pointedAt, window, axis, closeGaps } = state;
  const { selection, explanation, breakpoints } = state;
  return {
    playhead,
    hiddenFrom,
    pointedAt,
    window,
    theme: shownTheme(state),
    axis,
    closeGaps,
    selection,
    explanation,
    notes: shownBranch(state).notes,
    forks,
    breakpoints,
  };
}

/** The instants at which the shown branch and its parent, its children and it part. */
function forksOf(state: AppState): readonly Fork[] {
  const shown = shownBranch(state);
  const forks: Fork[] = [];
  for (const one of state.branches) {
    if (one.parent === shown.id && one.at !== null) forks.push({ time: one.at, name: one.name });
    if (one.id === shown.parent && shown.at !== null) {
      forks.push({
        time: shown.at,
        name: t('{branch} leaves {parent}', { branch: shown.name, parent: one.name }),
      });
    }
  }
  return forks.toSorted((a, b) => a.time - b.time);
}
