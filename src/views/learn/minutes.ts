import type { Lesson } from '../../lessons/lesson.ts';
import type { LocalText } from '../../lessons/text.ts';
import { textIn } from '../../lessons/text.ts';

/** Words that one reads in a minute while looking at a picture beside them. */
const WORDS_A_MINUTE = 110;
/** Minutes for making up one's mind about a question, and for the last one. */
const QUESTION = 0.75;
const CLOSING = 1.5;

/** How long a lesson takes, in whole minutes, as its texts and questions have it. */
export function minutesOf({ steps, closing }: Lesson): number {
  let minutes = closing === undefined ? 0 : CLOSING;
  for (const { caption, analogy, question } of steps) {
    minutes += wordsOf(caption, analogy, question?.prompt, question?.wrong) / WORDS_A_MINUTE;
    if (question !== undefined) minutes += QUESTION;
  }
  return Math.max(1, Math.round(minutes));
}

function wordsOf(...texts: readonly (LocalText | undefined)[]): number {
  return texts.reduce((sum, text) => {
    const words = text === undefined ? '' : textIn(text, 'en').trim();
    return sum + (words === '' ? 0 : words.split(/\s+/u).length);
  }, 0);
}

/** Questions of a lesson, and how many of them `said` answers. */
export function questionsOf(
  { steps }: Lesson,
  said: Readonly<Record<string, unknown>>,
): { readonly asked: number; readonly answered: number } {
  const asked = steps.flatMap(({ question }, i) => (question === undefined ? [] : [i]));
  return { asked: asked.length, answered: asked.filter((i) => said[i] !== undefined).length };
}
