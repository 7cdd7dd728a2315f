import { t } from '../../base/language.ts';
import type { Said } from '../../store/lessons-kept.ts';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { useKept, useLessons } from './lessons-context.ts';
import type { AskedStep } from './lessons-context.ts';
import { NumberAnswer } from './NumberAnswer.tsx';
import { OrderAnswer } from './OrderAnswer.tsx';
import { Outcome } from './Outcome.tsx';
import { Text } from './Text.tsx';

/** A question, and after the prediction what the kernel says. */
export function QuestionPart(asked: AskedStep) {
  const { lesson, index, question } = asked;
  const { say } = useLessons();
  const said = useKept(lesson).said[index];
  return (
    <section className="lesson-question" aria-label={t('Question')}>
      <h3>
        <Text text={question.prompt} />
      </h3>
      {said === undefined ? <Fields {...asked} onSay={say} /> : <Outcome {...asked} said={said} />}
    </section>
  );
}

/** What an answer is given with. */
export interface FieldsProps {
  readonly onSay: (said: Said) => void;
}

function Fields({ question, ...asked }: AskedStep & FieldsProps) {
  switch (question.kind) {
    case 'choice':
      return <ChoiceAnswer {...asked} question={question} />;
    case 'number':
      return <NumberAnswer {...asked} question={question} />;
    case 'order':
      return <OrderAnswer {...asked} question={question} />;
    default:
      return question satisfies never;
  }
}
