import { groupDigits } from '../base/digits.ts';
import { spokenLanguage, t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { plainText } from '../lessons/play.ts';
import type { AppStore } from './app-store.ts';
import { parseLessonAddress } from './lessons-address.ts';
import type { LessonAddress } from './lessons-address.ts';
import type { LessonShelf } from './lessons-shelf.ts';

/** Longer addresses, in UTF-16 code units, are cut where they are said. */
const MOST_SAID = 60;

/** The lesson that an address names; the error says why there is none. */
export function findNamed(
  shelf: LessonShelf,
  fragment: string,
): Result<{ readonly lesson: Lesson; readonly address: LessonAddress }, string> {
  const address = parseLessonAddress(fragment);
  if (address === null) return err(noAddress(fragment));
  const lesson = shelf.find(address.source);
  return lesson.ok ? ok({ lesson: lesson.value, address }) : lesson;
}

function noAddress(fragment: string): string {
  const address = fragment.length > MOST_SAID ? `${fragment.slice(0, MOST_SAID)}…` : fragment;
  return t('“#{address}” names no step of a lesson, as “#lesson=cast&step=2” does.', { address });
}

/** Says that a lesson has no such step, from 0, and what is shown instead. */
export function noStep({ title, steps }: Lesson, step: number): string {
  return t(
    '“{title}” has no step {step}: it ends with step {last}. Its beginning is shown instead; the list above its text leads to every other step.',
    {
      title: plainText(title, spokenLanguage()),
      step: groupDigits(step + 1),
      last: groupDigits(steps.length),
    },
  );
}

/** Says why there is no lesson to play, and shows those that there are. */
export function refuse(app: AppStore, problem: string): void {
  const shown = t(
    '{problem} The list of lessons is shown instead: choose one there, or open its file.',
    { problem },
  );
  app.notify('problem', shown);
  // Whoever goes to the Lab from there finds something in it.
  if (app.held.run === null) app.runs.request({ kind: 'first' });
  app.store.setState({ lesson: null, screen: 'learn' });
}
