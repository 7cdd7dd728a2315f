import { useId } from 'react';

import { msg, t } from '../../../base/language.ts';
import type { Lesson } from '../../../lessons/lesson.ts';
import { mustNotBeEmpty } from '../../../lessons/problem.ts';
import type { Language, LocalText } from '../../../lessons/text.ts';
import { languagesOf } from '../../../lessons/text.ts';
import type { Writable } from '../../../store/lessons-editor.ts';
import { Problem } from './Field.tsx';
import { useEditor, useEditorState, useProblem } from './use-editor.ts';

interface Props {
  readonly label: string;
  /** Where it lies in the lesson: `steps[2].caption`. */
  readonly path: string;
  /** Absent = not written yet. */
  readonly text: LocalText | undefined;
  readonly most: number;
  /** Lines that it has room for; 1 = a single one. */
  readonly lines?: number;
  readonly hint?: string;
  readonly write: (draft: Writable<Lesson>, text: Writable<LocalText>) => void;
}

/** How languages are called in both. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: msg('English'),
  de: msg('German'),
};

/** A text in every language of the lesson. */
export function LocalField(props: Props) {
  const { label, hint, path } = props;
  const languages = useEditorState(({ draft }) => draft?.title);
  const all = languages === undefined ? [] : languagesOf(languages);
  const id = useId();
  return (
    <fieldset className="edit-local" aria-describedby={hint === undefined ? undefined : id}>
      <legend>{label}</legend>
      {all.map((language) => (
        <One key={`${path}.${language}`} {...props} language={language} several={all.length > 1} />
      ))}
      {hint !== undefined && (
        <p className="quiet" id={id}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}

const NOTHING: LocalText = {};

interface OneProps extends Props {
  readonly language: Language;
  readonly several: boolean;
}

function One({ label, path, text = NOTHING, most, lines = 1, write, language, several }: OneProps) {
  const editor = useEditor();
  const place = `${path}.${language}`;
  const problem = useTextProblem(place);
  const id = useId();
  const name = t(LANGUAGE_NAMES[language]);
  const field = {
    id,
    lang: language,
    value: text[language] ?? '',
    maxLength: most,
    'aria-label': several ? t('{label}, {language}', { label, language: name }) : label,
    'aria-invalid': problem !== null,
    'aria-describedby': `${id}-problem`,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      editor.change(place, (draft) => write(draft, { ...text, [language]: target.value })),
  };
  return (
    <div className="edit-one">
      {several && (
        <span className="edit-language" aria-hidden="true">
          {language}
        </span>
      )}
      {lines === 1 ? <input type="text" {...field} /> : <textarea rows={lines} {...field} />}
      <Problem id={`${id}-problem`} text={problem} />
    </div>
  );
}

/** What is wrong with a text, in words for who writes it. */
function useTextProblem(path: string): string | null {
  const problem = useProblem(path);
  return problem === mustNotBeEmpty() ? t('Write something here.') : problem;
}
