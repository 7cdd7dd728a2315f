import { t } from '../../base/language.ts';
import { FaultButtons } from './FaultButtons.tsx';
import { FaultList } from './FaultList.tsx';
import { FlowTable } from './FlowTable.tsx';
import { ProtectionFields } from './ProtectionFields.tsx';
import { RateFields } from './RateFields.tsx';
import './fault-controls.css';

/** The scenario's faults, how Romain reacts, and where wrong values go: sections of the drawer. */
export function FaultSections() {
  return (
    <>
      <details open>
        <summary>{t('Faults')}</summary>
        <FaultList />
        <FaultButtons />
        <RateFields />
      </details>
      <details open>
        <summary>{t('Protection')}</summary>
        <ProtectionFields />
      </details>
      <details>
        <summary>{t('Flow probabilities')}</summary>
        <FlowTable />
      </details>
    </>
  );
}
