import * as v from 'valibot';

import { asData, msg, t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { amount, real, whole } from '../scenario/schema-parts.ts';
import { didYouMean } from '../scenario/suggest.ts';
import { issuePath, quote } from '../workload/problems.ts';
import { checkLesson } from './check-lesson.ts';
import type { ChoiceOption, Lesson, LessonStep, Question, SceneSpec } from './lesson.ts';
import { LESSON_VERSION, WISHES } from './lesson.ts';
import {
  MAX_HIGHLIGHTS,
  MAX_LESSON_CHARACTERS,
  MAX_LESSON_DEPTH,
  MAX_LESSON_NODES,
  MAX_LOCKS,
  MAX_OPTION_TEXT,
  MAX_OPTIONS,
  MAX_PROMPT_TEXT,
  MAX_SCENES,
  MAX_STEPS,
  MAX_TITLE_TEXT,
  MAX_VALUES,
} from './limits.ts';
import type { LockPuzzle, LockWork } from './lock-order.ts';
import type { LessonProblem } from './problem.ts';
import { measureSchema, nameSchema, stopSchema } from './schema-measure.ts';
import { markedText, plainText } from './schema-text.ts';

const anyNumber = v.pipe(
  v.number(),
  v.finite(() => t('must be a finite number')),
);

const few = <T>(
  item: v.GenericSchema<unknown, T>,
  [least, most]: readonly [number, number],
): v.GenericSchema<unknown, T[]> =>
  v.pipe(
    v.array(item),
    v.minLength(least, () => t('must have at least {least}', { least })),
    v.maxLength(most, () => t('must have at most {most}', { most })),
  );

/** An object with at most `most` names. */
const named = <T>(
  item: v.GenericSchema<unknown, T>,
  most: number,
): v.GenericSchema<unknown, Record<string, T>> =>
  v.pipe(
    v.record(nameSchema, item),
    v.check(
      (value: Record<string, T>) => Object.keys(value).length <= most,
      () => t('must have at most {most}', { most }),
    ),
  );

const fields = v.record(v.string(), v.unknown());

const sceneSchema: v.GenericSchema<unknown, SceneSpec> = v.strictObject({
  preset: v.exactOptional(v.string()),
  scenario: v.exactOptional(v.unknown()),
  change: v.exactOptional(fields),
  app: v.exactOptional(fields),
  wishes: v.exactOptional(few(v.picklist(WISHES), [1, WISHES.length])),
  copies: v.exactOptional(whole(1, 16)),
});

const work: v.GenericSchema<unknown, LockWork> = v.union(
  [v.strictObject({ add: whole(-1e6, 1e6) }), v.strictObject({ times: whole(-100, 100) })],
  () => t('must be {one} or {other}', { one: '{"add": 5}', other: '{"times": 2}' }),
);
const puzzle: v.GenericSchema<unknown, LockPuzzle> = v.strictObject({
  threads: few(work, [2, 4]),
  start: whole(-1e6, 1e6),
  reach: few(few(amount, [2, 4]), [2, 3]),
  hold: amount,
  order: v.picklist(['free', 'leader']),
});
const locksSchema: v.GenericSchema<unknown, LockPuzzle> = v.pipe(
  puzzle,
  v.check(
    ({ threads, reach }: LockPuzzle) => reach.every(({ length }) => length === threads.length),
    () => t('must say for each replica when each thread reaches the lock'),
  ),
);

const asked = {
  prompt: markedText(MAX_PROMPT_TEXT),
  right: markedText(),
  wrong: markedText(),
};

const option: v.GenericSchema<unknown, ChoiceOption> = v.strictObject({
  text: markedText(MAX_OPTION_TEXT),
  hint: v.exactOptional(markedText(MAX_OPTION_TEXT)),
  is: v.exactOptional(v.union([anyNumber, v.string()], () => t('must be a number or a word'))),
  from: v.exactOptional(anyNumber),
  to: v.exactOptional(anyNumber),
  measure: v.exactOptional(measureSchema),
});

const decision = v.variant('by', [
  v.strictObject({ by: v.picklist(['same', 'range']), measure: measureSchema }),
  v.strictObject({ by: v.picklist(['least', 'most']) }),
]);

const question = v.variant('kind', [
  v.strictObject({
    kind: v.literal('choice'),
    ...asked,
    decide: decision,
    options: few(option, [2, MAX_OPTIONS]),
  }),
  v.strictObject({
    kind: v.literal('number'),
    ...asked,
    measure: measureSchema,
    slider: v.strictObject({ from: anyNumber, to: anyNumber, step: real(1e-6, 1e12) }),
    tolerance: real(0, 1e12),
  }),
  v.strictObject({
    kind: v.literal('order'),
    ...asked,
    items: few(v.strictObject({ text: markedText(MAX_OPTION_TEXT), measure: measureSchema }), [
      2,
      MAX_OPTIONS,
    ]),
  }),
]) as v.GenericSchema<unknown, Question>;

const step: v.GenericSchema<unknown, LessonStep> = v.strictObject({
  title: v.exactOptional(plainText(MAX_TITLE_TEXT)),
  scene: v.exactOptional(nameSchema),
  stop: v.exactOptional(stopSchema),
  caption: markedText(),
  highlights: v.exactOptional(few(v.string(), [1, MAX_HIGHLIGHTS])),
  analogy: v.exactOptional(markedText()),
  locks: v.exactOptional(nameSchema),
  question: v.exactOptional(question),
});

const lessonSchema: v.GenericSchema<unknown, Lesson> = v.strictObject({
  'watchmen-lesson': v.literal(LESSON_VERSION),
  id: nameSchema,
  title: plainText(MAX_TITLE_TEXT),
  aim: v.exactOptional(plainText(MAX_PROMPT_TEXT)),
  scenes: named(sceneSchema, MAX_SCENES),
  values: v.optional(named(measureSchema, MAX_VALUES), {}),
  locks: v.optional(named(locksSchema, MAX_LOCKS), {}),
  steps: few(step, [1, MAX_STEPS]),
  closing: v.exactOptional(markedText()),
});

/** Old version to the step that leads to the next; one for every version before `LESSON_VERSION`. */
export const LESSON_UPGRADERS: Readonly<Record<number, (lesson: object) => object>> = {};

/** Reads the text of a lesson file of any origin. */
export function readLesson(text: string): Result<Lesson, LessonProblem[]> {
  if (text.length > MAX_LESSON_CHARACTERS) {
    const message = t('is longer than the {most} characters that a lesson may have', {
      most: MAX_LESSON_CHARACTERS,
    });
    return err([{ path: '', message }]);
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Engines differ in what they throw where brackets are nested too deep for them.
    return err([{ path: '', message: t('is not JSON') }]);
  }
  return parseLesson(json);
}

/**
 * Reads a lesson from parsed JSON of any origin; older versions are upgraded. Unknown fields are
 * errors. Everything is checked that can be without running a scene; lists at most 20 problems.
 */
export function parseLesson(json: unknown): Result<Lesson, LessonProblem[]> {
  const upgraded = upgrade(json);
  if (!upgraded.ok) return upgraded;
  const parsed = v.safeParse(lessonSchema, upgraded.value);
  if (!parsed.success) {
    return err(
      parsed.issues.slice(0, MOST_PROBLEMS).map((issue) => ({
        path: issuePath(issue),
        message: messageOf(issue),
      })),
    );
  }
  const problems = checkLesson(parsed.output);
  return problems.length === 0 ? ok(parsed.output) : err(problems.slice(0, MOST_PROBLEMS));
}

/** Has `json` the form of a lesson, whatever its names lead to and its texts say? */
export function hasLessonForm(json: unknown): boolean {
  const upgraded = upgrade(json);
  return upgraded.ok && v.safeParse(lessonSchema, upgraded.value).success;
}

const MOST_PROBLEMS = 20;

function problem(path: string, message: string): Result<never, LessonProblem[]> {
  return err([{ path, message }]);
}

function upgrade(json: unknown): Result<object, LessonProblem[]> {
  if (isTooDeep(json)) {
    return problem(
      '',
      t('is nested deeper than {depth} levels or has more than {nodes} values', {
        depth: MAX_LESSON_DEPTH,
        nodes: MAX_LESSON_NODES,
      }),
    );
  }
  if (typeof json !== 'object' || json === null || !('watchmen-lesson' in json)) {
    return problem(
      '',
      t('is no lesson: it must be an object with {field}', {
        field: `"watchmen-lesson": ${LESSON_VERSION}`,
      }),
    );
  }
  const { 'watchmen-lesson': version } = json;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return problem(
      'watchmen-lesson',
      t('must be a version such as {version}', { version: LESSON_VERSION }),
    );
  }
  if (version > LESSON_VERSION) {
    return problem(
      'watchmen-lesson',
      t('is of a newer version of Watchmen; reload the page or update to open it'),
    );
  }
  let lesson: object = json;
  for (let from = version; from < LESSON_VERSION; from++) {
    lesson = LESSON_UPGRADERS[from]?.(lesson) ?? lesson;
  }
  return ok(lesson);
}

/** Walks with a list of its own, so that no depth of nesting can exhaust the stack. */
function isTooDeep(json: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 1 }];
  let nodes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_LESSON_DEPTH) return true;
    for (const inner of Object.values(value) as unknown[]) {
      nodes += 1;
      if (nodes > MAX_LESSON_NODES) return true;
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return false;
}

const EXPECTED: Readonly<Record<string, string>> = {
  number: msg('a number'),
  string: msg('a text'),
  boolean: msg('true or false'),
  Array: msg('a list'),
  Object: msg('an object'),
};

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const key = String(issue.path?.at(-1)?.key);
    return t('unknown field {field}{hint}', {
      field: quote(key),
      hint: didYouMean(key, FIELD_NAMES),
    });
  }
  if (issue.received === 'undefined') return t('is missing');
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  const expected = (issue.expected ?? t('something else')).replaceAll(/[()]/g, '').split(' | ');
  if (expected.length <= MOST_LISTED) {
    const plain = EXPECTED[expected[0]];
    return t('must be {expected}, but is {found}', {
      expected:
        plain === undefined ? t('one of {names}', { names: expected.join(', ') }) : t(plain),
      found: quote(issue.input),
    });
  }
  const known = expected.map((word) => word.replaceAll('"', ''));
  const near =
    didYouMean(String(issue.input), known) || t('; there are {names}', { names: known.join(', ') });
  return t('is {found}, which is not known{near}', { found: quote(issue.input), near });
}

/** Most words that a message lists where it can say instead which ones are near. */
const MOST_LISTED = 8;

const FIELD_NAMES = asData(
  'watchmen-lesson id title aim scenes values locks steps closing preset scenario change app wishes ' +
    'copies scene stop caption highlights analogy question kind event moment condition prompt right ' +
    'wrong decide by measure options text hint is from to slider tolerance items of method replicas en de',
).split(' ');
