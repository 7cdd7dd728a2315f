import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { findLesson, LESSON_IDS } from '../../lessons/library/index.ts';
import { COMFORTABLE_LINK, decodeLesson, encodeLesson, isLessonLink } from '../../lessons/link.ts';
import { plainText } from '../../lessons/play.ts';
import type { LessonProblem } from '../../lessons/problem.ts';
import { readLesson } from '../../lessons/schema.ts';
import type { Language } from '../../lessons/text.ts';
import { LANGUAGES } from '../../lessons/text.ts';
import { writeJson } from '../command.ts';
import type { Files, Io, Outcome } from '../io.ts';
import { grouped } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { lastValue } from '../options.ts';
import { readJsonFile } from '../resolve-scenario.ts';
import { formatTable } from '../table.ts';
import { LOCAL_PAGE } from './link.ts';

/** `lessons list`: the shipped lessons in their order. */
export function listLessons(args: Arguments, io: Io): Outcome {
  const language = languageOf(args);
  if (!language.ok) return language;
  const lessons = LESSON_IDS.map(shipped);
  if (args.flags.has('json')) {
    const rows = lessons.map(({ id, title, aim, steps }) => ({
      id,
      title,
      aim,
      steps: steps.length,
      questions: questionsIn(steps),
    }));
    writeJson(io, { lessons: rows });
    return ok(0);
  }
  const rows = lessons.map(({ id, title, steps }) => [
    id,
    plainText(title, language.value),
    `${steps.length}`,
    `${questionsIn(steps)}`,
  ]);
  io.out(formatTable([['id', 'title', 'steps', 'questions'], ...rows], [0, 1]));
  return ok(0);
}

function shipped(id: string): Lesson {
  const lesson = findLesson(id);
  if (!lesson.ok) throw new Error(lesson.error);
  return lesson.value;
}

function questionsIn(steps: Lesson['steps']): number {
  return steps.filter(({ question }) => question !== undefined).length;
}

/** `lessons check`: what is wrong with a file, a problem a line; status 1 when something is. */
export function checkLessonFile({ operands: [path] }: Arguments, io: Io): Outcome {
  if (path === undefined) return err('which file?');
  const text = io.files.read(path);
  if (!text.ok) return text;
  const json = readJsonFile(path, io.files);
  if (!json.ok) return json;
  const lesson = readLesson(text.value);
  if (!lesson.ok) {
    for (const problem of lesson.error) io.out(`${problemText(problem)}\n`);
    return ok(1);
  }
  const { id, steps } = lesson.value;
  const [all, asked] = [steps.length, questionsIn(steps)];
  io.out(
    `"${id}" is a lesson of ${all} step${all === 1 ? '' : 's'} with ${asked} question${asked === 1 ? '' : 's'}.\n`,
  );
  return ok(0);
}

/** `lessons link`: the address that opens a lesson; its size goes to standard error. */
export function linkOfLesson(args: Arguments, io: Io): Outcome {
  const page = lastValue(args, 'page') ?? LOCAL_PAGE;
  if (!URL.canParse(page)) return err(`--page must be an address, but is "${page}"`);
  const lesson = resolveLesson(args.operands[0], io.files);
  if (!lesson.ok) return lesson;
  const { fragment, characters, long } = encodeLesson(lesson.value);
  io.out(`${page.replace(/#.*$/s, '')}#${fragment}\n`);
  const advice = long
    ? `; many programs cut links beyond ${grouped(COMFORTABLE_LINK)}: give the file instead`
    : '';
  io.error(`${grouped(characters)} characters${advice}\n`);
  return ok(0);
}

/** The lesson that `name` names: a shipped one, a file, or a link in any form. */
export function resolveLesson(name: string | undefined, files: Files): Result<Lesson, string> {
  if (name === undefined)
    return err('which lesson? Give an id, a file or a link; see: lessons list');
  if (files.exists(name) || name.endsWith('.json')) return fromFile(name, files);
  if (!isLessonLink(name)) return findLesson(name);
  const decoded = decodeLesson(name);
  return decoded.ok ? decoded : err(decoded.error.message);
}

function fromFile(path: string, files: Files): Result<Lesson, string> {
  const text = files.read(path);
  if (!text.ok) return text;
  const json = readJsonFile(path, files);
  if (!json.ok) return json;
  const lesson = readLesson(text.value);
  if (lesson.ok) return lesson;
  const [first, ...others] = lesson.error;
  const more = others.length === 0 ? '' : ` (and ${others.length} more; see: lessons check)`;
  return err(`"${path}" is no lesson: ${problemText(first)}${more}`);
}

/** A problem in one line. */
export function problemText({ path, message }: LessonProblem): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** What `--lang` asks for; English unless told. */
export function languageOf(args: Arguments): Result<Language, string> {
  const word = lastValue(args, 'lang') ?? 'en';
  const language = LANGUAGES.find((known) => known === word);
  if (language !== undefined) return ok(language);
  return err(`--lang must be ${LANGUAGES.join(' or ')}, but is "${word}"`);
}
