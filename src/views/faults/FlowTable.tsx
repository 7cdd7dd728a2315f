import { t } from '../../base/language.ts';
import { FLOW_NAMES, FLOW_PARAMETERS } from '../../kernel/faults/flow-parameters.ts';
import type { FlowName } from '../../kernel/faults/flow-parameters.ts';
import { ParameterRow } from '../scenario/ParameterRow.tsx';
import { useApp, useAppState } from '../shell/app-context.ts';

/** Where wrong values go: every probability of the fault model with its range, basis and source. */
export function FlowTable() {
  const { faults } = useApp();
  const changed = useAppState((state) => Object.keys(state.scenario.flow).length);
  return (
    <>
      <p className="quiet">
        {t(
          'Per replica and stretch of user code between two traps, unless the title says otherwise. What the fates of a class leave to 1 is the chance that the value stays where it is.',
        )}
      </p>
      <button
        type="button"
        className="text-button"
        disabled={changed === 0}
        onClick={faults.resetFlow}
      >
        {t('Reset all ({count})', { count: changed })}
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
  return (
    <ParameterRow
      name={name}
      parameter={FLOW_PARAMETERS[name]}
      path={`flow.${name}`}
      value={own ?? FLOW_PARAMETERS[name].value}
      changed={own !== undefined}
      onChange={(number) => faults.changeFlow(name, number)}
      onReset={() => faults.changeFlow(name, undefined)}
    />
  );
}
