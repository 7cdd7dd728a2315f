import { t } from '../base/language.ts';
import { assert } from '../base/assert.ts';
import type { Result } from '../base/result.ts';
import { err } from '../base/result.ts';
import type { Note } from '../scenario/note.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Lesson, LessonStep, SceneSpec } from './lesson.ts';
import { LESSON_VERSION } from './lesson.ts';
import { MAX_SCENES, MAX_STEPS, MAX_TITLE_TEXT } from './limits.ts';
import { escapeMarks } from './marks.ts';
import { parseLesson } from './schema.ts';
import { sceneOf } from './short-scenario.ts';
import type { Language, LocalText } from './text.ts';

/** A run with the notes that were written on it. */
export interface NotedRun {
  readonly scenario: Scenario;
  /** In order of time. */
  readonly notes: readonly Note[];
}

/** What becomes a lesson. */
export interface NotedRuns {
  readonly title: string;
  /** The language in which the notes are written. */
  readonly language: Language;
  readonly runs: readonly NotedRun[];
}

/**
 * The lesson that notes and bookmarks of the Lab make: a scene for each run that has any, a step for
 * each note, at its instant. The error is a sentence.
 */
export function lessonFromNotes({ title, language, runs }: NotedRuns): Result<Lesson, string> {
  const noted = runs.filter(({ notes }) => notes.length > 0);
  const count = noted.reduce((sum, { notes }) => sum + notes.length, 0);
  if (count === 0)
    return err(t('There are no notes yet. Write one at an instant, then try again.'));
  if (count > MAX_STEPS || noted.length > MAX_SCENES) {
    return err(
      t(
        'A lesson has at most {steps} steps from {scenes} runs, but there are {count} notes on {runs} runs. Delete some of them.',
        { steps: MAX_STEPS, scenes: MAX_SCENES, count, runs: noted.length },
      ),
    );
  }
  const named = cleaned(title).slice(0, MAX_TITLE_TEXT).trim() || UNTITLED[language];
  const scenes: Record<string, SceneSpec> = {};
  const steps = noted.flatMap(({ scenario, notes }, i) => {
    const scene = `run-${i + 1}`;
    scenes[scene] = sceneOf(scenario);
    return notes.map((note, k) => stepOf(note, k === 0 ? scene : null, language));
  });
  const lesson = parseLesson({
    'watchmen-lesson': LESSON_VERSION,
    id: idOf(named),
    title: { [language]: named },
    scenes,
    steps,
  });
  if (lesson.ok) return lesson;
  const [{ path, message }] = lesson.error;
  return err(t('These notes make no lesson: {path} {message}.', { path, message }));
}

const UNTITLED: Readonly<Record<Language, string>> = {
  en: 'Lesson from notes',
  de: 'Lektion aus Notizen',
};
const BOOKMARK: Readonly<Record<Language, string>> = { en: 'Bookmark', de: 'Lesezeichen' };

function stepOf(note: Note, scene: string | null, language: Language): LessonStep {
  const { text, bookmark, time, step } = note;
  const written = cleaned(text).trim();
  assert(written !== '' || bookmark !== null, 'a note has a text or a number');
  const caption: LocalText = {
    [language]: written === '' ? `${BOOKMARK[language]} ${bookmark}` : escapeMarks(written),
  };
  const stop = { kind: 'instant', time, step } as const;
  return { ...(scene !== null && { scene }), stop, caption };
}

/** Without signs that a lesson may not have. */
function cleaned(text: string): string {
  return text
    .replaceAll(/[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ');
}

/** A title as the id of a lesson: `Wer wartet?` becomes `wer-wartet`. */
function idOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return words === '' ? 'lesson' : words;
}
