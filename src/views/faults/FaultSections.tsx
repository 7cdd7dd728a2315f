import { Icon } from '../shell/icons.tsx';
import { useApp, useAppState } from '../shell/app-context.ts';
import { FaultList } from './FaultList.tsx';
import { FlowTable } from './FlowTable.tsx';
import { ProtectionFields } from './ProtectionFields.tsx';
import { RateFields } from './RateFields.tsx';
import './fault-controls.css';

/** The scenario's faults, how Romain reacts, and where wrong values go: sections of the drawer. */
export function FaultSections() {
  const { faults } = useApp();
  const none = useAppState(
    ({ scenario }) => scenario.faults.length === 0 && scenario.faultRate === null,
  );
  return (
    <>
      <details open>
        <summary>Faults</summary>
        <FaultList />
        <div className="row">
          <button type="button" className="text-button" onClick={() => faults.openInject()}>
            <Icon name="bolt" size={16} /> Inject a fault here
          </button>
          <button type="button" className="text-button" disabled={none} onClick={faults.clear}>
            Remove all
          </button>
        </div>
        <RateFields />
      </details>
      <details open>
        <summary>Protection</summary>
        <ProtectionFields />
      </details>
      <details>
        <summary>Flow probabilities</summary>
        <FlowTable />
      </details>
    </>
  );
}
