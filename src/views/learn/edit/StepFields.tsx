import { t } from '../../../base/language.ts';
import { MAX_TEXT, MAX_TITLE_TEXT } from '../../../lessons/limits.ts';
import type { Lesson } from '../../../lessons/lesson.ts';
import { HighlightFields } from './HighlightFields.tsx';
import { LocalField } from './LocalField.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { QuestionFields } from './QuestionFields.tsx';

interface Props {
  readonly draft: Lesson;
  readonly index: number;
}

/** What a step says, where it plays, what it points at, and what it asks. */
export function StepFields({ draft, index }: Props) {
  const step = draft.steps[index];
  if (step === undefined) return null;
  const path = `steps[${index}]`;
  return (
    <section className="edit-form" aria-label={t('Step {n}', { n: index + 1 })}>
      <h3>{t('Step {n}', { n: index + 1 })}</h3>
      <LocalField
        label={t('Title of the step')}
        path={`${path}.title`}
        text={step.title}
        most={MAX_TITLE_TEXT}
        write={({ steps }, text) => void (steps[index].title = text)}
      />
      <LocalField
        label={t('Text')}
        path={`${path}.caption`}
        text={step.caption}
        most={MAX_TEXT}
        lines={4}
        hint={t('*so* emphasises; {example} stands for a value of that name.', {
          example: '{name}',
        })}
        write={({ steps }, text) => void (steps[index].caption = text)}
      />
      <LocalField
        label={t('A likeness from daily life')}
        path={`${path}.analogy`}
        text={step.analogy}
        most={MAX_TEXT}
        lines={2}
        write={({ steps }, text) => void (steps[index].analogy = text)}
      />
      <PlaceFields draft={draft} index={index} step={step} />
      <HighlightFields draft={draft} index={index} step={step} />
      <QuestionFields draft={draft} index={index} step={step} />
    </section>
  );
}
