import { t } from '../base/language.ts';
import type { Instant } from '../run/conditions.ts';
import type { Profile } from '../workload/profile.ts';
import { profileIdsOf } from '../scenario/compile.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Evaluator } from './evaluate.ts';
import { createEvaluator, numberOf } from './evaluate.ts';
import type { ChoiceQuestion, Lesson, OrderQuestion, Question } from './lesson.ts';
import type { Measure, Value, ValueUnit } from './measure.ts';
import { unitOf } from './measure-info.ts';
import { measuresOf, placesOf } from './play.ts';
import type { LessonProblem } from './problem.ts';
import { createRuns, MeasureError } from './runs.ts';
import { scenarioOfScene } from './scene.ts';
import type { Measured } from './value-text.ts';

/** What is right, as the kernel has it, with the values that make it so. */
export type Answer =
  /** The option of this index; `values` are those that were compared, one or one for each option. */
  | { readonly kind: 'choice'; readonly right: number; readonly values: readonly Measured[] }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly unit: ValueUnit;
      readonly tolerance: number;
    }
  /** Indices of the items, least first; `values` in the order of the items. */
  | {
      readonly kind: 'order';
      readonly right: readonly number[];
      readonly values: readonly Measured[];
    };

/** What the kernel says about one step. */
export interface StepAnswer {
  readonly scene: string;
  readonly at: Instant;
  /** `null` = the step asks nothing. */
  readonly answer: Answer | null;
}

/** What the kernel says about a lesson. Plain JSON, ready to be posted between threads. */
export interface LessonAnswers {
  readonly values: Readonly<Record<string, Measured>>;
  readonly steps: readonly StepAnswer[];
}

/** The profiles that the scenes of a valid lesson need. */
export function lessonProfileIds(lesson: Lesson): string[] {
  const ids = Object.values(lesson.scenes).flatMap((scene) => {
    const scenario = scenarioOfScene(scene);
    return scenario.ok ? profileIdsOf(scenario.value) : [];
  });
  return [...new Set(ids)];
}

/** What the kernel says about a lesson of which not everything need be right yet. */
export interface LessonFindings {
  readonly values: Readonly<Record<string, Measured>>;
  /** One for each step; `null` = its stop is never reached. */
  readonly steps: readonly StepFindings[];
  /** Stops that are never reached, measures that cannot be had, questions without one right answer. */
  readonly problems: readonly LessonProblem[];
}

/** The same about one step. */
export interface StepFindings {
  readonly at: Instant | null;
  readonly answer: Answer | null;
  /** What the measures of its question are, in their order; `null` = one that cannot be had. */
  readonly found: readonly (Measured | null)[];
}

/**
 * Runs what a valid lesson needs and says where its steps stop, what its values are and which
 * answers are right, as far as that can be said; `seed` `null` = each scene's own. The work is
 * bounded, see `limits.ts`.
 */
export function lessonFindings(
  lesson: Lesson,
  seed: number | null,
  profiles: ReadonlyMap<string, Profile>,
): LessonFindings {
  const evaluator = createEvaluator({ lesson, seed, profiles, runs: createRuns(profiles) });
  const problems: LessonProblem[] = [];
  const attempt = <T>(path: string, ask: () => T): T | null => {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof MeasureError)) throw error;
      if (path !== '') problems.push({ path, message: error.message });
      return null;
    }
  };
  // Steps come first: they record runs whole, whose figures serve the rest.
  const steps = placesOf(lesson).map(({ scene, stop }, i) => {
    const at = attempt(`steps[${i}].stop`, () => evaluator.stopOf(scene, stop));
    const { question } = lesson.steps[i];
    if (question === undefined) return { at, answer: null, found: [] };
    const answer = attempt(`steps[${i}].question`, () => answerOf(question, evaluator));
    const found = measuresOf(question).map((measure) =>
      attempt('', () => measuredOf(measure, evaluator)),
    );
    return { at, answer, found };
  });
  const values: Record<string, Measured> = {};
  for (const [name, measure] of Object.entries(lesson.values)) {
    const measured = attempt(`values.${name}`, () => measuredOf(measure, evaluator));
    if (measured !== null) values[name] = measured;
  }
  return { values, steps, problems };
}

/** What the kernel says about a valid lesson, or why it cannot be played to its end. */
export function lessonAnswers(
  lesson: Lesson,
  seed: number | null,
  profiles: ReadonlyMap<string, Profile>,
): Result<LessonAnswers, readonly LessonProblem[]> {
  return answersIn(lesson, lessonFindings(lesson, seed, profiles));
}

/** The answers of `lesson` if all that was found is right. */
export function answersIn(
  lesson: Lesson,
  { values, steps, problems }: LessonFindings,
): Result<LessonAnswers, readonly LessonProblem[]> {
  if (problems.length > 0) return err(problems);
  const places = placesOf(lesson);
  const said = steps.flatMap(({ at, answer }, i) =>
    at === null ? [] : [{ scene: places[i].scene, at, answer }],
  );
  return ok({ values, steps: said });
}

function measuredOf(measure: Measure, evaluator: Evaluator): Measured {
  return { value: evaluator.valueOf(measure), unit: unitOf(measure) };
}

function answerOf(question: Question, evaluator: Evaluator): Answer {
  switch (question.kind) {
    case 'choice':
      return choiceAnswer(question, evaluator);
    case 'number':
      return numberAnswer(question, evaluator);
    case 'order':
      return orderAnswer(question, evaluator);
    default:
      return question satisfies never;
  }
}

function numberAnswer(
  { measure, slider, tolerance }: Extract<Question, { kind: 'number' }>,
  evaluator: Evaluator,
): Answer {
  const value = numberOf(evaluator.valueOf(measure));
  if (value >= slider.from && value <= slider.to) {
    return { kind: 'number', value, unit: unitOf(measure), tolerance };
  }
  throw new MeasureError(
    t('has the answer {value}, which its slider from {from} to {to} does not reach', {
      value,
      from: slider.from,
      to: slider.to,
    }),
  );
}

function choiceAnswer({ decide, options }: ChoiceQuestion, evaluator: Evaluator): Answer {
  const right: number[] = [];
  let values: Measured[];
  if (decide.by === 'same' || decide.by === 'range') {
    const measured = measuredOf(decide.measure, evaluator);
    values = [measured];
    options.forEach(({ is, from = -Infinity, to = Infinity }, i) => {
      const { value } = measured;
      const fits =
        decide.by === 'same'
          ? sameValue(value, is)
          : numberOf(value) >= from && numberOf(value) < to;
      if (fits) right.push(i);
    });
  } else {
    values = options.flatMap(({ measure }) =>
      measure === undefined ? [] : measuredOf(measure, evaluator),
    );
    const numbers = values.map(({ value }) => numberOf(value));
    const best = decide.by === 'least' ? Math.min(...numbers) : Math.max(...numbers);
    numbers.forEach((value, i) => {
      if (value === best) right.push(i);
    });
  }
  const [only, another] = right;
  const found = values.map(({ value }) => value).join(', ');
  if (only === undefined)
    throw new MeasureError(t('has no right option: the kernel says {found}', { found }));
  if (another !== undefined) {
    throw new MeasureError(
      t('has more than one right option ({one} and {other}): the kernel says {found}', {
        one: only + 1,
        other: another + 1,
        found,
      }),
    );
  }
  return { kind: 'choice', right: only, values };
}

/** Quotients of whole numbers need not come out whole. */
function sameValue(value: Value, is: Value | undefined): boolean {
  if (typeof value !== 'number' || typeof is !== 'number') return value === is;
  return Math.abs(value - is) <= 1e-9 * Math.max(1, Math.abs(is));
}

function orderAnswer({ items }: OrderQuestion, evaluator: Evaluator): Answer {
  const values = items.map(({ measure }) => measuredOf(measure, evaluator));
  const numbers = values.map(({ value }) => numberOf(value));
  if (new Set(numbers).size < numbers.length) {
    throw new MeasureError(
      t('has items that are equal: the kernel says {found}', { found: numbers.join(', ') }),
    );
  }
  const right = numbers.map((_, i) => i).toSorted((a, b) => numbers[a] - numbers[b]);
  return { kind: 'order', right, values };
}

/** What somebody predicted: the index of an option, a number, or the indices of items, least first. */
export type Prediction = number | readonly number[];

/** Is `prediction` right? */
export function isRight(answer: Answer, prediction: Prediction): boolean {
  switch (answer.kind) {
    case 'choice':
      return prediction === answer.right;
    case 'number':
      return (
        typeof prediction === 'number' && Math.abs(prediction - answer.value) <= answer.tolerance
      );
    case 'order':
      return (
        typeof prediction !== 'number' &&
        prediction.length === answer.right.length &&
        answer.right.every((item, i) => prediction[i] === item)
      );
    default:
      return answer satisfies never;
  }
}
