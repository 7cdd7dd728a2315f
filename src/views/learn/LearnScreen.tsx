import { useRef } from 'react';
import type { ChangeEvent } from 'react';

import { spokenLanguage, t } from '../../base/language.ts';
import { plainText } from '../../lessons/play.ts';
import { Part } from '../shell/Part.tsx';
import { useEditorState } from './edit/use-editor.ts';
import { LessonRow } from './LessonRow.tsx';
import { useLessons, useLessonsState } from './lessons-context.ts';
import { OwnLessons } from './OwnLessons.tsx';
import './learn.css';
import { lazyPart } from '../shell/lazy-part.tsx';

// Most people come to learn, not to write.
const Editor = lazyPart(async () => (await import('./edit/Editor.tsx')).Editor);

/** All lessons in the order of the talk and the person's own, or the one that they write on. */
export function LearnScreen() {
  const draft = useEditorState((state) => state.draft);
  return (
    <main id="main" className="learn">
      <div className={draft === null ? 'learn-page' : 'learn-page writing'}>
        {draft === null ? (
          <Contents />
        ) : (
          <Part>
            <Editor draft={draft} />
          </Part>
        )}
      </div>
    </main>
  );
}

function Contents() {
  const all = useLessonsState((state) => state.all);
  const shipped = useLessonsState((state) => state.shipped);
  return (
    <>
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
      <LearnTools />
      <OwnLessons />
    </>
  );
}

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

function LearnTools() {
  const { reset, setClassMode, openText } = useLessons();
  const classMode = useLessonsState((state) => state.classMode);
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => void openText(await file.text());
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    if (file !== undefined) void read(file);
    target.value = '';
  };
  return (
    <div className="learn-tools">
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
      <input ref={input} type="file" accept=".json,application/json" hidden onChange={choose} />
      <button type="button" className="text-button" onClick={() => input.current?.click()}>
        {t('Open a lesson file')}
      </button>
    </div>
  );
}
