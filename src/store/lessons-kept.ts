import type { Prediction } from '../lessons/answers.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Memory } from './memory.ts';

/*
 * What a browser keeps of lessons: how far each was played, what was predicted, hands that were
 * counted, and what the person wrote at the end. Each lesson has a key of its own, so that two tabs
 * with two lessons never write over each other.
 */

const PREFIX = 'watchmen.lesson.';
const CLASS_KEY = 'watchmen.class';
/** Version of what is written; another one is not read. */
const VERSION = 1;
/** Longest text that a person may write at the end, in UTF-16 code units. */
export const MAX_SEEN = 4000;
/** Most hands that are counted for one option. */
export const MAX_HANDS = 999;

/** What somebody said before the run went on; `unknown` = that they do not know. */
export type Said = Prediction | 'unknown';

/** What is kept of one lesson. */
export interface KeptLesson {
  /** The step that was shown last; the number of steps = the end. */
  readonly step: number;
  /** Was the end ever reached? */
  readonly done: boolean;
  /** By the number of the step, from 0. */
  readonly said: Readonly<Record<string, Said>>;
  /** Hands that were raised, for each option of the question of a step. */
  readonly hands: Readonly<Record<string, readonly number[]>>;
  /** What the person saw, in their own words. */
  readonly seen: string;
}

/** What there is of a lesson that was never opened. */
export const UNTOUCHED: KeptLesson = { step: 0, done: false, said: {}, hands: {}, seen: '' };

/** What is kept of `lesson`; what does not fit it is left out. */
export function readKept(memory: Memory, lesson: Lesson): KeptLesson {
  const kept = parsed(memory.read(PREFIX + lesson.id));
  if (kept?.['version'] !== VERSION) return UNTOUCHED;
  const { step, done, said, hands, seen } = kept;
  return {
    step: isCount(step, lesson.steps.length) ? step : 0,
    done: done === true,
    said: filtered(said, (value, at): value is Said => isSaid(value, lesson, at)),
    hands: filtered(hands, (value, at): value is readonly number[] => isTally(value, lesson, at)),
    seen: typeof seen === 'string' ? seen.slice(0, MAX_SEEN) : '',
  };
}

/** Keeps `kept` of lesson `id`; lessons of which nothing is to be kept leave nothing behind. */
export function writeKept(
  memory: Memory,
  id: string,
  kept: KeptLesson,
): ReturnType<Memory['write']> {
  if (kept === UNTOUCHED) {
    memory.remove(PREFIX + id);
    return 'kept';
  }
  return memory.write(PREFIX + id, JSON.stringify({ version: VERSION, ...kept }));
}

/** Is the page in front of a class, whose hands are counted? */
export function readClassMode(memory: Memory): boolean {
  return memory.read(CLASS_KEY) === 'yes';
}

/** Keeps whether it is. */
export function writeClassMode(memory: Memory, on: boolean): void {
  if (on) memory.write(CLASS_KEY, 'yes');
  else memory.remove(CLASS_KEY);
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string | null): Fields | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function filtered<T>(
  value: unknown,
  fits: (value: unknown, at: string) => value is T,
): Readonly<Record<string, T>> {
  if (!isFields(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, T] => fits(entry[1], entry[0])),
  );
}

/** A whole number from 0 to `most`. */
function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

function isSaid(value: unknown, lesson: Lesson, at: string): value is Said {
  const question = lesson.steps[Number(at)]?.question;
  if (question === undefined) return false;
  if (value === 'unknown') return true;
  switch (question.kind) {
    case 'choice':
      return isCount(value, question.options.length - 1);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'order':
      return (
        Array.isArray(value) &&
        value.length === question.items.length &&
        question.items.every((_, item) => value.includes(item))
      );
    default:
      return question satisfies never;
  }
}

function isTally(value: unknown, lesson: Lesson, at: string): value is readonly number[] {
  const question = lesson.steps[Number(at)]?.question;
  return (
    question?.kind === 'choice' &&
    Array.isArray(value) &&
    value.length === question.options.length &&
    value.every((hands) => isCount(hands, MAX_HANDS))
  );
}
