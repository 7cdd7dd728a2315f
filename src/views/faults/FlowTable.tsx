import { FLOW_NAMES, FLOW_PARAMETERS } from '../../kernel/faults/flow-parameters.ts';
import type { FlowName } from '../../kernel/faults/flow-parameters.ts';
import { NumberField } from '../scenario/NumberField.tsx';
import { useApp, useAppState } from '../shell/app-context.ts';

/** Where wrong values go: every probability of the fault model with its range, basis and source. */
export function FlowTable() {
  const { faults } = useApp();
  const changed = useAppState((state) => Object.keys(state.scenario.flow).length);
  return (
    <>
      <p className="quiet">
        Per replica and stretch of user code between two traps, unless the title says otherwise.
        What the fates of a class leave to 1 is the chance that the value stays where it is.
      </p>
      <button
        type="button"
        className="text-button"
        disabled={changed === 0}
        onClick={faults.resetFlow}
      >
        Reset all ({changed})
      </button>
      <ul className="costs">
        {FLOW_NAMES.map((name) => (
          <FlowRow key={name} name={name} />
        ))}
      </ul>
    </>
  );
}

function FlowRow({ name }: { readonly name: FlowName }) {
  const { faults } = useApp();
  const own = useAppState((state) => state.scenario.flow[name]);
  const { title, value: usual, range, basis, source } = FLOW_PARAMETERS[name];
  const value = own ?? usual;
  const [low, high] = range;
  const outside = value < low || value > high;
  return (
    <li className={own === undefined ? 'cost' : 'cost changed'}>
      <span className="cost-name">
        <code>{name}</code> {title}
      </span>
      <NumberField
        label={`${name}: ${title}`}
        hideLabel
        path={`flow.${name}`}
        value={value}
        {...(outside && { remark: `outside the plausible range ${low} to ${high}` })}
        onChange={(number) => faults.changeFlow(name, number)}
      />
      <button
        type="button"
        className="text-button"
        aria-label={`Reset ${name}`}
        disabled={own === undefined}
        onClick={() => faults.changeFlow(name, undefined)}
      >
        Reset
      </button>
      <span className="cost-basis">
        {low}–{high} · <i>{source}</i> · {basis}
      </span>
    </li>
  );
}
