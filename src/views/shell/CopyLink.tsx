import { useRef } from 'react';

import { t } from '../../base/language.ts';
import { useApp, useHeldRun } from './app-context.ts';
import { copyLink } from './copy-link.ts';
import { Icon } from './icons.tsx';
import { useMenu } from './use-menu.ts';
import { useSaid } from './use-said.ts';

/** Copies a link to the scenario or to this moment of it, and says so. */
export function CopyLink() {
  const app = useApp();
  const run = useHeldRun();
  const menu = useRef<HTMLDetailsElement>(null);
  const said = useSaid();
  useMenu(menu);

  const copy = (what: 'scenario' | 'moment'): void => {
    if (menu.current !== null) menu.current.open = false;
    void copyLink(app, what);
  };

  return (
    <div className="copy-link">
      <output className="copied">{said}</output>
      <details ref={menu} className="menu" name="top-menu">
        <summary className="tool" aria-label={t('Copy link')}>
          <Icon name="link" />
          <span className="tool-name">{t('Copy link')}</span>
        </summary>
        <div className="menu-list">
          <button type="button" disabled={run === null} onClick={() => copy('scenario')}>
            {t('To this scenario')}
          </button>
          <button type="button" disabled={run === null} onClick={() => copy('moment')}>
            {t('To this moment')}
          </button>
          <button type="button" disabled={run === null} onClick={() => app.open({ kind: 'share' })}>
            {t('Share: QR code, frame…')}
          </button>
        </div>
      </details>
    </div>
  );
}
