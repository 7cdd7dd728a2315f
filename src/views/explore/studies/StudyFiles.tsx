import { useRef, useState } from 'react';

import { t } from '../../../base/language.ts';
import { useApp } from '../../shell/app-context.ts';
import { Icon } from '../../shell/icons.tsx';
import { OpenResults } from '../OpenResults.tsx';
import { useMenu } from '../../shell/use-menu.ts';
import type { ReadyFile } from '../../export/save.ts';

/** What a study can be saved as. */
export type StudyFileKind = 'csv' | 'json';

interface Props {
  /** What each file holds; messages. */
  readonly kinds: readonly (readonly [StudyFileKind, string])[];
  /** `null` = there are no results yet. */
  readonly make: ((kind: StudyFileKind) => Promise<ReadyFile>) | null;
}

/** The results of a study so far as files, and files as results. */
export function StudyFiles({ kinds, make }: Props) {
  const app = useApp();
  const menu = useRef<HTMLDetailsElement>(null);
  const [making, setMaking] = useState(false);
  useMenu(menu);
  const close = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  const save = async (kind: StudyFileKind): Promise<void> => {
    close();
    if (make === null) return;
    setMaking(true);
    try {
      const { save: saveFile } = await import('../../export/save.ts');
      saveFile(await make(kind));
    } catch {
      app.notify('problem', t('The file could not be made. Try again with fewer runs.'));
    }
    setMaking(false);
  };
  return (
    <details ref={menu} className="menu sweep-files">
      <summary className="text-button" aria-label={t('Files of the study')}>
        {making ? t('Writing') : t('Files')} <Icon name="down" size={12} />
      </summary>
      <div className="menu-list">
        {make !== null &&
          kinds.map(([kind, text]) => (
            <button key={kind} type="button" onClick={() => void save(kind)}>
              {t(text)}
            </button>
          ))}
        <OpenResults name={t('Open a saved study')} onChosen={close} />
      </div>
    </details>
  );
}
