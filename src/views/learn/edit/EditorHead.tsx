import { spokenLanguage, t } from '../../../base/language.ts';
import type { Lesson } from '../../../lessons/lesson.ts';
import { plainText } from '../../../lessons/play.ts';
import { WHOLE } from '../../../store/lessons-editor.ts';
import { useLessons, useLessonsState } from '../lessons-context.ts';
import { ShareLesson } from './ShareLesson.tsx';
import { useEditor, useEditorState } from './use-editor.ts';

/** What is written, whether it is finished, and what can be done with it. */
export function EditorHead({ draft }: { readonly draft: Lesson }) {
  const editor = useEditor();
  const { open } = useLessons();
  const step = useEditorState((state) => state.step);
  const canUndo = useEditorState(({ past }) => past.length > 0);
  const canRedo = useEditorState(({ future }) => future.length > 0);
  const playable = useLessonsState(({ all }) => all.find(({ id }) => id === draft.id) ?? null);
  const title = plainText(draft.title, spokenLanguage()) || t('Lesson without a title');
  return (
    <header className="edit-head">
      <h2>{title}</h2>
      <p className="edit-buttons">
        <button type="button" className="text-button" disabled={!canUndo} onClick={editor.undo}>
          {t('Undo')}
        </button>
        <button type="button" className="text-button" disabled={!canRedo} onClick={editor.redo}>
          {t('Redo')}
        </button>
        <button
          type="button"
          className="text-button primary"
          disabled={playable === null}
          onClick={() => {
            if (playable !== null) open(playable, Math.max(0, step));
          }}
        >
          {step === WHOLE ? t('Play') : t('Play from this step')}
        </button>
        <ShareLesson lesson={playable} />
        <button type="button" className="text-button" onClick={() => editor.remove(draft.id)}>
          {t('Delete the lesson')}
        </button>
        <button type="button" className="text-button" onClick={editor.close}>
          {t('Done')}
        </button>
      </p>
      <Standing />
    </header>
  );
}

/** What is still missing; each leads to its step. */
function Standing() {
  const editor = useEditor();
  const problems = useEditorState((state) => state.problems);
  const found = useEditorState((state) => state.findings?.problems) ?? [];
  const failure = useEditorState((state) => state.failure);
  const all = [...problems, ...found.filter(({ path }) => !problems.some((p) => p.path === path))];
  if (failure !== '' && all.length === 0) return <p className="field-problem">{failure}</p>;
  if (all.length === 0) {
    return <p className="quiet">{t('Finished, and kept in this browser with every change.')}</p>;
  }
  const steps = [...new Set(all.flatMap(({ path }) => stepOf(path) ?? []))];
  const elsewhere = all.filter(({ path }) => stepOf(path) === null).length;
  return (
    <div className="edit-standing">
      <p aria-live="polite">
        {t('{n, plural, one {{n} thing is} other {{n} things are}} missing or wrong.', {
          n: all.length,
        })}{' '}
        <span className="quiet">{t('Every change is kept in this browser.')}</span>
      </p>
      <p className="edit-buttons">
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            className="text-button"
            onClick={() => editor.show(step)}
          >
            {t('Step {n}', { n: step + 1 })}
          </button>
        ))}
        {elsewhere > 0 && (
          <button type="button" className="text-button" onClick={() => editor.show(WHOLE)}>
            {t('The lesson as a whole')}
          </button>
        )}
      </p>
    </div>
  );
}

function stepOf(path: string): number | null {
  const [, number] = /^steps\[(\d+)\]/u.exec(path) ?? [];
  return number === undefined ? null : Number(number);
}
