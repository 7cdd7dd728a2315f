import { t } from '../../base/language.ts';
import { FAULT_TARGETS } from '../../base/vocabulary.ts';
import type { FaultTarget } from '../../base/vocabulary.ts';
import { appliesTo } from '../../scenario/fault-rules.ts';
import { NumberField } from '../scenario/NumberField.tsx';
import { useProblemAt } from '../scenario/use-scenario.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { TARGET_WORDS } from './target-words.ts';

/** Mean cycles between two faults when they are switched on: a few in a run of CRC32. */
const MEAN_CYCLES = 100_000_000;

/** Faults that come by themselves, at a seeded random rate. */
export function RateFields() {
  const { faults } = useApp();
  const rate = useAppState((state) => state.scenario.faultRate);
  const apps = useAppState((state) => state.scenario.apps);
  const problem = useProblemAt('faultRate.targets');
  const toggle = (target: FaultTarget): void => {
    if (rate === null) return;
    const targets = FAULT_TARGETS.filter(
      (known) => rate.targets.includes(known) !== (known === target),
    );
    faults.setRate({ ...rate, targets });
  };
  return (
    <div className="rate">
      <label className="check">
        <input
          type="checkbox"
          checked={rate !== null}
          onChange={({ target }) =>
            faults.setRate(
              target.checked ? { meanCycles: MEAN_CYCLES, targets: ['gpr', 'mem'] } : null,
            )
          }
        />
        {t('Faults come by themselves')}
      </label>
      {rate !== null && (
        <>
          <NumberField
            label={t('Every, on average')}
            unit={t('cycles')}
            path="faultRate.meanCycles"
            value={rate.meanCycles}
            onChange={(meanCycles) => faults.setRate({ ...rate, meanCycles }, 'faultRate')}
          />
          <fieldset className="rate-targets">
            <legend className="field-name">{t('in')}</legend>
            {FAULT_TARGETS.map((target) => (
              <label key={target} className="check" title={t(TARGET_WORDS[target])}>
                <input
                  type="checkbox"
                  checked={rate.targets.includes(target)}
                  disabled={
                    !rate.targets.includes(target) && !apps.some((app) => appliesTo(target, app))
                  }
                  onChange={() => toggle(target)}
                />
                <code>{target}</code>
              </label>
            ))}
          </fieldset>
          {problem !== '' && <p className="field-problem">{problem}</p>}
        </>
      )}
    </div>
  );
}
