import {
  COST_NAMES,
  COST_PARAMETERS,
  COST_PRESET_IDS,
  COST_PRESETS,
  resolveCosts,
} from '../../kernel/costs.ts';
import type { CostName, CostPresetId } from '../../kernel/costs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { NumberField } from './NumberField.tsx';
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
  const { title, range, unit, basis, source } = COST_PARAMETERS[name];
  const { preset, overrides } = costs;
  const value = overrides[name] ?? resolveCosts(preset)[name];
  const [low, high] = range;
  const path = `costs.overrides.${name}`;
  const outside = value < low || value > high;
  const reset = (): void => {
    const { [name]: _, ...rest } = overrides;
    edit({ costs: { preset, overrides: rest } });
  };
  return (
    <li className={overrides[name] === undefined ? 'cost' : 'cost changed'}>
      <span className="cost-name">
        <code>{name}</code> {title}
      </span>
      <NumberField
        label={`${name}: ${title}`}
        hideLabel
        unit={unit}
        path={path}
        value={value}
        {...(outside && { remark: `outside the plausible range ${low} to ${high}` })}
        onChange={(number) =>
          edit({ costs: { preset, overrides: { ...overrides, [name]: number } } }, path)
        }
      />
      <button
        type="button"
        className="text-button"
        aria-label={`Reset ${name}`}
        disabled={overrides[name] === undefined}
        onClick={reset}
      >
        Reset
      </button>
      <span className="cost-basis">
        {low}–{high} · <i>{source}</i> · {basis}
      </span>
    </li>
  );
}
