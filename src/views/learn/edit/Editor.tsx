import type { KeyboardEvent } from 'react';

import { t } from '../../../base/language.ts';
import type { Lesson } from '../../../lessons/lesson.ts';
import { WHOLE } from '../../../store/lessons-editor.ts';
import { AboutFields } from './AboutFields.tsx';
import { EditorHead } from './EditorHead.tsx';
import { StepFields } from './StepFields.tsx';
import { StepList } from './StepList.tsx';
import { useEditor, useEditorState } from './use-editor.ts';
import { ValueFields } from './ValueFields.tsx';
import './edit.css';

/** Writes a lesson: its steps at the left, what one of them holds at the right. */
export function Editor({ draft }: { readonly draft: Lesson }) {
  const editor = useEditor();
  const step = useEditorState((state) => state.step);
  const press = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const redoes = key === 'y' || (key === 'z' && event.shiftKey);
    if (!redoes && key !== 'z') return;
    // Letters are changes of the lesson like any other; the Lab has an undo of its own.
    event.preventDefault();
    event.stopPropagation();
    if (redoes) editor.redo();
    else editor.undo();
  };
  return (
    // Keys of fields come up to it; it takes no focus itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="edit" onKeyDown={press}>
      <EditorHead draft={draft} />
      <div className="edit-columns">
        <div className="edit-left">
          <StepList draft={draft} />
        </div>
        <div className="edit-right-side">
          {step === WHOLE ? (
            <Whole draft={draft} />
          ) : (
            <StepFields key={step} draft={draft} index={step} />
          )}
        </div>
      </div>
    </div>
  );
}

/** What belongs to no single step. */
function Whole({ draft }: { readonly draft: Lesson }) {
  return (
    <section className="edit-form" aria-label={t('The lesson as a whole')}>
      <h3>{t('The lesson as a whole')}</h3>
      <AboutFields draft={draft} />
      <ValueFields draft={draft} />
    </section>
  );
}
