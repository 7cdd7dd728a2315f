import { useId, useState } from 'react';

import { t } from '../../base/language.ts';
import { useApp } from '../shell/app-context.ts';
import { groupedText } from './position-text.ts';

/** A field that takes an instant in words and goes there. */
export function GoTo() {
  const { navigation } = useApp();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const problemId = useId();

  const submit = (): void => {
    const gone = navigation.goTo(text);
    setProblem(gone.ok ? '' : groupedText(gone.error));
    if (gone.ok) setText('');
  };

  return (
    <form className="go-to" action={submit}>
      <input
        type="text"
        aria-label={t('Go to', {}, 'instant')}
        placeholder={t('Go to event 41')}
        title={t('For example 1.5ms, +200us, cycle 77000, event 41, step 1000')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : problemId}
        onChange={(event) => {
          setText(event.target.value);
          setProblem('');
        }}
      />
      <button type="submit" className="text-button">
        {t('Go')}
      </button>
      {problem !== '' && (
        <p id={problemId} role="alert" className="field-problem">
          {problem}
        </p>
      )}
    </form>
  );
}
