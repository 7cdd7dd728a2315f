import { t } from '../../../base/language.ts';
import { withLanguage, withoutLanguage } from '../../../lessons/draft.ts';
import type { Lesson } from '../../../lessons/lesson.ts';
import { MAX_PROMPT_TEXT, MAX_TEXT, MAX_TITLE_TEXT } from '../../../lessons/limits.ts';
import { LANGUAGES, languagesOf } from '../../../lessons/text.ts';
import { LANGUAGE_NAMES, LocalField } from './LocalField.tsx';
import { useEditor } from './use-editor.ts';

/** What the lesson is called, what it is for, in which languages, and what it ends with. */
export function AboutFields({ draft }: { readonly draft: Lesson }) {
  return (
    <div className="edit-about">
      <Languages draft={draft} />
      <LocalField
        label={t('Title')}
        path="title"
        text={draft.title}
        most={MAX_TITLE_TEXT}
        write={(lesson, text) => void (lesson.title = text)}
      />
      <LocalField
        label={t('Aim: what one can do afterwards')}
        path="aim"
        text={draft.aim}
        most={MAX_PROMPT_TEXT}
        lines={2}
        write={(lesson, text) => void (lesson.aim = text)}
      />
      <LocalField
        label={t('Closing question: what did you see?')}
        path="closing"
        text={draft.closing}
        most={MAX_TEXT}
        lines={2}
        write={(lesson, text) => void (lesson.closing = text)}
      />
    </div>
  );
}

function Languages({ draft }: { readonly draft: Lesson }) {
  const editor = useEditor();
  const there = languagesOf(draft.title);
  return (
    <fieldset className="edit-languages">
      <legend>{t('Languages')}</legend>
      {LANGUAGES.map((language) => {
        const has = there.includes(language);
        return (
          <label key={language} className="check">
            <input
              type="checkbox"
              checked={has}
              disabled={has && there.length === 1}
              onChange={() =>
                editor.replace((lesson) =>
                  has ? withoutLanguage(lesson, language) : withLanguage(lesson, language),
                )
              }
            />
            {t(LANGUAGE_NAMES[language])}
          </label>
        );
      })}
    </fieldset>
  );
}
