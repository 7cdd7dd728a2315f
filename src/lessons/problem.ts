import { t } from '../base/language.ts';

/** Why a lesson cannot be used: where (a path such as `steps[2].question`; empty = as a whole) and what to do. */
export interface LessonProblem {
  readonly path: string;
  readonly message: string;
}

/** What is said of a text that nobody has written. */
export const mustNotBeEmpty = (): string => t('must not be empty');
