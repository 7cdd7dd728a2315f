import { use } from 'react';

import { useApp } from '../shell/app-context.ts';
import { LessonPanel } from './LessonPanel.tsx';
import { LessonsContext, useLessonsState } from './lessons-context.ts';
import { lessonsOf } from './load-lessons.ts';
import './learn.css';

/** The lesson that is played, beside the Lab. */
export function LessonSlot() {
  return (
    <LessonsContext value={use(lessonsOf(useApp()))}>
      <Played />
    </LessonsContext>
  );
}

function Played() {
  const lesson = useLessonsState((state) => state.lesson);
  return lesson === null ? null : <LessonPanel lesson={lesson} />;
}
