import { useRef, useState } from 'react';

import { useApp } from '../../shell/app-context.ts';
import { Icon } from '../../shell/icons.tsx';
import { useMenu } from '../../shell/use-menu.ts';
import type { ReadyFile } from '../../export/save.ts';

/** What a study can be saved as. */
export type StudyFileKind = 'csv' | 'json';

interface Props {
  /** What each file holds. */
  readonly kinds: readonly (readonly [StudyFileKind, string])[];
  readonly make: (kind: StudyFileKind) => Promise<ReadyFile>;
}

/** The results of a study so far as files. */
export function StudyFiles({ kinds, make }: Props) {
  const app = useApp();
  const menu = useRef<HTMLDetailsElement>(null);
  const [making, setMaking] = useState(false);
  useMenu(menu);
  const save = async (kind: StudyFileKind): Promise<void> => {
    if (menu.current !== null) menu.current.open = false;
    setMaking(true);
    try {
      const { save: saveFile } = await import('../../export/save.ts');
      saveFile(await make(kind));
    } catch {
      app.notify('problem', 'The file could not be made. Try again with fewer runs.');
    }
    setMaking(false);
  };
  return (
    <details ref={menu} className="menu sweep-files">
      <summary className="text-button" aria-label="Files of the study">
        {making ? 'Writing' : 'Files'} <Icon name="down" size={12} />
      </summary>
      <div className="menu-list">
        {kinds.map(([kind, text]) => (
          <button key={kind} type="button" onClick={() => void save(kind)}>
            {text}
          </button>
        ))}
      </div>
    </details>
  );
}
