import { use } from 'react';

import { useApp } from '../shell/app-context.ts';
import { LearnScreen } from './LearnScreen.tsx';
import { LessonsContext } from './lessons-context.ts';
import { lessonsOf } from './load-lessons.ts';

/** The list of lessons, once they are there. */
export function Learn() {
  return (
    <LessonsContext value={use(lessonsOf(useApp()))}>
      <LearnScreen />
    </LessonsContext>
  );
}
