import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { useKept, useLessons, useLessonsState } from './lessons-context.ts';

interface Props {
  readonly lesson: Lesson;
  readonly index: number;
  readonly children?: ReactNode;
}

/** Back and Next, which Page Up and Page Down press, too. */
export function LessonNav({ lesson, index, children }: Props) {
  const { go, open } = useLessons();
  const all = useLessonsState((state) => state.all);
  const next = all[all.indexOf(lesson) + 1];
  const ended = index === lesson.steps.length;
  const { said } = useKept(lesson);
  const asks = lesson.steps[index]?.question !== undefined && said[index] === undefined;
  return (
    <footer className="lesson-nav">
      <button
        type="button"
        className="text-button"
        aria-keyshortcuts="PageUp"
        title={t('Back: Page Up')}
        disabled={index === 0}
        onClick={() => go(index - 1)}
      >
        {t('Back')}
      </button>
      <span className="lesson-count num">
        {Math.min(index + 1, lesson.steps.length)}/{lesson.steps.length}
      </span>
      {children}
      {ended && next !== undefined && (
        <button type="button" className="text-button primary" onClick={() => open(next, null)}>
          {t('Next lesson')}
        </button>
      )}
      {!ended && (
        <button
          type="button"
          // While a question waits, the way on is to predict.
          className={asks ? 'text-button' : 'text-button primary'}
          aria-keyshortcuts="PageDown"
          title={t('Next: Page Down')}
          onClick={() => go(index + 1)}
        >
          {t('Next')}
        </button>
      )}
    </footer>
  );
}
