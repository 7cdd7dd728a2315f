import { useEffect, useId, useState } from 'react';

import { msg, t } from '../../base/language.ts';
import type { AppStore } from '../../store/app-store.ts';
import { save } from '../export/save.ts';
import { scenarioText } from '../scenario/write-file.ts';
import { CopyButton } from '../share/CopyButton.tsx';
import { isKept, startFresh } from './fresh.ts';
import { rescuedLinks } from './rescued-links.ts';
import type { RescuedLink } from './rescued-links.ts';
import './errors.css';

interface Props {
  readonly app: AppStore;
  readonly error: unknown;
}

/** After a failure of the page: all that the person has made, as links and as a file, and the ways to go on. */
export function Rescue({ app, error }: Props) {
  const [links, setLinks] = useState<readonly RescuedLink[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    void rescuedLinks(app).then(setLinks);
  }, [app]);
  const saveFile = async (): Promise<void> => {
    const text = await scenarioText(app.store.getState().scenario);
    if (!text.ok) setProblem(t('No file was saved: {problem}', { problem: text.error }));
    else {
      const content = new Blob([`${text.value}\n`], { type: 'application/json' });
      save({ name: 'scenario.watchmen.json', content });
    }
  };
  return (
    <div className="rescue">
      <p>{isKept() ? t(KEPT) : t(NOT_KEPT)}</p>
      {links.map((link) => (
        <LinkField key={link.id} link={link} />
      ))}
      <p>
        <button type="button" className="text-button" onClick={() => void saveFile()}>
          {t('Save the scenario as a file')}
        </button>
      </p>
      <output>{problem}</output>
      <p>
        {t(
          'If the page fails again after a reload, start fresh: what is kept stays kept, and is offered there.',
        )}
      </p>
      <p>
        <button type="button" className="text-button" onClick={() => void startFresh()}>
          {t('Start fresh')}
        </button>
      </p>
      <details>
        <summary>{t('What went wrong')}</summary>
        <pre>{error instanceof Error ? (error.stack ?? String(error)) : String(error)}</pre>
      </details>
    </div>
  );
}

const KEPT = msg(
  'Branches, notes and steps to undo are kept in this browser, and are there again after a reload.',
);
const NOT_KEPT = msg(
  'Nothing of this page is kept in this browser. Copy the link, or save the file, before you reload.',
);

function LinkField({ link: { name, address } }: { readonly link: RescuedLink }) {
  const id = useId();
  return (
    <div className="rescue-link">
      <label htmlFor={id}>{t('Link to “{name}”', { name })}</label>
      <input id={id} className="num" readOnly value={address} />
      <CopyButton text={address} name={t('Copy the link')} />
    </div>
  );
}
