import type { StoreApi } from 'zustand/vanilla';

import { t } from '../base/language.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { AppStore } from './app-store.ts';
import {
  MAX_HANDS,
  MAX_SEEN,
  readClassMode,
  readKept,
  UNTOUCHED,
  writeClassMode,
  writeKept,
} from './lessons-kept.ts';
import type { KeptLesson, Said } from './lessons-kept.ts';
import type { LessonsState } from './lessons.ts';
import type { Memory } from './memory.ts';

/** What of the state of lessons outlasts the page. */
export interface ProgressState {
  /** What is kept of each lesson, by id. */
  readonly kept: Readonly<Record<string, KeptLesson>>;
  readonly classMode: boolean;
}

/** Changes what is kept of lessons; nothing is lost before the page is closed, even where it cannot be kept. */
export interface Progress {
  readonly of: (lesson: Lesson) => KeptLesson;
  /** Reads what is kept of a lesson that was not known when the page began. */
  readonly learnOf: (lesson: Lesson) => void;
  readonly reach: (lesson: Lesson, step: number) => void;
  readonly say: (said: Said | null) => void;
  readonly countHand: (option: number, by: 1 | -1) => void;
  readonly write: (seen: string) => void;
  readonly setClassMode: (on: boolean) => void;
  /** Forgets it all; can be undone. */
  readonly reset: () => void;
}

/** What `memory` has kept of `lessons`. */
export function keptProgress(memory: Memory, lessons: readonly Lesson[]): ProgressState {
  const kept = lessons.map((one) => [one.id, readKept(memory, one)] as const);
  return { kept: Object.fromEntries(kept), classMode: readClassMode(memory) };
}

/** Progress in `store`, kept in `memory`. */
export function createProgress(
  app: Pick<AppStore, 'notify'>,
  store: StoreApi<LessonsState>,
  memory: Memory,
): Progress {
  const take = createTake(app, store, memory);
  const keptOf = ({ id }: Lesson): KeptLesson => store.getState().kept[id] ?? UNTOUCHED;
  /** Changes what is kept of the lesson that is played. */
  const change = (part: (kept: KeptLesson, played: PlayedNow) => Partial<KeptLesson>): void => {
    const { lesson, step } = store.getState();
    if (lesson === null) return;
    const kept = keptOf(lesson);
    take(lesson.id, { ...kept, ...part(kept, { lesson, step }) });
  };
  return {
    of: keptOf,
    learnOf(lesson) {
      if (store.getState().kept[lesson.id] === undefined) take(lesson.id, readKept(memory, lesson));
    },
    reach(lesson, step) {
      const kept = keptOf(lesson);
      take(lesson.id, { ...kept, step, done: kept.done || step === lesson.steps.length });
    },
    say: (said) => change((kept, { step }) => ({ said: withSaid(kept.said, step, said) })),
    countHand: (option, by) =>
      change((kept, played) => ({ hands: withHand(kept.hands, played, { option, by }) })),
    write: (seen) => change(() => ({ seen: seen.slice(0, MAX_SEEN) })),
    setClassMode(classMode) {
      store.setState({ classMode });
      writeClassMode(memory, classMode);
    },
    reset() {
      const { kept } = store.getState();
      for (const id of Object.keys(kept)) take(id, UNTOUCHED);
      app.notify('info', t('What was kept of all lessons is forgotten.'), {
        label: t('Undo'),
        perform: () => {
          for (const [id, one] of Object.entries(kept)) take(id, one);
        },
      });
    },
  };
}

interface PlayedNow {
  readonly lesson: Lesson;
  readonly step: number;
}

/** Shows what is kept of a lesson, and keeps it; says once that this browser cannot. */
function createTake(
  app: Pick<AppStore, 'notify'>,
  store: StoreApi<LessonsState>,
  memory: Memory,
): (id: string, kept: KeptLesson) => void {
  let told = false;
  return (id, kept) => {
    store.setState((state) => ({ kept: { ...state.kept, [id]: kept } }));
    if (writeKept(memory, id, kept) === 'kept' || told) return;
    told = true;
    app.notify(
      'problem',
      t('This browser keeps nothing more, so your answers last only until you close the page.'),
    );
  };
}

function withSaid(all: KeptLesson['said'], step: number, said: Said | null): KeptLesson['said'] {
  const { [step]: _, ...others } = all;
  return said === null ? others : { ...others, [step]: said };
}

function withHand(
  hands: KeptLesson['hands'],
  { lesson, step }: PlayedNow,
  { option, by }: { readonly option: number; readonly by: 1 | -1 },
): KeptLesson['hands'] {
  const question = lesson.steps[step]?.question;
  if (question?.kind !== 'choice') return hands;
  const counts = question.options.map((_, i) => {
    const count = hands[step]?.[i] ?? 0;
    return i === option ? Math.min(MAX_HANDS, Math.max(0, count + by)) : count;
  });
  return { ...hands, [step]: counts };
}
