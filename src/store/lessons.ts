import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import { t } from '../base/language.ts';
import type { LessonAnswers } from '../lessons/answers.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { AskLesson } from '../worker/lesson-client.ts';
import type { AppStore } from './app-store.ts';
import { lessonAddress, parseLessonAddress } from './lessons-address.ts';
import type { LessonAddress } from './lessons-address.ts';
import { MAX_HANDS, MAX_SEEN, UNTOUCHED } from './lessons-kept.ts';
import { readClassMode, readKept, writeClassMode, writeKept } from './lessons-kept.ts';
import type { KeptLesson, Said } from './lessons-kept.ts';
import { createLessonLab } from './lessons-lab.ts';
import { nextScenario } from './lessons-place.ts';
import { createLessonShelf } from './lessons-shelf.ts';
import type { LessonShelf } from './lessons-shelf.ts';
import type { Memory } from './memory.ts';

/** The lesson that is played, if any, and what is kept of all. */
export interface LessonsState {
  readonly lesson: Lesson | null;
  /** From 0; the number of steps = the end. */
  readonly step: number;
  /** `null` until the kernel has said what is right. */
  readonly answers: LessonAnswers | null;
  /** Why there are no answers; empty = they are there or coming. */
  readonly problem: string;
  /** What is kept of each lesson, by id. */
  readonly kept: Readonly<Record<string, KeptLesson>>;
  readonly classMode: boolean;
  /** Lessons that the person opened from files. */
  readonly own: readonly Lesson[];
}

/** What playing lessons needs from the outside. */
export interface LessonsDeps {
  readonly memory: Memory;
  readonly ask: AskLesson;
  /** Runs a scenario ahead of time, so that its step comes at once. */
  readonly prefetch: (scenario: Scenario) => void;
}

/** Plays lessons in the Lab. */
export interface Lessons {
  readonly store: StoreApi<LessonsState>;
  readonly shelf: LessonShelf;
  /** Opens a lesson at `step`, or where the person was last. */
  readonly open: (lesson: Lesson, step?: number) => void;
  readonly go: (step: number) => void;
  /** Puts the Lab where the step stops, whatever was done there since. */
  readonly comeBack: () => void;
  /** Ends the lesson and brings back what was in the Lab before. */
  readonly leave: () => void;
  /** What the person predicts for the step that is shown; `null` takes it back. */
  readonly say: (said: Said | null) => void;
  /** Counts `by` hands for an option of the step that is shown. */
  readonly countHand: (option: number, by: 1 | -1) => void;
  readonly write: (seen: string) => void;
  readonly setClassMode: (on: boolean) => void;
  /** Forgets what is kept of all lessons; can be undone. */
  readonly reset: () => void;
  /** Reads a lesson from a file and keeps it; the answer is what is wrong, a line each. */
  readonly openText: (text: string) => readonly string[];
}

/** Lessons on `app`; begins with the one that the address names. */
export function createLessons(app: AppStore, deps: LessonsDeps): Lessons {
  const { memory } = deps;
  const shelf = createLessonShelf(memory);
  const store = createStore<LessonsState>(() => ({
    lesson: null,
    step: 0,
    answers: null,
    problem: '',
    kept: Object.fromEntries(shelf.all().map((one) => [one.id, readKept(memory, one)])),
    classMode: readClassMode(memory),
    own: shelf.own(),
  }));
  const keptOf = (id: string): KeptLesson => store.getState().kept[id] ?? UNTOUCHED;
  const lab = createLessonLab(app, () => {
    const { lesson, step } = store.getState();
    return lesson && { lesson, step, answered: keptOf(lesson.id).said[step] !== undefined };
  });
  const answered = new Map<Lesson, LessonAnswers>();
  let source: LessonAddress['source'] = { kind: 'id', text: '' };
  let told = false;

  const keep = (id: string, kept: KeptLesson): void => {
    store.setState((state) => ({ kept: { ...state.kept, [id]: kept } }));
    if (writeKept(memory, id, kept) === 'kept' || told) return;
    told = true;
    app.notify(
      'problem',
      t('This browser keeps nothing more, so your answers last only until you close the page.'),
    );
  };
  const change = (part: (kept: KeptLesson) => Partial<KeptLesson>): void => {
    const { lesson } = store.getState();
    if (lesson === null) return;
    const kept = keptOf(lesson.id);
    keep(lesson.id, { ...kept, ...part(kept) });
  };
  const ask = async (lesson: Lesson): Promise<void> => {
    if (answered.has(lesson)) return;
    const arrived = app.awaitPart();
    const answers = await deps.ask(lesson);
    if (answers.ok) answered.set(lesson, answers.value);
    if (store.getState().lesson === lesson) {
      if (answers.ok) store.setState({ answers: answers.value });
      else store.setState({ problem: problemText(answers.error) });
    }
    arrived();
  };
  const show = (lesson: Lesson, wanted: number | null): void => {
    const before = store.getState().lesson;
    const last = store.getState().kept[lesson.id] ?? readKept(memory, lesson);
    const step = Math.min(wanted ?? (last.done ? 0 : last.step), lesson.steps.length);
    if (before !== lesson) lab.enter(lesson);
    store.setState({ lesson, step, answers: answered.get(lesson) ?? null, problem: '' });
    keep(lesson.id, { ...last, step, done: last.done || step === lesson.steps.length });
    lab.place();
    void ask(lesson);
    const next = nextScenario(lesson, step);
    if (next !== null) deps.prefetch(next);
  };
  const follow = (fragment: string | null): void => {
    const address = fragment === null ? null : parseLessonAddress(fragment);
    if (address === null) {
      store.setState({ lesson: null });
      return;
    }
    const lesson = shelf.find(address.source);
    if (!lesson.ok) {
      app.notify('problem', lesson.error);
      app.store.setState({ lesson: null, screen: 'learn' });
      return;
    }
    ({ source } = address);
    show(lesson.value, address.step);
  };
  const goTo = (where: LessonAddress): void => {
    const { jumps, touches } = app.store.getState();
    app.store.setState({
      screen: 'lab',
      lesson: lessonAddress(where),
      jumps: jumps + 1,
      touches: touches + 1,
    });
  };

  app.store.subscribe((state, before) => {
    if (state.lesson !== before.lesson) follow(state.lesson);
  });
  follow(app.store.getState().lesson);

  return {
    store,
    shelf,
    open(lesson, step) {
      const last = keptOf(lesson.id);
      goTo({ source: shelf.sourceOf(lesson), step: step ?? (last.done ? 0 : last.step) });
    },
    go(step) {
      const { lesson } = store.getState();
      if (lesson === null || step < 0 || step > lesson.steps.length) return;
      goTo({ source, step });
    },
    comeBack: lab.place,
    leave() {
      lab.leave();
      const { jumps, touches } = app.store.getState();
      app.store.setState({ lesson: null, jumps: jumps + 1, touches: touches + 1 });
    },
    say(said) {
      const { step } = store.getState();
      change((kept) => {
        const { [step]: _, ...others } = kept.said;
        return { said: said === null ? others : { ...others, [step]: said } };
      });
      lab.place();
    },
    countHand(option, by) {
      const { lesson, step } = store.getState();
      const question = lesson?.steps[step]?.question;
      if (question?.kind !== 'choice') return;
      change(({ hands }) => {
        const counted = question.options.map((_, i) => hands[step]?.[i] ?? 0);
        const next = counted.map((count, i) =>
          i === option ? Math.min(MAX_HANDS, Math.max(0, count + by)) : count,
        );
        return { hands: { ...hands, [step]: next } };
      });
    },
    write: (seen) => change(() => ({ seen: seen.slice(0, MAX_SEEN) })),
    setClassMode(classMode) {
      store.setState({ classMode });
      writeClassMode(memory, classMode);
    },
    reset() {
      const { kept } = store.getState();
      for (const id of Object.keys(kept)) keep(id, UNTOUCHED);
      const text = t('What was kept of all lessons is forgotten.');
      app.notify('info', text, {
        label: t('Undo'),
        perform: () => {
          for (const [id, one] of Object.entries(kept)) keep(id, one);
        },
      });
    },
    openText(text) {
      const lesson = shelf.add(text);
      if (!lesson.ok) return lesson.error;
      store.setState((state) => ({
        own: shelf.own(),
        kept: { ...state.kept, [lesson.value.id]: readKept(memory, lesson.value) },
      }));
      return [];
    },
  };
}

function problemText(problems: readonly { readonly path: string; readonly message: string }[]) {
  const [first] = problems;
  return `${first?.path ?? ''} ${first?.message ?? ''}`.trim();
}
