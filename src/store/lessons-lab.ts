import { equalData } from '../base/equal.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { LinkView } from '../scenario/codec/view.ts';
import type { AppStore } from './app-store.ts';
import { comesFrom, isUntouched, lookAt, scenarioAt } from './lessons-place.ts';
import type { LessonPlace } from './lessons-place.ts';
import { showing, workspaceIn, workspaceOf } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** The Lab as lessons use it. */
export interface LessonLab {
  /** Before the first step: remembers what the person has in the Lab, unless it is the `lesson` that a page went on with. */
  readonly enter: (resumed: Lesson | null) => void;
  /** Shows the present place: at once where its run is there, else when it comes. */
  readonly place: () => void;
  /** Is that what it shows? */
  readonly isInPlace: () => boolean;
  /** Brings back what the person had. */
  readonly leave: () => void;
  /** The lesson is over, and something else has taken its place. */
  readonly forget: () => void;
}

/** The Lab of `app`; `placeNow` says where a lesson is, `null` = none is played. */
export function createLessonLab(app: AppStore, placeNow: () => LessonPlace | null): LessonLab {
  const { store, held, runs } = app;
  const before = createBefore(app);
  /** Has a scene been put into the Lab since the page began? */
  let entered = false;
  /** Is the run of the place still to come? */
  let awaited = false;

  const look = (): void => {
    awaited = false;
    const place = placeNow();
    const { run } = held;
    if (place === null || run === null || !equalData(run.scenario, scenarioAt(place))) return;
    store.setState({
      ...lookAt(run, place, store.getState()),
      playing: false,
      selection: null,
      explanation: null,
      halt: null,
    });
  };
  store.subscribe((state, last) => {
    if (awaited && state.runCount !== last.runCount) look();
  });

  return {
    enter: (resumed) => before.remember(resumed),
    place() {
      const place = placeNow();
      if (place === null) return;
      const { scenario, run } = store.getState();
      awaited = true;
      if (!equalData(scenario, scenarioAt(place))) {
        putScene(app, place, entered);
        entered = true;
        runs.request({ kind: 'first' });
      } else if (run.kind === 'ready') look();
      else if (run.kind !== 'running') runs.request({ kind: 'first' });
    },
    isInPlace() {
      const place = placeNow();
      const { run } = held;
      const state = store.getState();
      if (place === null || run === null) return true;
      if (!equalData(state.scenario, scenarioAt(place))) return false;
      return equalData(lookAt(run, place, state).playhead, state.playhead);
    },
    leave: () => before.bringBack(placeNow()?.lesson ?? null),
    forget() {
      entered = false;
      awaited = false;
      before.forget();
    },
  };
}

/** Puts the scene of `place` into the Lab; the caller asks for the run. */
function putScene({ store, history }: AppStore, place: LessonPlace, entered: boolean): void {
  const scenario = scenarioAt(place);
  const state = store.getState();
  const branch = state.branches.find((one) => equalData(one.scenario, scenario));
  const next = branch ? showing(workspaceIn(state), branch.id) : workspaceOf(scenario);
  // A scene that nobody changed needs no step to undo.
  if (entered && !branch && isUntouched(state, place.lesson)) {
    history.reset(next, { past: state.past, future: [] });
  } else history.commit(next);
}

/** What the person had in the Lab before the first lesson. */
function createBefore({ store, held, history, runs }: AppStore) {
  let kept: { readonly workspace: Workspace; readonly view: LinkView | null } | null = null;
  return {
    remember(resumed: Lesson | null): void {
      const state = store.getState();
      if (kept !== null || (resumed !== null && comesFrom(state, resumed))) return;
      const [from, to] = state.window;
      const view = held.run && { ...state.playhead, window: [from, to] as const };
      kept = { workspace: workspaceIn(state), view };
    },
    forget: () => void (kept = null),
    /** After a reload that is the last thing in the history that is not of `lesson`. */
    bringBack(lesson: Lesson | null): void {
      const state = store.getState();
      const earlier = state.past.findLast((one) => lesson !== null && !comesFrom(one, lesson));
      const workspace = kept?.workspace ?? earlier;
      const view = kept?.view ?? null;
      if (workspace === undefined) return;
      if (!equalData(workspace, workspaceIn(state))) history.commit(workspace);
      runs.request(view === null ? { kind: 'first' } : { kind: 'link', view });
    },
  };
}
