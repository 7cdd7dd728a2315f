import { equalData } from '../base/equal.ts';
import { t } from '../base/language.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { LinkView } from '../scenario/codec/view.ts';
import type { AppStore } from './app-store.ts';
import {
  comesFrom,
  isUntouched,
  lookAt,
  outcomeOfStep,
  scenarioAt,
  stopOfStep,
} from './lessons-place.ts';
import type { LessonPlace } from './lessons-place.ts';
import type { HeldRun } from './held.ts';
import type { Show, Stretch } from './lessons-show.ts';
import type { AppState } from './state.ts';
import { showing, workspaceIn, workspaceOf } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** The Lab as lessons use it. */
export interface LessonLab {
  /** Before the first step: remembers what the person has in the Lab, unless it is the `lesson` that a page went on with. */
  readonly enter: (resumed: Lesson | null) => void;
  /** Shows the present place: at once where its run is there, else when it comes. */
  readonly place: () => void;
  /** Plays on from a question that has just been answered to its outcome; at once where there is nothing to be seen on the way. */
  readonly playOn: () => void;
  /** Cuts short what is played, and shows the outcome. */
  readonly skip: () => void;
  /** Is that what it shows? */
  readonly isInPlace: () => boolean;
  /** Brings back what the person had. */
  readonly leave: () => void;
  /** The lesson is over, and something else has taken its place. */
  readonly forget: () => void;
}

/** What the Lab of lessons works with. */
export interface LessonLabDeps {
  /** Where the lesson is; `null` = none is played. */
  readonly placeNow: () => LessonPlace | null;
  /** `null` = nothing is ever played: whoever prefers no motion sees the outcome at once. */
  readonly show: () => Show | null;
  /** A run begins or ends to be played to an outcome. */
  readonly onShowing: (showing: boolean) => void;
}

/** The Lab of `app`. */
export function createLessonLab(app: AppStore, deps: LessonLabDeps): LessonLab {
  const { store, held, runs } = app;
  const { placeNow } = deps;
  const before = createBefore(app);
  /** Has a scene been put into the Lab since the page began? */
  let entered = false;
  /** Is the run of the place still to come? */
  let awaited = false;

  const look = (): void => {
    awaited = false;
    const place = placeNow();
    const run = place && runOf(app, place);
    store.setState(
      run ? { ...lookAt(run, place, store.getState()), ...AT_REST } : { hiddenFrom: null },
    );
  };
  const outcome = createOutcome(app, deps, look);
  const place = (): void => {
    outcome.skip();
    const here = placeNow();
    if (here === null) return;
    const { scenario, run } = store.getState();
    awaited = true;
    if (!equalData(scenario, scenarioAt(here))) {
      putScene(app, here, entered);
      entered = true;
      runs.request({ kind: 'first' });
    } else if (run.kind === 'ready') look();
    else if (run.kind !== 'running') runs.request({ kind: 'first' });
  };
  store.subscribe((state, last) => {
    if (state.runCount === last.runCount) {
      if (!outcome.isPlaying()) holdBack(app, state);
    } else if (awaited) look();
    // What the person made of the scene is an experiment of their own.
    else if (state.hiddenFrom !== null) store.setState({ hiddenFrom: null });
  });

  return {
    place,
    skip: () => outcome.skip(),
    enter: (resumed) => before.remember(resumed),
    playOn() {
      const here = placeNow();
      if (here !== null && runOf(app, here) !== null) outcome.play();
      else place();
    },
    isInPlace() {
      const here = placeNow();
      const state = store.getState();
      if (here === null || held.run === null) return true;
      if (!equalData(state.scenario, scenarioAt(here))) return false;
      return equalData(lookAt(held.run, here, state).playhead, state.playhead);
    },
    leave: () => before.bringBack(placeNow()?.lesson ?? null),
    forget() {
      outcome.skip();
      entered = false;
      awaited = false;
      store.setState({ hiddenFrom: null });
      before.forget();
    },
  };
}

const AT_REST = { playing: false, selection: null, explanation: null, halt: null } as const;

/** The run of `place`, if it is the one that is shown. */
function runOf({ held }: AppStore, place: LessonPlace): HeldRun | null {
  const { run } = held;
  return run !== null && equalData(run.scenario, scenarioAt(place)) ? run : null;
}

/** Plays from questions to their outcomes; `look` shows the present place when that is over. */
function createOutcome(app: AppStore, deps: LessonLabDeps, look: () => void) {
  const { store } = app;
  let player: Show | null = null;
  /** What is to be done when it is over; `null` = nothing is played. */
  let over: (() => void) | null = null;

  const begin = (stretch: Stretch, show: Show): void => {
    const arrived = app.awaitPart();
    const { touches } = store.getState();
    player = show;
    deps.onShowing(true);
    over = () => {
      over = null;
      deps.onShowing(false);
      // Whoever has gone elsewhere stays there.
      if (store.getState().touches === touches) look();
      else store.setState({ hiddenFrom: null });
      arrived();
    };
    show.start(stretch, () => over?.());
  };
  return {
    isPlaying: () => over !== null,
    skip(): void {
      player?.stop();
      over?.();
    },
    play(): void {
      const place = deps.placeNow();
      const run = place && runOf(app, place);
      if (!run) return;
      const from = stopOfStep(run, place);
      const to = outcomeOfStep(run, place);
      const show = deps.show();
      if (show === null || to.time <= from.time) {
        look();
        return;
      }
      store.setState(lookAt(run, { ...place, answered: false }, store.getState()));
      begin({ run, from, to }, show);
    },
  };
}

/** Nobody sees what is hidden by going there. */
function holdBack({ store, say }: AppStore, { hiddenFrom, playhead, comparison }: AppState): void {
  if (hiddenFrom === null) return;
  if (comparison !== null) store.setState({ comparison: null });
  if (playhead.step <= hiddenFrom.step && playhead.time <= hiddenFrom.time) return;
  store.setState({ playhead: hiddenFrom, playing: false });
  say(t('A question waits: what comes next is shown when it is answered.'));
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
  } else history.put(next);
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
      if (!equalData(workspace, workspaceIn(state))) history.put(workspace);
      runs.request(view === null ? { kind: 'first' } : { kind: 'link', view });
    },
  };
}
