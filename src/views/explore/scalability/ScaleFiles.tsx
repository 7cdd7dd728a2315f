import { useRef, useState } from 'react';

import type { StudyState } from '../../../store/study.ts';
import { useApp } from '../../shell/app-context.ts';
import { Icon } from '../../shell/icons.tsx';
import { useMenu } from '../../shell/use-menu.ts';

const KINDS = [
  ['csv', 'Every run, with its link (CSV)'],
  ['json', 'Report: bounds, knees, findings (JSON)'],
] as const;

/** The results so far as files. */
export function ScaleFiles({ state }: { readonly state: StudyState<'scalability'> }) {
  const app = useApp();
  const menu = useRef<HTMLDetailsElement>(null);
  const [making, setMaking] = useState(false);
  useMenu(menu);
  const { spec, results } = state;
  if (spec === null || results.length === 0) return null;
  const make = async (kind: 'csv' | 'json'): Promise<void> => {
    if (menu.current !== null) menu.current.open = false;
    setMaking(true);
    try {
      const { makeScaleFile } = await import('./make-file.ts');
      const { save } = await import('../../export/save.ts');
      save(await makeScaleFile({ spec, runs: results }, kind, app.codec));
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
        {KINDS.map(([kind, text]) => (
          <button key={kind} type="button" onClick={() => void make(kind)}>
            {text}
          </button>
        ))}
      </div>
    </details>
  );
}
