import { t } from '../../base/language.ts';
import { useApp, useAppState } from '../shell/app-context.ts';

/** What the authors wish of the hardware, as switches (HotDep'12, slide 13). */
export function WishList() {
  const { faults, edits } = useApp();
  const isolation = useAppState((state) => state.scenario.protection.memoryIsolation);
  const fast = useAppState((state) => state.scenario.costs.preset === 'scc-like');
  const setFast = (on: boolean): void =>
    edits.edit((draft) => {
      draft.title = '';
      draft.costs = { preset: on ? 'scc-like' : 'fast-ipi', overrides: {} };
    });
  return (
    <div className="wish-list">
      <span className="quiet">{t('Hardware wish-list')}</span>
      <Switch
        name={t('memory isolation')}
        title={t('A faulty NonRes core cannot write into foreign memory, slots or UTCBs')}
        on={isolation}
        onChange={(memoryIsolation) => faults.changeProtection({ memoryIsolation })}
      />
      <Switch
        name={t('fast notification')}
        title={t('A message buffer as on the Intel SCC instead of inter-processor interrupts')}
        on={fast}
        onChange={setFast}
      />
    </div>
  );
}

interface Props {
  readonly name: string;
  readonly title: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Switch({ name, title, on, onChange }: Props) {
  return (
    <label className="switch" title={title}>
      <input type="checkbox" checked={on} onChange={({ target }) => onChange(target.checked)} />
      <span className="switch-track" aria-hidden="true" />
      {name}
    </label>
  );
}
