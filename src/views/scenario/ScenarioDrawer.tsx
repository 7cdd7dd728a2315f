import { useEffect, useRef } from 'react';

import { FaultSections } from '../faults/FaultSections.tsx';
import { Icon } from '../shell/icons.tsx';
import { RunStatus } from '../shell/RunStatus.tsx';
import { useApp, useAppState } from '../shell/app-context.ts';
import { AppList } from './AppList.tsx';
import { CostTable } from './CostTable.tsx';
import { MachineFields } from './MachineFields.tsx';
import { ScenarioFile } from './ScenarioFile.tsx';
import { SeedField } from './SeedField.tsx';

/** Everything about the scenario that the sentence leaves out. */
export function ScenarioDrawer({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="drawer-title"
      closedby="any"
      onClose={onClose}
    >
      <form method="dialog" className="dialog-head">
        <h2 id="drawer-title">Scenario</h2>
        <Undo />
        <button type="submit" className="tool" aria-label="Close">
          <Icon name="close" />
        </button>
      </form>
      <div className="drawer-body">
        <RunStatus />
        <details open>
          <summary>Applications</summary>
          <AppList />
        </details>
        <details open>
          <summary>Machine and seed</summary>
          <SeedField />
          <MachineFields />
        </details>
        <FaultSections />
        <details open>
          <summary>Costs</summary>
          <CostTable />
        </details>
        <details open>
          <summary>File</summary>
          <ScenarioFile />
        </details>
      </div>
    </dialog>
  );
}

function Undo() {
  const { history } = useApp();
  const canUndo = useAppState((state) => state.past.length > 0);
  const canRedo = useAppState((state) => state.future.length > 0);
  return (
    <span className="undo">
      <button type="button" className="text-button" disabled={!canUndo} onClick={history.undo}>
        Undo
      </button>
      <button type="button" className="text-button" disabled={!canRedo} onClick={history.redo}>
        Redo
      </button>
    </span>
  );
}
