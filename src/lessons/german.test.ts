import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { speak } from '../base/language.ts';
import type { Messages } from '../base/language.ts';
import { hostileLesson, SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { readCatalogues } from '../testing/catalogues.ts';
import {
  MAX_LESSON_CHARACTERS,
  MAX_LESSON_DEPTH,
  MAX_LESSON_NODES,
  MAX_SCENE_EVENTS,
} from './limits.ts';
import type { LessonProblem } from './problem.ts';
import { parseLesson, readLesson } from './schema.ts';

const MESSAGES = Object.assign({}, ...readCatalogues().values()) as Messages;

beforeAll(() => speak('de', MESSAGES));
afterAll(() => speak('en', {}));

/** What is wrong with a file. */
const problemsOf = (read: ReturnType<typeof parseLesson>): readonly LessonProblem[] =>
  read.ok ? [] : read.error;

const saidOf = (text: string): readonly string[] =>
  problemsOf(readLesson(text)).map(({ message }) => message);

const [first, second] = SMALL_LESSON.steps;
const withStep = (changes: object): object => ({
  ...SMALL_LESSON,
  steps: [{ ...first, ...changes }, second],
});
const withScene = (changes: object): object => ({
  ...SMALL_LESSON,
  scenes: { two: { ...SMALL_LESSON.scenes['two'], ...changes } },
});
const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);

const ANY = expect.any(String) as string;

/** Files that are wrong, each in another way, and what is said of them. */
const WRONG: readonly (readonly [json: unknown, path: string, message: string])[] = [
  [[], '', 'ist keine Lektion: Es muss ein Objekt mit "watchmen-lesson": 1 sein'],
  [{ 'watchmen-lesson': 'x' }, 'watchmen-lesson', 'muss eine Version sein, etwa 1'],
  [
    { 'watchmen-lesson': 99 },
    'watchmen-lesson',
    'ist aus einer neueren Version von Watchmen; zum Öffnen bitte die Seite neu laden oder Watchmen aktualisieren',
  ],
  [
    deep(MAX_LESSON_DEPTH + 1),
    '',
    `ist tiefer als ${MAX_LESSON_DEPTH} Ebenen geschachtelt oder hat mehr als ${MAX_LESSON_NODES} Werte`,
  ],
  [
    { ...SMALL_LESSON, titel: {} },
    'titel',
    'unbekanntes Feld "titel"; gemeint vielleicht "title"?',
  ],
  [{ ...SMALL_LESSON, title: undefined }, 'title', 'fehlt'],
  [{ ...SMALL_LESSON, title: 5 }, 'title', 'muss ein Objekt sein, ist aber 5'],
  [{ ...SMALL_LESSON, title: { en: ' ' } }, 'title.en', 'darf nicht leer sein'],
  [
    { ...SMALL_LESSON, title: { en: '\u0007' } },
    'title.en',
    'darf keine Steuerzeichen haben; \\n bricht eine Zeile um',
  ],
  [
    { ...SMALL_LESSON, title: {} },
    'title',
    'braucht einen Text in mindestens einer Sprache: en, de',
  ],
  [
    { ...SMALL_LESSON, id: 'Not so' },
    'id',
    'muss ein Name aus höchstens 40 Kleinbuchstaben, Ziffern und Bindestrichen sein, der mit einem Buchstaben beginnt',
  ],
  [{ ...SMALL_LESSON, steps: [] }, 'steps', 'muss mindestens 1 haben'],
  [withStep({ highlights: ['x'] }), 'steps[0].highlights[0]', ANY],
  [withStep({ highlights: ['replica:99'] }), 'steps[0].highlights[0]', ANY],
  [withStep({ highlights: ['stage:none'] }), 'steps[0].highlights[0]', ANY],
  [withStep({ highlights: ['bar:ipc-9'] }), 'steps[0].highlights[0]', ANY],
  [withStep({ stop: { kind: 'event', event: 0.5, moment: 'met' } }), 'steps[0].stop.event', ANY],
  [withStep({ stop: { kind: 'event', event: 0, moment: 'mett' } }), 'steps[0].stop.moment', ANY],
  [withStep({ stop: { kind: 'nowhere' } }), 'steps[0].stop.kind', ANY],
  [withStep({ question: { ...first?.question, options: [] } }), 'steps[0].question.options', ANY],
  [withScene({ scenario: {} }), 'scenes.two', ANY],
  [withScene({ copies: 16, app: { redundancy: 7 } }), 'scenes.two.copies', ANY],
  [
    withScene({
      app: {
        workload: {
          kind: 'periodic',
          events: MAX_SCENE_EVENTS + 1,
          instructions: 1,
          trap: 'syscall',
        },
      },
    }),
    'scenes.two.apps',
    ANY,
  ],
];

/** Words of a message that was left in English, in whole or in part. */
const ENGLISH = /\b(?:must|there|the|unknown|missing|but|which|has|with|than|needs|names|such)\b/u;
const QUOTED = /"(?:[^"\\]|\\.)*"/gu;

describe('what is wrong with a lesson file', () => {
  it.each(WRONG)('is said in German: %#', (json, path, message) => {
    const problems = problemsOf(parseLesson(json));
    expect(problems).toContainEqual({ path, message });
    for (const problem of problems) {
      expect(problem.message.replace(QUOTED, '')).not.toMatch(ENGLISH);
    }
  });

  it('is said in German of a text that is no lesson at all', () => {
    expect(saidOf('{')).toEqual(['ist kein JSON']);
    expect(saidOf(' '.repeat(MAX_LESSON_CHARACTERS + 1))).toEqual([
      `ist länger als die ${MAX_LESSON_CHARACTERS} Zeichen, die eine Lektion haben darf`,
    ]);
  });

  it('is said whole, by messages that can be translated, however wrong it is', () => {
    // Whatever is said goes through the catalogue: here a language of one word.
    speak('de', Object.fromEntries(Object.keys(MESSAGES).map((message) => [message, 'nein'])));
    fc.assert(
      fc.property(hostileLesson, (json) => {
        const lesson = parseLesson(json);
        const said = lesson.ok ? [] : lesson.error.map(({ message }) => message);
        expect(said.filter((message) => message !== 'nein')).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
