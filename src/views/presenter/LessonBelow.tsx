import type { ReactNode } from 'react';

import type { LessonStep } from '../../lessons/lesson.ts';
import { LockPicture } from '../learn/LockPicture.tsx';
import { useKept } from '../learn/lessons-context.ts';
import type { PlayedStep } from '../learn/lessons-context.ts';
import { QuestionPart } from '../learn/QuestionPart.tsx';
import { ChoiceBoard } from './ChoiceBoard.tsx';
import { useUnit } from './show.ts';

/** Has a step anything that takes the place of the timeline? */
export function hasBelow({ question, locks }: LessonStep): boolean {
  return question !== undefined || locks !== undefined;
}

/** What of a step takes the place of the timeline: its question, or threads at a lock. */
export function LessonBelow({ lesson, index, step }: PlayedStep) {
  const said = useKept(lesson).said[index];
  const { question } = step;
  const puzzle = step.locks === undefined ? undefined : lesson.locks[step.locks];
  if (question?.kind === 'choice') {
    return <ChoiceBoard {...{ lesson, index, step, question }} said={said} />;
  }
  if (question !== undefined) {
    return (
      <Larger>
        <QuestionPart key={index} {...{ lesson, index, step, question }} />
      </Larger>
    );
  }
  if (puzzle === undefined) return null;
  return (
    <Larger>
      <LockPicture puzzle={puzzle} />
    </Larger>
  );
}

/** How much larger than in the Lab. */
const LARGER = 1.7;

/** A part of a lesson as the Lab shows it, for the last row. */
function Larger({ children }: { readonly children: ReactNode }) {
  return (
    <div className="pr-larger" style={{ zoom: LARGER * useUnit() }}>
      {children}
    </div>
  );
}
