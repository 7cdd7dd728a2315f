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
  /** Before the first step of `lesson`: remembers what the person has in the Lab. */
  readonly enter: (lesson: Lesson) => void;
  /** Shows the present place: at once where its run is there, else when it comes. */
  readonly place: () => void;
  /** Brings back what the person had. */
  readonly leave: () => void;
}

/** The Lab of `app`; `placeNow` says where a lesson is, `null` = none is played. */
export function createLessonLab(app: AppStore, placeNow: () => LessonPlace | null): LessonLab {
  const { store, held, history, runs } = app;
  /** What is brought back in the end. */
  let before: { readonly workspace: Workspace; readonly view: LinkView } | null = null;
  /** Has a scene been put into the Lab since the page began? */
  let entered = false;
  /** Is the run of the place still to come? */
  let awaited = false;

  const look = (): void => {
    const place = placeNow();
    const { run } = held;
    awaited = false;
    if (place === null || run === null || !equalData(run.scenario, scenarioAt(place))) return;
    store.setState({
      ...lookAt(run, place, store.getState()),
      playing: false,
      selection: null,
      explanation: null,
      halt: null,
    });
  };
  const put = (place: LessonPlace): void => {
    const scenario = scenarioAt(place);
    const state = store.getState();
    const branch = state.branches.find((one) => equalData(one.scenario, scenario));
    const next = branch ? showing(workspaceIn(state), branch.id) : workspaceOf(scenario);
    // A scene that nobody changed needs no step to undo.
    if (entered && isUntouched(state, place.lesson) && !branch) {
      history.reset(next, { past: state.past, future: [] });
    } else history.commit(next);
    entered = true;
    runs.request({ kind: 'first' });
  };

  store.subscribe((state, last) => {
    if (awaited && state.runCount !== last.runCount) look();
  });

  return {
    enter(lesson) {
      const state = store.getState();
      if (before !== null || comesFrom(state, lesson)) return;
      before = {
        workspace: workspaceIn(state),
        view: { ...state.playhead, window: [state.window[0], state.window[1]] },
      };
    },
    place() {
      const place = placeNow();
      if (place === null) return;
      const { scenario, run } = store.getState();
      awaited = true;
      if (!equalData(scenario, scenarioAt(place))) put(place);
      else if (run.kind === 'ready') look();
      else if (run.kind !== 'running') runs.request({ kind: 'first' });
    },
    leave() {
      const lesson = placeNow()?.lesson;
      const { past } = store.getState();
      const earlier = past.findLast((one) => lesson !== undefined && !comesFrom(one, lesson));
      const workspace = before?.workspace ?? earlier;
      const view = before?.view;
      before = null;
      entered = false;
      awaited = false;
      if (workspace === undefined) return;
      history.commit(workspace);
      runs.request(view === undefined ? { kind: 'first' } : { kind: 'link', view });
    },
  };
}
