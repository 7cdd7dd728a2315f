import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import type { LessonAnswers } from '../lessons/answers.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { AskLesson } from '../worker/lesson-client.ts';
import type { AppStore } from './app-store.ts';
import type { FrameClock } from './core.ts';
import type { Said } from './lessons-kept.ts';
import { createLessonEditor } from './lessons-editor.ts';
import type { EditorDeps, LessonEditor } from './lessons-editor.ts';
import { createLessonLab } from './lessons-lab.ts';
import { createProgress, keptProgress } from './lessons-progress.ts';
import type { ProgressState } from './lessons-progress.ts';
import { createRoute } from './lessons-route.ts';
import { createLessonShelf } from './lessons-shelf.ts';
import type { LessonShelf } from './lessons-shelf.ts';
import { createShow } from './lessons-show.ts';
import type { Memory } from './memory.ts';

/** The lesson that is played, if any, and what is kept of all. */
export interface LessonsState extends ProgressState {
  readonly lesson: Lesson | null;
  /** From 0; the number of steps = the end. */
  readonly step: number;
  /** `null` until the kernel has said what is right. */
  readonly answers: LessonAnswers | null;
  /** Why there are no answers; empty = they are there or coming. */
  readonly problem: string;
  /** Is the run being played from a question to its outcome? */
  readonly showing: boolean;
  /** Shipped ones in the order of the talk, then those that the person opened from files. */
  readonly all: readonly Lesson[];
  /** How many of them are shipped. */
  readonly shipped: number;
  /** The person's own as they write on them, finished or not. */
  readonly drafts: readonly Lesson[];
  /** What is wrong with the file that was opened last, a line each. */
  readonly fileProblems: readonly string[];
}

/** What playing lessons needs from the outside. */
export interface LessonsDeps {
  readonly memory: Memory;
  readonly ask: AskLesson;
  /** Runs a scenario ahead of time, so that its step comes at once. */
  readonly prefetch: (scenario: Scenario) => void;
  /** How runs are played to an outcome; absent = they jump there. */
  readonly frames?: FrameClock;
  /** Does the person prefer no motion? */
  readonly reducedMotion?: () => boolean;
  /** What writing lessons needs; absent = the kernel says nothing of drafts. */
  readonly writing?: Pick<EditorDeps, 'timers' | 'ask' | 'language'>;
}

/** Plays lessons in the Lab. */
export interface Lessons {
  readonly store: StoreApi<LessonsState>;
  readonly editor: LessonEditor;
  /** Opens a lesson at `step`; `null` = where the person was last. */
  readonly open: (lesson: Lesson, step: number | null) => void;
  readonly go: (step: number) => void;
  /** Puts the Lab where the step stops, whatever was done there since. */
  readonly comeBack: () => void;
  /** Does the Lab show just what the step is about? */
  readonly isInPlace: () => boolean;
  /** Ends the lesson and brings back what was in the Lab before. */
  readonly leave: () => void;
  /** What the person predicts for the step that is shown, upon which the run goes on to the outcome; `null` takes it back. */
  readonly say: (said: Said | null) => void;
  /** Cuts short what is played to the outcome. */
  readonly skip: () => void;
  /** Counts a hand for an option of the step that is shown, or takes one back. */
  readonly countHand: (option: number, by: 1 | -1) => void;
  readonly write: (seen: string) => void;
  readonly setClassMode: (on: boolean) => void;
  /** Forgets what is kept of all lessons; can be undone. */
  readonly reset: () => void;
  /** Reads a lesson from a file and keeps it; the answer is what is wrong, a line each. */
  readonly openText: (text: string) => readonly string[];
}

/** Before anything is opened. */
function begin(shelf: LessonShelf, memory: Memory): LessonsState {
  return {
    lesson: null,
    step: 0,
    answers: null,
    problem: '',
    showing: false,
    all: shelf.all(),
    shipped: shelf.all().length - shelf.own().length,
    drafts: shelf.drafts(),
    fileProblems: [],
    ...keptProgress(memory, shelf.all()),
  };
}

const NO_WRITING: Required<LessonsDeps>['writing'] = {
  timers: { start: () => 0, stop: () => {} },
  ask: () => new Promise(() => {}),
  language: () => 'en',
};

/** Lessons on `app`; begins with the one that the address names. */
export function createLessons(app: AppStore, deps: LessonsDeps): Lessons {
  const { memory } = deps;
  const shelf = createLessonShelf(memory);
  const store = createStore(() => begin(shelf, memory));
  const progress = createProgress(app, store, memory);
  const show = deps.frames && createShow(app, deps.frames);
  const lab = createLessonLab(app, {
    placeNow() {
      const { lesson, step } = store.getState();
      return lesson && { lesson, step, answered: progress.of(lesson).said[step] !== undefined };
    },
    show: () => (deps.reducedMotion?.() === true ? null : (show ?? null)),
    onShowing: (showing) => store.setState({ showing }),
  });
  const set = (state: Partial<LessonsState>): void => store.setState(state);
  const onChange = (): void => set({ all: shelf.all(), drafts: shelf.drafts() });
  const editor = createLessonEditor({
    app,
    shelf,
    memory,
    onChange,
    ...NO_WRITING,
    ...deps.writing,
  });
  const { open, go } = createRoute({ app, shelf, progress, lab, deps, read: store.getState, set });
  return {
    ...progress,
    store,
    editor,
    open,
    go,
    comeBack: lab.place,
    isInPlace: lab.isInPlace,
    leave() {
      lab.leave();
      const { jumps, touches } = app.store.getState();
      app.store.setState({ lesson: null, jumps: jumps + 1, touches: touches + 1 });
    },
    say(said) {
      progress.say(said);
      if (said === null) lab.place();
      else lab.playOn();
    },
    skip: lab.skip,
    openText(text) {
      const lesson = shelf.add(text);
      set({ fileProblems: lesson.ok ? [] : lesson.error });
      if (!lesson.ok) return lesson.error;
      progress.learnOf(lesson.value);
      onChange();
      return [];
    },
  };
}
