import { t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { findLesson, LESSON_IDS } from '../lessons/library/index.ts';
import { decodeLesson } from '../lessons/link.ts';
import { readLesson } from '../lessons/schema.ts';
import type { LessonAddress } from './lessons-address.ts';
import type { Memory } from './memory.ts';

const OWN_KEY = 'watchmen.own-lessons';
/** What the ids of lessons from files begin with, so that they hide no shipped one. */
const OWN = 'own-';
/** Most lessons from files that are kept; the oldest go first. */
const MOST_OWN = 20;
/** Longest id, in UTF-16 code units, without what it begins with. */
const MAX_ID = 60;

/** All lessons that can be played here. */
export interface LessonShelf {
  /** Shipped ones in the order of the talk, then the person's own. */
  readonly all: () => readonly Lesson[];
  readonly own: () => readonly Lesson[];
  /** The error is a sentence. */
  readonly find: (source: LessonAddress['source']) => Result<Lesson, string>;
  readonly sourceOf: (lesson: Lesson) => LessonAddress['source'];
  /** Keeps the lesson of a file; the error lists what is wrong with it. */
  readonly add: (text: string) => Result<Lesson, readonly string[]>;
}

/** The shelf of this browser. Each lesson is read once, so that it is the same object for ever. */
export function createLessonShelf(memory: Memory): LessonShelf {
  const shipped = LESSON_IDS.flatMap((id) => {
    const lesson = findLesson(id);
    return lesson.ok ? [lesson.value] : [];
  });
  const links = new Map<string, Lesson>();
  let own = readOwn(memory);

  return {
    all: () => [...shipped, ...own],
    own: () => own,
    find({ kind, text }) {
      if (kind === 'id') {
        const known = [...shipped, ...own].find(({ id }) => id === text);
        if (known !== undefined) return ok(known);
        return err(
          t(
            'There is no lesson “{name}” here. A lesson from a file is known only where the file was opened.',
            {
              name: text,
            },
          ),
        );
      }
      const known = links.get(text);
      if (known !== undefined) return ok(known);
      const decoded = decodeLesson(text);
      if (!decoded.ok) return err(decoded.error.message);
      const lesson = ownLesson(decoded.value);
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
      const lesson = ownLesson(read.value);
      own = [...own.filter(({ id }) => id !== lesson.id), lesson].slice(-MOST_OWN);
      memory.write(OWN_KEY, JSON.stringify(own));
      return ok(lesson);
    },
  };
}

function ownLesson(lesson: Lesson): Lesson {
  if (lesson.id.startsWith(OWN)) return lesson;
  return { ...lesson, id: OWN + lesson.id.slice(0, MAX_ID) };
}

/** Those that were kept; what another version wrote and this one cannot read is left out. */
function readOwn(memory: Memory): readonly Lesson[] {
  const text = memory.read(OWN_KEY);
  if (text === null) return [];
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return [];
    return list.flatMap((one) => {
      const lesson = readLesson(JSON.stringify(one));
      return lesson.ok ? [lesson.value] : [];
    });
  } catch {
    return [];
  }
}
