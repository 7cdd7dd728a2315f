import { t } from '../base/language.ts';
import { equalData } from '../base/equal.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { draftFrom, finished, problemsOf } from '../lessons/draft.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { findLesson, LESSON_IDS } from '../lessons/library/index.ts';
import { decodeLesson } from '../lessons/link.ts';
import { readLesson } from '../lessons/schema.ts';
import type { LessonAddress } from './lessons-address.ts';
import { createOwnLessons, MOST_OWN, OWN } from './lessons-own.ts';
import type { Kept, Memory } from './memory.ts';

/** Longest id that a file gives, in UTF-16 code units, without what stands before and behind it here. */
const MAX_ID = 32;

/** All lessons that can be played or written on here. */
export interface LessonShelf {
  /** Shipped ones in the order of the talk, then the person's own that are finished. */
  readonly all: () => readonly Lesson[];
  readonly own: () => readonly Lesson[];
  /** The person's own as they write on them, finished or not. */
  readonly drafts: () => readonly Lesson[];
  /** The error is a sentence. */
  readonly find: (source: LessonAddress['source']) => Result<Lesson, string>;
  readonly sourceOf: (lesson: Lesson) => LessonAddress['source'];
  /** Keeps the lesson of a file, to be played and written on; the error lists what is wrong with it. */
  readonly add: (text: string) => Result<Lesson, readonly string[]>;
  /** Keeps `lesson` under an id of its own; the error is a sentence. */
  readonly addDraft: (lesson: Lesson) => Result<Lesson, string>;
  /** Keeps what was written on a draft. */
  readonly put: (draft: Lesson) => Kept;
  readonly remove: (id: string) => void;
}

/** The shelf of this browser. Each lesson is read once, so that it is the same object until it is changed. */
export function createLessonShelf(memory: Memory): LessonShelf {
  const shipped = LESSON_IDS.flatMap((id) => {
    const lesson = findLesson(id);
    return lesson.ok ? [lesson.value] : [];
  });
  const links = new Map<string, Lesson>();
  const own = createOwnLessons(memory);
  const playable = createPlayable();
  const ownPlayable = (): readonly Lesson[] => own.all().flatMap((draft) => playable(draft) ?? []);
  const all = (): readonly Lesson[] => [...shipped, ...ownPlayable()];

  const addDraft = (lesson: Lesson): Result<Lesson, string> => {
    const id = ownId(lesson.id);
    const same = own.all().find((one) => equalData(one, { ...lesson, id: one.id }));
    if (same !== undefined) return ok(same);
    const ids = own.all().map((one) => one.id);
    if (ids.length >= MOST_OWN) {
      return err(
        t('At most {most} lessons of your own are kept. Delete one of them first.', {
          most: MOST_OWN,
        }),
      );
    }
    const draft = { ...lesson, id: freeId(id, ids) };
    own.put(draft);
    return ok(draft);
  };
  return {
    all,
    own: ownPlayable,
    drafts: own.all,
    find({ kind, text }) {
      if (kind === 'id') return findById(text, all(), own.all());
      const known = links.get(text);
      if (known !== undefined) return ok(known);
      const decoded = decodeLesson(text);
      if (!decoded.ok) return err(decoded.error.message);
      const lesson = { ...decoded.value, id: ownId(decoded.value.id) };
      links.set(text, lesson);
      return ok(lesson);
    },
    sourceOf(lesson) {
      const link = [...links].find(([, one]) => one === lesson);
      if (link !== undefined) return { kind: 'link', text: link[0] };
      return { kind: 'id', text: lesson.id };
    },
    add(text) {
      const read = readLesson(text);
      if (!read.ok) return err(read.error.map(({ path, message }) => `${path} ${message}`.trim()));
      const draft = addDraft(draftFrom(read.value));
      if (!draft.ok) return err([draft.error]);
      return ok(playable(draft.value) ?? draft.value);
    },
    addDraft,
    put: own.put,
    remove: own.remove,
  };
}

/** The lesson that a draft is when it is finished; `null` = it is not. The same object for the same draft. */
function createPlayable(): (draft: Lesson) => Lesson | null {
  const known = new WeakMap<Lesson, Lesson | null>();
  return (draft) => {
    const made = known.get(draft);
    if (made !== undefined) return made;
    const lesson = problemsOf(draft).length === 0 ? finished(draft) : null;
    known.set(draft, lesson);
    return lesson;
  };
}

function findById(
  id: string,
  all: readonly Lesson[],
  drafts: readonly Lesson[],
): Result<Lesson, string> {
  const known = all.find((lesson) => lesson.id === id);
  if (known !== undefined) return ok(known);
  if (drafts.some((draft) => draft.id === id)) {
    return err(
      t(
        'The lesson “{name}” is not finished: open it to be written on, where it says what is missing.',
        {
          name: id,
        },
      ),
    );
  }
  return err(
    t(
      'There is no lesson “{name}” here. A lesson from a file is known only where the file was opened.',
      { name: id },
    ),
  );
}

function ownId(id: string): string {
  return id.startsWith(OWN) ? id : OWN + id.slice(0, MAX_ID).replace(/-+$/u, '');
}

/** `id`, or the first one behind it that nobody has: `own-polling-2`. */
function freeId(id: string, taken: readonly string[]): string {
  if (!taken.includes(id)) return id;
  const base = id.replace(/-\d+$/u, '').slice(0, OWN.length + MAX_ID);
  for (let number = 2; ; number++) {
    const next = `${base}-${number}`;
    if (!taken.includes(next)) return next;
  }
}
