import { useId, useState } from 'react';

import { t } from '../../base/language.ts';
import type { NumberQuestion } from '../../lessons/lesson.ts';
import { unitOf } from '../../lessons/measure-info.ts';
import { numberText } from './answer-text.ts';
import type { AskedStep } from './lessons-context.ts';
import type { FieldsProps } from './QuestionPart.tsx';
import { SayButtons } from './SayButtons.tsx';

type Props = AskedStep<NumberQuestion> & FieldsProps;

/** A number, estimated with a slider or typed. Nothing is said before one of them was touched. */
export function NumberAnswer({ question, onSay }: Props) {
  const { from, to, step } = question.slider;
  const id = useId();
  const [value, setValue] = useState<number | null>(null);
  const shown = value ?? from + Math.round((to - from) / step / 2) * step;
  const words = numberText(shown, unitOf(question.measure));
  const read = (text: string): void => {
    const number = Number(text);
    if (text.trim() !== '' && Number.isFinite(number)) {
      setValue(Math.min(to, Math.max(from, number)));
    }
  };
  return (
    <>
      <div className="lesson-number-answer">
        <label htmlFor={id}>{t('Your prediction')}</label>
        <output htmlFor={id}>{value === null ? t('move the slider') : words}</output>
        <input
          id={id}
          type="range"
          min={from}
          max={to}
          step={step}
          value={shown}
          aria-valuetext={words}
          onChange={({ target }) => read(target.value)}
          // Whoever means where it stands already says so with a press.
          onPointerUp={() => setValue(shown)}
          onKeyUp={({ key }) => key === 'Enter' && setValue(shown)}
        />
        <input
          type="number"
          aria-label={t('Your prediction as a number')}
          min={from}
          max={to}
          step="any"
          value={value ?? ''}
          onChange={({ target }) => read(target.value)}
        />
      </div>
      <SayButtons prediction={value} onSay={onSay} />
    </>
  );
}
