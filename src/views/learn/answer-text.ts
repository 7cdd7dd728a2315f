import { spokenLanguage, t } from '../../base/language.ts';
import type { Answer } from '../../lessons/answers.ts';
import type { Question } from '../../lessons/lesson.ts';
import type { ValueUnit } from '../../lessons/measure.ts';
import { unitOf } from '../../lessons/measure-info.ts';
import { plainText } from '../../lessons/play.ts';
import { valueText } from '../../lessons/value-text.ts';
import type { Said } from '../../store/lessons-kept.ts';

/** What the person predicted, in words. */
export function saidText(question: Question, said: Said | undefined): string {
  if (said === undefined) return t('nothing yet');
  if (said === 'unknown') return t('I don’t know');
  const language = spokenLanguage();
  switch (question.kind) {
    case 'choice': {
      const option = question.options[typeof said === 'number' ? said : 0];
      return option === undefined ? '' : plainText(option.text, language);
    }
    case 'number':
      return numberText(typeof said === 'number' ? said : 0, unitOf(question.measure));
    case 'order':
      return orderText(question, typeof said === 'number' ? [] : said);
    default:
      return question satisfies never;
  }
}

/** What the kernel says, in words. */
export function answerText(question: Question, answer: Answer): string {
  if (answer.kind === 'number') return numberText(answer.value, answer.unit);
  if (answer.kind === 'choice') return saidText(question, answer.right);
  return saidText(question, answer.right);
}

/** The measured values behind an answer, each with the option or item that it belongs to. */
export function valuesText(question: Question, answer: Answer): string[] {
  const language = spokenLanguage();
  if (answer.kind === 'number' || question.kind === 'number') return [];
  const things = question.kind === 'choice' ? question.options : question.items;
  if (answer.values.length !== things.length) return [];
  return things.map(({ text }, i) => {
    const measured = answer.values[i];
    const value = measured === undefined ? '' : valueText(measured, language);
    return `${plainText(text, language)}: ${value}`;
  });
}

/** A number as the slider of a question shows it. */
export function numberText(value: number, unit: ValueUnit): string {
  return valueText({ value, unit }, spokenLanguage());
}

function orderText(
  { items }: Extract<Question, { kind: 'order' }>,
  order: readonly number[],
): string {
  const language = spokenLanguage();
  return order
    .map((item) => {
      const one = items[item];
      return one === undefined ? '' : plainText(one.text, language);
    })
    .join(' < ');
}
