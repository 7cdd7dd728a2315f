import { draftFrom, isDraft } from '../lessons/draft.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Kept, Memory } from './memory.ts';

/*
 * Lessons that the person wrote, copied or opened. Each has a key of its own, so that two tabs with
 * two lessons never write over each other, and is kept with every change, finished or not.
 */

const PREFIX = 'watchmen.own-lesson.';
/** Where an earlier version kept all of them together. */
const TOGETHER = 'watchmen.own-lessons';
/** Version of what is written; another one is not read. */
const VERSION = 1;
/** What the ids of one's own lessons begin with, so that they hide no shipped one. */
export const OWN = 'own-';
/** Most that are kept. */
export const MOST_OWN = 50;

/** The person's own lessons, oldest first. */
export interface OwnLessons {
  /** As drafts; the same objects until one of them is changed. */
  readonly all: () => readonly Lesson[];
  /** Keeps a lesson in the place of the one with its id, or as the last one. */
  readonly put: (draft: Lesson) => Kept;
  readonly remove: (id: string) => void;
}

/** Those that `memory` has. */
export function createOwnLessons(memory: Memory): OwnLessons {
  let kept = readAll(memory);
  const write = (draft: Lesson, made: number): Kept =>
    memory.write(PREFIX + draft.id, JSON.stringify({ version: VERSION, made, lesson: draft }));
  const last = kept.at(-1)?.made ?? 0;
  const earlier = readTogether(memory)
    .filter(({ id }) => !kept.some(({ lesson }) => lesson.id === id))
    .map((lesson, i) => ({ lesson, made: last + 1 + i }));
  for (const { lesson, made } of earlier) write(lesson, made);
  kept = [...kept, ...earlier];
  memory.remove(TOGETHER);
  return {
    all: () => kept.map(({ lesson }) => lesson),
    put(draft) {
      const known = kept.find(({ lesson }) => lesson.id === draft.id);
      const made = known?.made ?? 1 + (kept.at(-1)?.made ?? 0);
      const one = { lesson: draft, made };
      kept = known ? kept.map((other) => (other === known ? one : other)) : [...kept, one];
      return write(draft, made);
    },
    remove(id) {
      kept = kept.filter(({ lesson }) => lesson.id !== id);
      memory.remove(PREFIX + id);
    },
  };
}

interface KeptOwn {
  readonly lesson: Lesson;
  /** Puts them in order. */
  readonly made: number;
}

/** What cannot be read, as another version wrote it, stays where it is. */
function readAll(memory: Memory): readonly KeptOwn[] {
  return memory
    .keys()
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key): readonly KeptOwn[] => {
      const value = parsed(memory.read(key));
      if (typeof value !== 'object' || value === null) return [];
      const { version, made, lesson } = value as Partial<Record<string, unknown>>;
      if (version !== VERSION || typeof made !== 'number' || !isDraft(lesson)) return [];
      return PREFIX + lesson.id === key ? [{ lesson, made }] : [];
    })
    .toSorted((a, b) => a.made - b.made);
}

function readTogether(memory: Memory): readonly Lesson[] {
  const list = parsed(memory.read(TOGETHER));
  return Array.isArray(list) ? list.filter((one) => isDraft(one)).map(draftFrom) : [];
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}
