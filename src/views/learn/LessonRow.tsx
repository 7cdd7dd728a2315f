import { spokenLanguage, t } from '../../base/language.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { plainText } from '../../lessons/play.ts';
import { PresentButton } from '../presenter/PresentButton.tsx';
import { useApp } from '../shell/app-context.ts';
import { useKept, useLessons } from './lessons-context.ts';
import { minutesOf, questionsOf } from './minutes.ts';

interface Props {
  readonly lesson: Lesson;
  /** Its place in the talk. */
  readonly number: number;
}

/** A shipped lesson: opened, or copied to be written on. */
export function LessonRow({ lesson, number }: Props) {
  const { open, editor } = useLessons();
  const app = useApp();
  const { done } = useKept(lesson);
  const language = spokenLanguage();
  const title = plainText(lesson.title, language);
  const copy = (): void => {
    const copied = editor.copy(lesson);
    if (!copied.ok) app.notify('problem', copied.error);
  };
  return (
    <li className={done ? 'lesson-row done' : 'lesson-row'}>
      <span className="lesson-number num" aria-hidden="true">
        {number}
      </span>
      <div className="lesson-about">
        <button type="button" className="lesson-open" onClick={() => open(lesson, null)}>
          {title}
        </button>
        {lesson.aim !== undefined && <p>{plainText(lesson.aim, language)}</p>}
      </div>
      <div className="lesson-side">
        <LessonFacts lesson={lesson} />
        <span className="lesson-deeds">
          <PresentButton title={title} onPress={() => open(lesson, 0)} />
          <button
            type="button"
            className="text-button"
            aria-label={t('Copy and edit: {title}', { title })}
            onClick={copy}
          >
            {t('Copy and edit')}
          </button>
        </span>
      </div>
    </li>
  );
}

/** How long it takes, and how far the person has come. */
export function LessonFacts({ lesson }: { readonly lesson: Lesson }) {
  const { done, said, step } = useKept(lesson);
  const { asked, answered } = questionsOf(lesson, said);
  const minutes = minutesOf(lesson);
  const state = done ? t('finished') : step > 0 || answered > 0 ? t('begun') : '';
  return (
    <p className="lesson-facts quiet">
      <span>{t('{n, plural, one {{n} minute} other {{n} minutes}}', { n: minutes })}</span>
      <span>{t('{answered} of {asked} predicted', { answered, asked })}</span>
      <span className="lesson-state">{state}</span>
    </p>
  );
}
