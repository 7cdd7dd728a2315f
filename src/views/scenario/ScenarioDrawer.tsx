import { t } from '../../base/language.ts';
import { FaultSections } from '../faults/FaultSections.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { useModal } from '../shell/use-modal.ts';
import { RunStatus } from '../shell/RunStatus.tsx';
import { useApp, useAppState } from '../shell/app-context.ts';
import { AppList } from './AppList.tsx';
import { CostTable } from './CostTable.tsx';
import { MachineFields } from './MachineFields.tsx';
import { ScenarioFile } from './ScenarioFile.tsx';
import { SeedField } from './SeedField.tsx';

/** Everything about the scenario that the sentence leaves out. */
export function ScenarioDrawer({ onClose }: { readonly onClose: () => void }) {
  const dialog = useModal();
  const { rules } = useApp();
  return (
    <Dialog
      ref={dialog}
      className="drawer"
      title={t('Scenario')}
      tools={<Undo />}
      onClose={onClose}
    >
      <div className="drawer-body">
        <RunStatus />
        <details open>
          <summary>{t('Applications')}</summary>
          <AppList />
        </details>
        <details open>
          <summary>{t('Machine and seed')}</summary>
          <SeedField />
          <MachineFields />
        </details>
        {rules?.locks.has('faults') !== true && <FaultSections />}
        <details open>
          <summary>{t('Costs')}</summary>
          <CostTable />
        </details>
        <details open>
          <summary>{t('File')}</summary>
          <ScenarioFile />
        </details>
      </div>
    </Dialog>
  );
}

function Undo() {
  const { history } = useApp();
  const canUndo = useAppState((state) => state.past.length > 0);
  const canRedo = useAppState((state) => state.future.length > 0);
  return (
    <span className="undo">
      <button type="button" className="text-button" disabled={!canUndo} onClick={history.undo}>
        {t('Undo')}
      </button>
      <button type="button" className="text-button" disabled={!canRedo} onClick={history.redo}>
        {t('Redo')}
      </button>
    </span>
  );
}
