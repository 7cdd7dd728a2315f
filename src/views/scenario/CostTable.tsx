import {
  COST_NAMES,
  COST_PARAMETERS,
  COST_PRESET_IDS,
  COST_PRESETS,
  resolveCosts,
} from '../../kernel/costs.ts';
import type { CostName, CostPresetId } from '../../kernel/costs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { ParameterRow } from './ParameterRow.tsx';
import { useScenario } from './use-scenario.ts';

/** Every modelled latency with its range, basis and source; nearly all are inferred, and say so. */
export function CostTable() {
  const { scenario, edit } = useScenario();
  const { preset, overrides } = scenario.costs;
  const changed = Object.keys(overrides).length;
  const choose = (id: CostPresetId): void => edit({ costs: { preset: id, overrides: {} } });
  return (
    <>
      <div className="row">
        <label className="field">
          <span className="field-name">Preset</span>
          <select
            value={preset}
            onChange={({ target }) =>
              choose(COST_PRESET_IDS.find((id) => id === target.value) ?? 'fast-ipi')
            }
          >
            {COST_PRESET_IDS.map((id) => (
              <option key={id} value={id}>
                {COST_PRESETS[id].title}
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
          Reset all ({changed})
        </button>
      </div>
      <p className="quiet">{COST_PRESETS[preset].why}.</p>
      <ul className="costs">
        {COST_NAMES.map((name) => (
          <CostRow key={name} name={name} costs={scenario.costs} edit={edit} />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  readonly name: CostName;
  readonly costs: Scenario['costs'];
  readonly edit: (change: Partial<Scenario>, typing?: string) => void;
}

function CostRow({ name, costs, edit }: RowProps) {
  const { preset, overrides } = costs;
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
