import { useId, useState } from 'react';

import { t } from '../../base/language.ts';
import type { ChoiceQuestion } from '../../lessons/lesson.ts';
import type { AskedStep } from './lessons-context.ts';
import { Hands } from './Hands.tsx';
import type { FieldsProps } from './QuestionPart.tsx';
import { SayButtons } from './SayButtons.tsx';
import { Text } from './Text.tsx';

type Props = AskedStep<ChoiceQuestion> & FieldsProps;

/** One of several options. */
export function ChoiceAnswer({ question, lesson, index, onSay }: Props) {
  const name = useId();
  const options = question.options.map((option, i) => ({ ...option, i }));
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <>
      <fieldset className="lesson-options">
        <legend className="visually-hidden">{t('Your prediction')}</legend>
        {options.map(({ text, hint, i }) => (
          <div key={i} className="lesson-option">
            <label>
              <input
                type="radio"
                name={name}
                checked={chosen === i}
                onChange={() => setChosen(i)}
              />
              <span>
                <Text text={text} />
                {hint !== undefined && (
                  <span className="lesson-hint">
                    <Text text={hint} />
                  </span>
                )}
              </span>
            </label>
            <Hands lesson={lesson} index={index} option={i} />
          </div>
        ))}
      </fieldset>
      <SayButtons prediction={chosen} onSay={onSay} />
    </>
  );
}
