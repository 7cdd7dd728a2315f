import type { LockPuzzle } from '../../lessons/lock-order.ts';
import { LockPicture } from '../learn/LockPicture.tsx';
import { useKept } from '../learn/lessons-context.ts';
import type { AskedStep } from '../learn/lessons-context.ts';
import { QuestionPart } from '../learn/QuestionPart.tsx';
import { ChoiceBoard } from './ChoiceBoard.tsx';
import { useUnit } from './show.ts';

/** How much larger than in the Lab. */
const LARGER = 1.7;

/** The question of a step, in the place of the timeline. */
export function LessonBelow({ lesson, index, step, question }: AskedStep) {
  const unit = useUnit();
  const said = useKept(lesson).said[index];
  if (question.kind === 'choice') {
    return <ChoiceBoard {...{ lesson, index, step, question }} said={said} />;
  }
  return (
    <div className="pr-larger" style={{ zoom: LARGER * unit }}>
      <QuestionPart key={index} {...{ lesson, index, step, question }} />
    </div>
  );
}

/** Threads at a lock, in the place of the machine. */
export function LockBoard({ puzzle }: { readonly puzzle: LockPuzzle }) {
  return (
    <div className="pr-picture">
      <LockPicture puzzle={puzzle} />
    </div>
  );
}
