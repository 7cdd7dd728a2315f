import { useRef, useState } from 'react';

import { msg, t } from '../../../base/language.ts';
import type { SweepState } from '../../../store/sweep.ts';
import { OpenResults } from '../OpenResults.tsx';
import { useApp } from '../../shell/app-context.ts';
import { Icon } from '../../shell/icons.tsx';
import { useMenu } from '../../shell/use-menu.ts';

type FileKind = 'csv' | 'ndjson' | 'json';

const KINDS: readonly (readonly [FileKind, string])[] = [
  ['csv', msg('Every run, with its link (CSV)')],
  ['json', msg('Report: bands, winners, findings (JSON)')],
  ['ndjson', msg('Sweep file, to open or merge (NDJSON)')],
];

/** The results as files, and files as results. */
export function SweepFiles({ state }: { readonly state: SweepState }) {
  const app = useApp();
  const menu = useRef<HTMLDetailsElement>(null);
  const [making, setMaking] = useState(false);
  useMenu(menu);
  const close = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  const { table } = state;
  const make = async (kind: FileKind): Promise<void> => {
    close();
    if (table === null) return;
    setMaking(true);
    try {
      const { makeSweepFile } = await import('./make-file.ts');
      const { save } = await import('../../export/save.ts');
      save(await makeSweepFile(table, kind, app.codec));
    } catch {
      app.notify('problem', t('The file could not be made. Try again with fewer runs.'));
    }
    setMaking(false);
  };
  return (
    <details ref={menu} className="menu sweep-files">
      <summary className="text-button" aria-label={t('Files of the sweep')}>
        {making ? t('Writing') : t('Files')} <Icon name="down" size={12} />
      </summary>
      <div className="menu-list">
        {table !== null &&
          KINDS.map(([kind, text]) => (
            <button key={kind} type="button" onClick={() => void make(kind)}>
              {t(text)}
            </button>
          ))}
        <OpenResults name={t('Open a sweep file')} onChosen={close} />
      </div>
    </details>
  );
}
