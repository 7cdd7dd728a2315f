import { emptyText } from '../../../lessons/edit-steps.ts';
import type { ChoiceQuestion, Question } from '../../../lessons/lesson.ts';
import {
  comparedThings,
  explanations,
  rangeOptions,
  sliderAround,
  valueOptions,
} from '../../../lessons/make-question.ts';
import type { ComparedBy } from '../../../lessons/make-question.ts';
import { measuresOf } from '../../../lessons/play.ts';
import type { Measure, PlainMeasure } from '../../../lessons/measure.ts';
import { unitOf } from '../../../lessons/measure-info.ts';
import type { Language } from '../../../lessons/text.ts';
import type { Measured } from '../../../lessons/value-text.ts';
import { newMeasure } from './new-measure.ts';
import type { MeasurePlace } from './MeasureFields.tsx';

/** What a question asks for. */
export const FORMS = ['none', 'value', 'range', 'least', 'most', 'number', 'order'] as const;
export type Form = (typeof FORMS)[number];

/** The form of a question. */
export function formOf(question: Question | undefined): Form {
  if (question === undefined) return 'none';
  if (question.kind !== 'choice') return question.kind;
  return question.decide.by === 'same' ? 'value' : question.decide.by;
}

/** Where a question is made. */
export interface QuestionPlace extends MeasurePlace {
  readonly languages: readonly Language[];
}

/** A question of another form about the same thing, with the same words where they still fit. */
export function withForm(
  form: Exclude<Form, 'none'>,
  before: Question | undefined,
  place: QuestionPlace,
): Question {
  const { languages } = place;
  const { right, wrong } = before ?? explanations(languages);
  const said = { prompt: before?.prompt ?? emptyText(languages), right, wrong };
  const [first] = before === undefined ? [] : measuresOf(before);
  const numeric =
    first !== undefined && unitOf(first) !== 'word' ? first : newMeasure('overhead', place);
  switch (form) {
    case 'value':
      return asking(said, { by: 'same', measure: first ?? newMeasure('last', place) }, languages);
    case 'range':
      return asking(said, { by: 'range', measure: numeric }, languages);
    case 'least':
    case 'most': {
      const options = comparedThings(comparable(numeric, place), 'methods', languages);
      return { kind: 'choice', ...said, decide: { by: form }, options };
    }
    case 'number':
      return { kind: 'number', ...said, measure: numeric, slider: HUNDRED, tolerance: 5 };
    case 'order': {
      const items = comparedThings(comparable(numeric, place), 'methods', languages);
      return { kind: 'order', ...said, items };
    }
    default:
      return form satisfies never;
  }
}

const HUNDRED = { from: 0, to: 100, step: 1 } as const;

/** Options come when the kernel has said what is right. */
function asking(
  said: Pick<Question, 'prompt' | 'right' | 'wrong'>,
  decide: ChoiceQuestion['decide'],
  languages: readonly Language[],
): ChoiceQuestion {
  const option = (n: number) => ({
    text: emptyText(languages),
    ...(decide.by === 'range' ? { from: n, to: n + 1 } : { is: `?${n}` }),
  });
  return { kind: 'choice', ...said, decide, options: [option(0), option(1)] };
}

/** A measure that can be had with another method or group: `measure` if it is one, without its own. */
export function comparable(
  measure: Measure,
  place: MeasurePlace,
): PlainMeasure & { readonly scene: string } {
  if (!('scene' in measure)) return { of: 'overhead', scene: place.scene };
  const { method: _, replicas: __, ...bare } = measure;
  return bare;
}

/** `question` about another measure. */
export function withMeasure(question: Question, measure: Measure): Question {
  if (question.kind === 'number') return { ...question, measure };
  if (question.kind !== 'choice' || !('measure' in question.decide)) return question;
  return { ...question, decide: { ...question.decide, measure } };
}

/** `question` that compares `measure` on several variations of its scene. */
export function withThings(
  question: Question,
  measure: PlainMeasure & { readonly scene: string },
  { by, languages }: { readonly by: ComparedBy; readonly languages: readonly Language[] },
): Question {
  const things = comparedThings(measure, by, languages);
  if (question.kind === 'order') return { ...question, items: things };
  return question.kind === 'choice' ? { ...question, options: things } : question;
}

/** `question` with options, or a slider, around what the kernel has found. */
export function around(
  question: Question,
  found: Measured,
  how: {
    readonly turn: number;
    readonly replicas: number;
    readonly languages: readonly Language[];
  },
): Question {
  if (question.kind === 'number') return { ...question, ...sliderAround(found) };
  if (question.kind !== 'choice') return question;
  const { decide } = question;
  if (decide.by === 'range') {
    return { ...question, options: rangeOptions(found, how.turn, how.languages) };
  }
  if (decide.by !== 'same') return question;
  const options = valueOptions(decide.measure, found, how);
  return { ...question, options: options.length > 1 ? options : withSpare(options, how.languages) };
}

/** Whoever writes it says what else it might have been. */
function withSpare(
  options: ChoiceQuestion['options'],
  languages: readonly Language[],
): ChoiceQuestion['options'] {
  return [...options, { text: emptyText(languages), is: '?' }];
}
