import { createContext } from 'react';

import { t } from '../../../base/language.ts';
import type { ScenarioProblem } from '../../../scenario/scenario.ts';

/** What is wrong with all parts of a sentence together, as a sentence; '' = nothing. */
export const SentenceProblem = createContext('');

/** What is wrong with all fields together, rather than with one of them. */
export function overallProblem(problems: readonly ScenarioProblem[]): string {
  const found = problems.find(({ path }) => path === '');
  return found === undefined
    ? ''
    : t('{field} {problem}', { field: t('All together'), problem: found.message });
}
