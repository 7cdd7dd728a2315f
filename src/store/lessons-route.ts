import type { LessonAnswers } from '../lessons/answers.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { LessonProblem } from '../lessons/problem.ts';
import type { AppStore } from './app-store.ts';
import { lessonAddress } from './lessons-address.ts';
import type { LessonAddress } from './lessons-address.ts';
import { findNamed, noStep, refuse } from './lessons-find.ts';
import type { LessonLab } from './lessons-lab.ts';
import { nextScenario } from './lessons-place.ts';
import type { Progress } from './lessons-progress.ts';
import type { LessonShelf } from './lessons-shelf.ts';
import type { LessonsDeps, LessonsState } from './lessons.ts';

interface RouteParts {
  readonly app: AppStore;
  readonly shelf: LessonShelf;
  readonly progress: Progress;
  readonly lab: LessonLab;
  readonly deps: LessonsDeps;
  readonly read: () => LessonsState;
  readonly set: (state: Partial<LessonsState>) => void;
}

/** From step to step: whoever wants to go somewhere changes the address, and what is shown follows it. */
export interface LessonRoute {
  /** `null` = where the person was last. */
  readonly open: (lesson: Lesson, step: number | null) => void;
  readonly go: (step: number) => void;
}

/** The route of the lessons of `app`; begins where its address is. */
export function createRoute(parts: RouteParts): LessonRoute {
  const { app, shelf, progress, lab, deps, read, set } = parts;
  const ask = createAsk(parts);
  let source: LessonAddress['source'] = { kind: 'id', text: '' };
  /** Has the address that the page began with been followed? */
  let begun = false;

  const lastOf = (lesson: Lesson): number => {
    const { done, step } = progress.of(lesson);
    return done ? 0 : step;
  };
  const show = (lesson: Lesson, wanted: number | null): void => {
    const other = read().lesson !== lesson;
    progress.learnOf(lesson);
    const step = Math.min(wanted ?? lastOf(lesson), lesson.steps.length);
    if (other) lab.enter(begun ? null : lesson);
    set({ lesson, step, ...(other && { answers: null, problem: '' }) });
    progress.reach(lesson, step);
    lab.place();
    void ask(lesson);
    const next = nextScenario(lesson, step);
    if (next !== null) deps.prefetch(next);
  };
  const follow = (fragment: string | null): void => {
    if (fragment === null) {
      lab.forget();
      return set({ lesson: null });
    }
    const found = findNamed(shelf, fragment);
    if (!found.ok) return refuse(app, found.error);
    const { lesson, address } = found.value;
    const { step } = address;
    if (step !== null && step > lesson.steps.length) {
      app.notify('problem', noStep(lesson, step));
      return app.store.setState({ lesson: lessonAddress({ ...address, step: 0 }) });
    }
    ({ source } = address);
    return show(lesson, step);
  };
  const goTo = (where: LessonAddress): void => {
    const { jumps, touches } = app.store.getState();
    const lesson = lessonAddress(where);
    app.store.setState({ screen: 'lab', lesson, jumps: jumps + 1, touches: touches + 1 });
  };

  app.store.subscribe((state, before) => {
    if (state.lesson !== before.lesson) follow(state.lesson);
  });
  if (app.store.getState().lesson !== null) follow(app.store.getState().lesson);
  begun = true;

  return {
    open(lesson, step) {
      const at = step ?? lastOf(lesson);
      goTo({ source: shelf.sourceOf(lesson), step: at });
      // What was written on since has the address that it had.
      if (read().lesson !== lesson) show(lesson, at);
    },
    go(step) {
      const { lesson } = read();
      if (lesson !== null && step >= 0 && step <= lesson.steps.length) goTo({ source, step });
    },
  };
}

/** Asks what the kernel says about a lesson, once for each. */
function createAsk({ app, deps, read, set }: RouteParts): (lesson: Lesson) => Promise<void> {
  const known = new Map<Lesson, LessonAnswers>();
  const asked = new Set<Lesson>();
  return async (lesson) => {
    const answers = known.get(lesson);
    if (answers !== undefined) set({ answers });
    if (asked.has(lesson)) return;
    asked.add(lesson);
    const arrived = app.awaitPart();
    const outcome = await deps.ask(lesson);
    if (outcome.ok) known.set(lesson, outcome.value);
    // Whoever opens the lesson again may be luckier.
    else asked.delete(lesson);
    if (read().lesson === lesson) {
      set(outcome.ok ? { answers: outcome.value } : { problem: problemText(outcome.error) });
    }
    arrived();
  };
}

function problemText([first]: readonly LessonProblem[]): string {
  return first === undefined ? '' : `${first.path} ${first.message}`.trim();
}
