import { useState } from 'react';

import { t } from '../../base/language.ts';
import {
  COST_NAMES,
  COST_PARAMETERS,
  COST_PRESET_IDS,
  COST_PRESETS,
  resolveCosts,
} from '../../kernel/costs.ts';
import type { CostName, CostPresetId } from '../../kernel/costs.ts';
import { NATIVE_COSTS } from '../../scenario/check.ts';
import { overridesAt } from '../../store/costs.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { CostChanges } from './CostChanges.tsx';
import { CostScope } from './CostScope.tsx';
import { ParameterRow } from './ParameterRow.tsx';
import { useInstantName } from './use-instant-name.ts';
import { useScenario } from './use-scenario.ts';

/** Every modelled latency with its range, basis and source; nearly all are inferred, and say so. */
export function CostTable() {
  const [scope, setScope] = useState<CostScope>('run');
  return (
    <>
      <Preset />
      <CostScope value={scope} onChange={setScope} />
      <CostChanges />
      <ul className="costs">
        {COST_NAMES.map((name) =>
          scope === 'run' ? (
            <CostRow key={name} name={name} />
          ) : (
            !NATIVE_COSTS.has(name) && <CostRowFromNow key={name} name={name} />
          ),
        )}
      </ul>
    </>
  );
}

function Preset() {
  const { scenario, edit } = useScenario();
  const { preset, overrides } = scenario.costs;
  const changed = Object.keys(overrides).length;
  const choose = (id: CostPresetId): void => edit({ costs: { preset: id, overrides: {} } });
  return (
    <>
      <div className="row">
        <label className="field">
          <span className="field-name">{t('Preset')}</span>
          <select
            value={preset}
            onChange={({ target }) =>
              choose(COST_PRESET_IDS.find((id) => id === target.value) ?? 'fast-ipi')
            }
          >
            {COST_PRESET_IDS.map((id) => (
              <option key={id} value={id}>
                {t(COST_PRESETS[id].title)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="text-button"
          disabled={changed === 0}
          onClick={() => choose(preset)}
        >
          {t('Reset all ({count})', { count: changed })}
        </button>
      </div>
      <p className="quiet">{t(COST_PRESETS[preset].why)}.</p>
    </>
  );
}

/** A cost of the whole run. */
function CostRow({ name }: { readonly name: CostName }) {
  const { scenario, edit } = useScenario();
  const { preset, overrides } = scenario.costs;
  const path = `costs.overrides.${name}`;
  const reset = (): void => {
    const { [name]: _, ...rest } = overrides;
    edit({ costs: { preset, overrides: rest } });
  };
  return (
    <ParameterRow
      name={name}
      parameter={COST_PARAMETERS[name]}
      path={path}
      value={overrides[name] ?? resolveCosts(preset)[name]}
      changed={overrides[name] !== undefined}
      onChange={(number) =>
        edit({ costs: { preset, overrides: { ...overrides, [name]: number } } }, path)
      }
      onReset={reset}
    />
  );
}

/** A cost from the playhead on: another value makes a branch. */
function CostRowFromNow({ name }: { readonly name: CostName }) {
  const { costs } = useApp();
  const { scenario } = useScenario();
  const instant = useInstantName();
  // A change at the very start is a cost of the whole run.
  const at = useAppState((state) => Math.max(1, state.playhead.time));
  const index = scenario.costChanges.findIndex((change) => change.at.cycle === at);
  const change = (value: number | undefined): void =>
    costs.changeFrom(at, { name, value }, t('{name} from {instant}', { name, instant }));
  return (
    <ParameterRow
      name={name}
      parameter={COST_PARAMETERS[name]}
      path={`costChanges[${index}].overrides.${name}`}
      value={resolveCosts(scenario.costs.preset, overridesAt(scenario, at))[name]}
      changed={scenario.costChanges[index]?.overrides[name] !== undefined}
      onChange={change}
      onReset={() => change(undefined)}
    />
  );
}
