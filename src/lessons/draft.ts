import type { Lesson, LessonStep, Question, SceneSpec } from './lesson.ts';
import { placesOf } from './play.ts';
import type { LessonProblem } from './problem.ts';
import { hasLessonForm, parseLesson } from './schema.ts';
import type { Language, LocalText } from './text.ts';

/*
 * A lesson while somebody writes it. It has the form of a lesson, but its texts may still be empty,
 * and every step says itself where it plays, so that steps can change places.
 */

/** `lesson` to be written on: each of its steps names its scene and its stop. */
export function draftFrom(lesson: Lesson): Lesson {
  const places = placesOf(lesson);
  const steps = lesson.steps.map((step, i) => ({ ...step, ...places[i] }));
  return { ...lesson, steps };
}

/** What is wrong with `draft`, seen without running it; paths are those of the draft. */
export function problemsOf(draft: Lesson): readonly LessonProblem[] {
  const read = parseLesson(finished(draft));
  return read.ok ? [] : read.error;
}

/** `draft` as it is played, kept as a file and shared: without empty texts that need not be, and unused scenes. */
export function finished(draft: Lesson): Lesson {
  const written = mapTexts(draft, (text, optional) =>
    optional && isBlank(text) ? undefined : text,
  );
  return { ...written, scenes: usedScenes(written) };
}

/** `draft` with texts that say nothing: what the kernel says of it does not depend on them. */
export function runnable(draft: Lesson): Lesson {
  const told = mapTexts(draft, (_, optional) => (optional ? undefined : { en: '…' }));
  return { ...told, scenes: usedScenes(told) };
}

/** Is `json`, of any origin, a lesson that can be written on, empty texts or not? */
export function isDraft(json: unknown): json is Lesson {
  return hasLessonForm(withoutTexts(json, 0));
}

/** Texts of any kind said in one language; bounded in depth, as whoever reads it next is. */
function withoutTexts(json: unknown, depth: number): unknown {
  if (typeof json !== 'object' || json === null || depth > 32) return json;
  if (Array.isArray(json)) return json.map((one) => withoutTexts(one, depth + 1));
  const entries: [string, unknown][] = Object.entries(json);
  const isText =
    entries.length > 0 &&
    entries.every(([key, value]) => (key === 'en' || key === 'de') && typeof value === 'string');
  if (isText) return { en: '…' };
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutTexts(value, depth + 1)]));
}

/** Every text of `draft` in another language, too; empty until somebody writes it. */
export function withLanguage(draft: Lesson, language: Language): Lesson {
  return mapTexts(draft, (text) => ({ [language]: '', ...text }));
}

/** Every text without `language`; a lesson keeps one at least. */
export function withoutLanguage(draft: Lesson, language: Language): Lesson {
  return mapTexts(draft, (text) => {
    const { [language]: _, ...others } = text;
    return Object.keys(others).length === 0 ? text : others;
  });
}

/** Has nobody written anything in any language? */
function isBlank(text: LocalText): boolean {
  return Object.values(text).every((words) => words.trim() === '');
}

/** What becomes of a text; `undefined` = it goes, as only one that is optional may. */
type TextChange = (text: LocalText, optional: boolean) => LocalText | undefined;

function mapTexts(lesson: Lesson, change: TextChange): Lesson {
  const { title, aim, closing, steps, ...rest } = lesson;
  return {
    ...rest,
    title: needed(title, change),
    ...optionalText('aim', aim, change),
    steps: steps.map((step) => mapStep(step, change)),
    ...optionalText('closing', closing, change),
  };
}

function mapStep(step: LessonStep, change: TextChange): LessonStep {
  const { title, caption, analogy, question, ...rest } = step;
  return {
    ...rest,
    ...optionalText('title', title, change),
    caption: needed(caption, change),
    ...optionalText('analogy', analogy, change),
    ...(question && { question: mapQuestion(question, change) }),
  };
}

function mapQuestion(question: Question, change: TextChange): Question {
  const said = {
    prompt: needed(question.prompt, change),
    right: needed(question.right, change),
    wrong: needed(question.wrong, change),
  };
  switch (question.kind) {
    case 'number':
      return { ...question, ...said };
    case 'choice': {
      const options = question.options.map(({ text, hint, ...option }) => ({
        ...option,
        text: needed(text, change),
        ...optionalText('hint', hint, change),
      }));
      return { ...question, ...said, options };
    }
    case 'order': {
      const items = question.items.map(({ text, ...item }) => ({
        ...item,
        text: needed(text, change),
      }));
      return { ...question, ...said, items };
    }
    default:
      return question satisfies never;
  }
}

function needed(text: LocalText, change: TextChange): LocalText {
  return change(text, false) ?? text;
}

function optionalText<Name extends string>(
  name: Name,
  text: LocalText | undefined,
  change: TextChange,
): Partial<Record<Name, LocalText>> {
  const changed = text && change(text, true);
  return changed === undefined ? {} : ({ [name]: changed } as Record<Name, LocalText>);
}

/** The scenes that steps or measures name. */
function usedScenes({ scenes, steps, values }: Lesson): Readonly<Record<string, SceneSpec>> {
  const text = JSON.stringify([steps, values]);
  const used = Object.entries(scenes).filter(([name]) => text.includes(`"scene":"${name}"`));
  return Object.fromEntries(used);
}
