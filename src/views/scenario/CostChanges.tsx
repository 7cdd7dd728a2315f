import { t } from '../../base/language.ts';
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
      <h3 className="cost-changes-name">{t('Costs that change during the run')}</h3>
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
  const when = t('{time} µs', { time: formatMicroseconds(cycle, scenario.machine.clockGHz) });
  const what = Object.entries(change.overrides)
    .map(([name, value]) => `${name} ${Number.isInteger(value) ? groupDigits(value) : value}`)
    .join(', ');
  return (
    <li>
      <button
        type="button"
        className="text-button"
        title={t('Cycle {cycle}', { cycle: groupDigits(cycle) })}
        onClick={() => navigation.seek(cycle)}
      >
        {t('From {when}', { when })}
      </button>
      <span className="cost-change">
        {what === '' ? t('nothing changes') : <code>{what}</code>}
        {problem !== '' && <span className="field-problem">{problem}</span>}
      </span>
      <button
        type="button"
        className="text-button"
        aria-label={t('Remove the change at {when}', { when })}
        onClick={() => costs.removeChange(index)}
      >
        {t('Remove')}
      </button>
    </li>
  );
}
