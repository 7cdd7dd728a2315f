import { useEffect, useRef, useState } from 'react';
import type { ChangeEvent } from 'react';

import { spokenLanguage, t } from '../../base/language.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { plainText } from '../../lessons/play.ts';
import { useKept, useLessons, useLessonsState } from './lessons-context.ts';
import { minutesOf, questionsOf } from './minutes.ts';
import './learn.css';

/** All lessons in the order of the talk, and the person's own. */
export function LearnScreen() {
  const all = useLessonsState((state) => state.all);
  const shipped = useLessonsState((state) => state.shipped);
  const own = all.slice(shipped);
  const { read, problems } = useLessonFile();
  return (
    <main id="main" className="learn">
      <div className="learn-page">
        <header className="learn-head">
          <h2>{t('Learn')}</h2>
          <p>
            {t(
              'Each lesson is a run of the simulator that stops where something is about to happen. Predict first, then let the kernel decide.',
            )}
          </p>
          <Continue />
        </header>
        <ol className="lesson-list" start={0}>
          {all.slice(0, shipped).map((lesson, i) => (
            <LessonRow key={lesson.id} lesson={lesson} number={i} />
          ))}
        </ol>
        {own.length > 0 && (
          <section aria-label={t('Lessons from files')}>
            <h3>{t('Lessons from files')}</h3>
            <ol className="lesson-list">
              {own.map((lesson) => (
                <LessonRow key={lesson.id} lesson={lesson} number={null} />
              ))}
            </ol>
          </section>
        )}
        <LearnTools onFile={read} />
        <Problems problems={problems} />
      </div>
    </main>
  );
}

/** A file with a lesson, chosen or dropped anywhere on the page, and what is wrong with it. */
function useLessonFile() {
  const { openText } = useLessons();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const reader = useRef(async (file: File): Promise<void> => {
    const text = await file.text();
    setProblems(openText(text));
  });
  useEffect(() => {
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      // The page itself would take it for a scenario or a log.
      event.preventDefault();
      event.stopPropagation();
      void reader.current(file);
    };
    document.addEventListener('drop', drop);
    return () => document.removeEventListener('drop', drop);
  }, []);
  return { problems, read: (file: File) => void reader.current(file) };
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="lesson-problems">
      <p>{t('The file is no lesson that can be played:')}</p>
      <ul>
        {problems.slice(0, MOST_PROBLEMS).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}

/** Problems that are listed at most: the first ones most often explain the others. */
const MOST_PROBLEMS = 8;

/** Goes on with the lesson that was begun last in order and has no end yet. */
function Continue() {
  const { open } = useLessons();
  const kept = useLessonsState((state) => state.kept);
  const all = useLessonsState((state) => state.all);
  const begun = all.findLast(({ id }) => {
    const one = kept[id];
    return one !== undefined && !one.done && one.step > 0;
  });
  const next = begun ?? all.find(({ id }) => !(kept[id]?.done ?? false));
  if (next === undefined) return null;
  const title = plainText(next.title, spokenLanguage());
  return (
    <button type="button" className="text-button primary" onClick={() => open(next, null)}>
      {begun === undefined ? t('Begin: {title}', { title }) : t('Continue: {title}', { title })}
    </button>
  );
}

interface RowProps {
  readonly lesson: Lesson;
  /** `null` = it has no place in the talk. */
  readonly number: number | null;
}

function LessonRow({ lesson, number }: RowProps) {
  const { open } = useLessons();
  const { done, said, step } = useKept(lesson);
  const { asked, answered } = questionsOf(lesson, said);
  const language = spokenLanguage();
  const minutes = minutesOf(lesson);
  const state = done ? t('finished') : step > 0 || answered > 0 ? t('begun') : '';
  return (
    <li className={done ? 'lesson-row done' : 'lesson-row'}>
      <span className="lesson-number num" aria-hidden="true">
        {number ?? '·'}
      </span>
      <div className="lesson-about">
        <button type="button" className="lesson-open" onClick={() => open(lesson, null)}>
          {plainText(lesson.title, language)}
        </button>
        {lesson.aim !== undefined && <p>{plainText(lesson.aim, language)}</p>}
      </div>
      <p className="lesson-facts quiet">
        <span>{t('{n, plural, one {{n} minute} other {{n} minutes}}', { n: minutes })}</span>
        <span>{t('{answered} of {asked} predicted', { answered, asked })}</span>
        <span className="lesson-state">{state}</span>
      </p>
    </li>
  );
}

function LearnTools({ onFile }: { readonly onFile: (file: File) => void }) {
  const { reset, setClassMode } = useLessons();
  const classMode = useLessonsState((state) => state.classMode);
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    if (file !== undefined) onFile(file);
    target.value = '';
  };
  return (
    <div className="learn-tools">
      <input ref={input} type="file" accept=".json,application/json" hidden onChange={choose} />
      <button type="button" className="text-button" onClick={() => input.current?.click()}>
        {t('Open a lesson file')}
      </button>
      <label className="check">
        <input
          type="checkbox"
          checked={classMode}
          onChange={({ target }) => setClassMode(target.checked)}
        />
        {t('Count hands of a class')}
      </label>
      <button type="button" className="text-button" onClick={reset}>
        {t('Reset progress')}
      </button>
    </div>
  );
}
