import { useId, useState } from 'react';

import { spokenLanguage, t } from '../../../base/language.ts';
import type { Lesson } from '../../../lessons/lesson.ts';
import { MAX_VALUES } from '../../../lessons/limits.ts';
import { valueText } from '../../../lessons/value-text.ts';
import { Problem, Section } from './Field.tsx';
import { MeasureFields } from './MeasureFields.tsx';
import { newMeasure } from './new-measure.ts';
import { useEditor, useEditorState, useProblem } from './use-editor.ts';

const NAME = /^[a-z][a-z0-9-]{0,39}$/u;

/** Figures that texts name and the kernel says. */
export function ValueFields({ draft }: { readonly draft: Lesson }) {
  const editor = useEditor();
  const [name, setName] = useState('');
  const id = useId();
  const names = Object.keys(draft.values);
  const taken = names.includes(name);
  const [{ scene = '' }] = draft.steps;
  const wrong = whatIsWrong(name, taken);
  return (
    <Section title={t('Values that texts name')} count={names.length}>
      {names.map((one) => (
        <Value key={one} draft={draft} name={one} />
      ))}
      <div className="edit-field">
        <label htmlFor={id}>{t('Name of a new value')}</label>
        <input
          id={id}
          type="text"
          value={name}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => setName(target.value)}
        />
        <Problem id={`${id}-problem`} text={wrong} />
      </div>
      <button
        type="button"
        className="text-button"
        disabled={name === '' || wrong !== null || names.length >= MAX_VALUES}
        onClick={() => {
          const measure = newMeasure('overhead', { scene, stop: { kind: 'start' } });
          editor.replace((lesson) => ({
            ...lesson,
            values: { ...lesson.values, [name]: measure },
          }));
          setName('');
        }}
      >
        {t('Add the value')}
      </button>
    </Section>
  );
}

function whatIsWrong(name: string, taken: boolean): string | null {
  if (name === '') return null;
  if (taken) return t('There is a value of this name already.');
  if (NAME.test(name)) return null;
  return t('Use small letters, digits and hyphens, a letter first.');
}

function Value({ draft, name }: { readonly draft: Lesson; readonly name: string }) {
  const editor = useEditor();
  const path = `values.${name}`;
  const problem = useProblem(path, true);
  const measured = useEditorState(({ findings }) => findings?.values[name]);
  const measure = draft.values[name];
  const scene = 'scene' in measure ? measure.scene : (Object.keys(draft.scenes)[0] ?? '');
  const shown = measured === undefined ? '…' : valueText(measured, spokenLanguage());
  return (
    <fieldset className="edit-group">
      <legend>
        <code>{`{${name}}`}</code> = {shown}
      </legend>
      <div className="edit-fields">
        <MeasureFields
          draft={draft}
          scene={scene}
          stop={{ kind: 'start' }}
          label={t('It is')}
          measure={measure}
          onChange={(next, key) =>
            editor.replace(
              (lesson) => ({ ...lesson, values: { ...lesson.values, [name]: next } }),
              undefined,
              `${path}.${key}`,
            )
          }
        />
      </div>
      <Problem text={problem} />
      <button
        type="button"
        className="text-button"
        onClick={() =>
          editor.replace((lesson) => {
            const { [name]: _, ...values } = lesson.values;
            return { ...lesson, values };
          })
        }
      >
        {t('Delete the value {name}', { name })}
      </button>
    </fieldset>
  );
}
