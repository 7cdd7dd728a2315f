import { spokenLanguage, t } from '../../base/language.ts';
import type { Result } from '../../base/result.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { plainText } from '../../lessons/play.ts';
import { useApp } from '../shell/app-context.ts';
import { ShareLesson } from './edit/ShareLesson.tsx';
import { LessonFacts } from './LessonRow.tsx';
import { useLessons, useLessonsState } from './lessons-context.ts';

/** What the person wrote, copied or opened, and the ways to another one. */
export function OwnLessons() {
  const drafts = useLessonsState((state) => state.drafts);
  const { editor } = useLessons();
  const app = useApp();
  const begin = (made: Result<Lesson, string>): void => {
    if (!made.ok) app.notify('problem', made.error);
  };
  return (
    <section className="own-lessons" aria-label={t('Your own lessons')}>
      <h3>{t('Your own lessons')}</h3>
      <p className="quiet">
        {t(
          'Write a lesson from what the Lab shows. The kernel answers its questions; you say what to look at. Everything is kept in this browser.',
        )}
      </p>
      <div className="learn-tools">
        <button type="button" className="text-button" onClick={() => begin(editor.create())}>
          {t('New lesson')}
        </button>
        <button
          type="button"
          className="text-button"
          onClick={() => begin(editor.createFromNotes())}
        >
          {t('New lesson from the notes of the Lab')}
        </button>
      </div>
      <Problems />
      {drafts.length > 0 && (
        <ol className="lesson-list">
          {drafts.map((draft) => (
            <OwnRow key={draft.id} draft={draft} />
          ))}
        </ol>
      )}
    </section>
  );
}

function OwnRow({ draft }: { readonly draft: Lesson }) {
  const { open, editor } = useLessons();
  const playable = useLessonsState(({ all }) => all.find(({ id }) => id === draft.id) ?? null);
  const language = spokenLanguage();
  const title = plainText(draft.title, language) || t('Lesson without a title');
  return (
    <li className="lesson-row">
      <span className="lesson-number num" aria-hidden="true">
        ·
      </span>
      <div className="lesson-about">
        <button
          type="button"
          className="lesson-open"
          onClick={() => (playable === null ? editor.edit(draft.id) : open(playable, null))}
        >
          {title}
        </button>
        {playable === null && <p>{t('Not finished')}</p>}
      </div>
      <div className="lesson-side">
        {playable !== null && <LessonFacts lesson={playable} />}
        <p className="edit-buttons">
          <button
            type="button"
            className="text-button"
            aria-label={t('Edit: {title}', { title })}
            onClick={() => editor.edit(draft.id)}
          >
            {t('Edit')}
          </button>
          <ShareLesson lesson={playable} />
          <button
            type="button"
            className="text-button"
            aria-label={t('Delete: {title}', { title })}
            onClick={() => editor.remove(draft.id)}
          >
            {t('Delete')}
          </button>
        </p>
      </div>
    </li>
  );
}

/** Problems that are listed at most: the first ones most often explain the others. */
const MOST_PROBLEMS = 8;

function Problems() {
  const problems = useLessonsState((state) => state.fileProblems);
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
