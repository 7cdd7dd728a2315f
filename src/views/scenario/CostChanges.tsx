import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import type { CostChange } from '../../scenario/scenario.ts';
import { useApp } from '../shell/app-context.ts';
import { useProblemAt, useScenario } from './use-scenario.ts';

/** The costs that change while the program runs, in order of time. */
export function CostChanges() {
  const { scenario } = useScenario();
  const { costChanges } = scenario;
  if (costChanges.length === 0) return null;
  return (
    <>
      <h3 className="cost-changes-name">Costs that change during the run</h3>
      <ul className="cost-changes">
        {costChanges.map((change, index) => (
          <Change key={change.at.cycle} change={change} index={index} />
        ))}
      </ul>
    </>
  );
}

interface Props {
  readonly change: CostChange;
  readonly index: number;
}

function Change({ change, index }: Props) {
  const { costs, navigation } = useApp();
  const { scenario } = useScenario();
  const problem = useProblemAt(`costChanges[${index}]`);
  const { cycle } = change.at;
  const when = `${formatMicroseconds(cycle, scenario.machine.clockGHz)} µs`;
  const what = Object.entries(change.overrides)
    .map(([name, value]) => `${name} ${Number.isInteger(value) ? groupDigits(value) : value}`)
    .join(', ');
  return (
    <li>
      <button
        type="button"
        className="text-button"
        title={`Cycle ${groupDigits(cycle)}`}
        onClick={() => navigation.seek(cycle)}
      >
        From {when}
      </button>
      <span className="cost-change">
        {what === '' ? 'nothing changes' : <code>{what}</code>}
        {problem !== '' && <span className="field-problem">{problem}</span>}
      </span>
      <button
        type="button"
        className="text-button"
        aria-label={`Remove the change at ${when}`}
        onClick={() => costs.removeChange(index)}
      >
        Remove
      </button>
    </li>
  );
}
