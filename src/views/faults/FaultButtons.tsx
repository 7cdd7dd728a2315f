import { t } from '../../base/language.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';

/** Below a list of the scenario's faults: one more, or none. */
export function FaultButtons() {
  const { faults } = useApp();
  const none = useAppState(
    ({ scenario }) => scenario.faults.length === 0 && scenario.faultRate === null,
  );
  return (
    <div className="row">
      <button type="button" className="text-button" onClick={() => faults.openInject()}>
        <Icon name="bolt" size={16} /> {t('Inject a fault here')}
      </button>
      <button type="button" className="text-button" disabled={none} onClick={faults.clear}>
        {t('Remove all')}
      </button>
    </div>
  );
}
