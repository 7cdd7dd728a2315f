import { useEffect, useRef, useState } from 'react';

import { spokenLanguage, t } from '../../base/language.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { plainText } from '../../lessons/play.ts';
import { TERMS } from '../../lessons/terms.ts';
import { useApp } from '../shell/app-context.ts';
import { PresentButton } from '../presenter/PresentButton.tsx';
import { useMedia } from '../shell/use-media.ts';
import { Closing } from './Closing.tsx';
import { LessonNav } from './LessonNav.tsx';
import { LockPicture } from './LockPicture.tsx';
import { useKept, useLessons, useLessonsState } from './lessons-context.ts';
import type { PlayedStep } from './lessons-context.ts';
import { QuestionPart } from './QuestionPart.tsx';
import { termsIn } from './spotlight.ts';
import { Text } from './Text.tsx';
import { DESCRIPTION, useSpotlight } from './use-spotlight.ts';
import { useStrayed } from './use-strayed.ts';

/** One step of a lesson: what to see, what to predict, and the way on. */
export function LessonPanel({ lesson }: { readonly lesson: Lesson }) {
  const index = useLessonsState((state) => state.step);
  const [folded, setFolded] = useState(false);
  const narrow = useMedia('(max-width: 1023px)');
  const step = lesson.steps[index];
  const body = useRef<HTMLDivElement>(null);
  const told = useKept(lesson).said[index] !== undefined;
  const showing = useLessonsState((state) => state.showing);
  useSpotlight(step?.highlights ?? [], `${index} ${told} ${showing}`);
  // Another step is read from its beginning.
  useEffect(() => {
    body.current?.scrollTo(0, 0);
  }, [index]);
  return (
    <section className="lesson" aria-label={t('Lesson')} data-folded={narrow && folded}>
      <p id={DESCRIPTION} hidden>
        {t('The lesson points here.')}
      </p>
      <LessonHead lesson={lesson} index={index} />
      <div className="lesson-body" id="lesson-body" ref={body}>
        {step === undefined ? (
          <Closing lesson={lesson} />
        ) : (
          <Step lesson={lesson} index={index} step={step} />
        )}
      </div>
      <LessonNav lesson={lesson} index={index}>
        {narrow && (
          <button
            type="button"
            className="text-button"
            aria-expanded={!folded}
            aria-controls="lesson-body"
            onClick={() => setFolded(!folded)}
          >
            {folded ? t('Show text') : t('Hide text')}
          </button>
        )}
      </LessonNav>
    </section>
  );
}

function LessonHead({ lesson, index }: { readonly lesson: Lesson; readonly index: number }) {
  const { go, leave, editor } = useLessons();
  const app = useApp();
  const language = spokenLanguage();
  return (
    <header className="lesson-head">
      <p className="lesson-title">
        <b>{plainText(lesson.title, language)}</b>
      </p>
      <select
        aria-label={t('Step of the lesson')}
        value={index}
        onChange={({ target }) => go(Number(target.value))}
      >
        {stepNames(lesson).map(({ name, at }) => (
          <option key={at} value={at}>
            {name}
          </option>
        ))}
        <option value={lesson.steps.length}>{t('What did you see?')}</option>
      </select>
      <EditButton lesson={lesson} index={index} />
      <PresentButton />
      <button
        type="button"
        className="text-button"
        onClick={() => {
          editor.close();
          app.setScreen('learn');
        }}
      >
        {t('Contents')}
      </button>
      <button type="button" className="text-button" onClick={leave}>
        {t('Leave')}
      </button>
    </header>
  );
}

/** Back to where the person writes on a lesson of their own. */
function EditButton({ lesson, index }: { readonly lesson: Lesson; readonly index: number }) {
  const app = useApp();
  const { editor } = useLessons();
  const own = useLessonsState(({ drafts }) => drafts.some(({ id }) => id === lesson.id));
  if (!own) return null;
  const write = (): void => {
    if (editor.store.getState().draft?.id === lesson.id) {
      editor.show(Math.min(index, lesson.steps.length - 1));
    } else editor.edit(lesson.id, index);
    app.setScreen('learn');
  };
  return (
    <button type="button" className="text-button" onClick={write}>
      {t('Edit')}
    </button>
  );
}

function stepNames({ steps }: Lesson): { readonly at: number; readonly name: string }[] {
  return steps.map(({ title }, at) => {
    const name = title === undefined ? '' : ` ${plainText(title, spokenLanguage())}`;
    return { at, name: `${at + 1}/${steps.length}${name}` };
  });
}

function Step(played: PlayedStep) {
  const { lesson, step, index } = played;
  const { title, caption, analogy, locks, question, highlights = [] } = step;
  const { said } = useKept(lesson);
  const puzzle = locks === undefined ? undefined : lesson.locks[locks];
  // It says what the question asks.
  const told = question === undefined || said[index] !== undefined;
  const language = spokenLanguage();
  return (
    <>
      <div aria-live="polite">
        <h2 className="lesson-step">
          <span className="visually-hidden">
            {t('Step {n} of {all}:', { n: index + 1, all: lesson.steps.length })}{' '}
          </span>
          {title === undefined ? t('Look') : plainText(title, language)}
        </h2>
        <p className="lesson-caption">
          <Text text={caption} />
        </p>
      </div>
      <Strayed />
      {analogy !== undefined && (
        <p className="lesson-analogy">
          <Text text={analogy} />
        </p>
      )}
      <Terms highlights={highlights} />
      {question !== undefined && <QuestionPart key={index} {...played} question={question} />}
      {puzzle !== undefined && told && <LockPicture puzzle={puzzle} />}
      <Trouble />
    </>
  );
}

/** What words of the field in this step mean. */
function Terms({ highlights }: { readonly highlights: readonly string[] }) {
  const language = spokenLanguage();
  const terms = termsIn(highlights);
  if (terms.length === 0) return null;
  return (
    <dl className="lesson-terms">
      {terms.map((name) => (
        <div key={name} data-term={name}>
          <dt>{plainText(TERMS[name].word, language)}</dt>
          <dd>{plainText(TERMS[name].means, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The way back for who has looked elsewhere, or changed something. */
function Strayed() {
  const { comeBack } = useLessons();
  const strayed = useStrayed();
  const showing = useLessonsState((state) => state.showing);
  if (!strayed || showing) return null;
  return (
    <p className="lesson-strayed">
      {t('The Lab shows something else than this step.')}{' '}
      <button type="button" className="text-button" onClick={comeBack}>
        {t('Back to the step')}
      </button>
    </p>
  );
}

function Trouble() {
  const problem = useLessonsState((state) => state.problem);
  if (problem === '') return null;
  return (
    <p role="alert" className="field-problem">
      {t('This lesson cannot be played to its end: {problem}', { problem })}
    </p>
  );
}
