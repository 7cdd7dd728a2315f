import { useState } from 'react';
import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import { Icon } from '../shell/icons.tsx';

interface Props {
  /** Link to the run, without `#`; `null` = being written. */
  readonly fragment: string | null;
  /** More that can be done with the run. */
  readonly children?: ReactNode;
}

/** Where a run can be looked at: its link, and the Lab. */
export function RunLinks({ fragment, children }: Props) {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const { origin, pathname } = window.location;
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}#${fragment}`);
      setSaid(t('Link copied'));
    } catch {
      setSaid(t('Copying is not allowed here; copy the link above'));
    }
  };
  return (
    <>
      {fragment !== null && (
        <a className="permalink num" href={`#${fragment}`} title={t('Link to this run')}>
          …/#{fragment}
        </a>
      )}
      <div className="row run-actions">
        <a className="text-button primary" href={fragment === null ? undefined : `#${fragment}`}>
          {t('Open in Lab')}
        </a>
        <button
          type="button"
          className="text-button"
          disabled={fragment === null}
          onClick={() => void copy()}
        >
          <Icon name="link" size={16} /> {t('Copy link')}
        </button>
        {children}
        <output className="quiet">{said}</output>
        <span className="quiet model-note">{t('model output, not measured data')}</span>
      </div>
    </>
  );
}
