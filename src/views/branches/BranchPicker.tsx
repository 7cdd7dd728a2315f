import { useState } from 'react';

import { t } from '../../base/language.ts';
import { shownBranch } from '../../store/workspace.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { rowsOf } from './branch-rows.ts';
import { BranchTools } from './BranchTools.tsx';
import { NameField } from './NameField.tsx';

/** One branch of the list, which the system draws as it does on phones. */
export function BranchPicker() {
  const app = useApp();
  const branches = useAppState((state) => state.branches);
  const shown = useAppState(shownBranch);
  const [renaming, setRenaming] = useState(false);
  return (
    <div className="branch-picker">
      {renaming ? (
        <NameField branch={shown} onEnd={() => setRenaming(false)} />
      ) : (
        <label>
          <span>{t('Branch')}</span>
          <select
            value={shown.id}
            onChange={({ target }) => app.branches.show(Number(target.value))}
          >
            {rowsOf(branches).map(({ branch, level }) => (
              <option key={branch.id} value={branch.id}>
                {'\u2003'.repeat(level - 1) + branch.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <BranchTools branch={shown} onRename={() => setRenaming(true)} />
    </div>
  );
}
