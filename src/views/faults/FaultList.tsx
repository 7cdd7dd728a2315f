import { memo } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { HeldRun } from '../../store/held.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { faultSentence } from './fault-words.ts';

/** More would help nobody, and a file may hold ten thousand. */
const SHOWN = 50;

/** The faults of the scenario in words; each can be gone to, changed and taken away. */
export function FaultList() {
  const faults = useAppState((state) => state.scenario.faults);
  const run = useHeldRun();
  if (run === null) return null;
  if (faults.length === 0) return <p className="quiet">{t('No fault is set.')}</p>;
  return (
    <>
      <ol className="fault-list">
        {Array.from({ length: Math.min(faults.length, SHOWN) }, (_, index) => (
          <FaultItem key={index} index={index} run={run} />
        ))}
      </ol>
      {faults.length > SHOWN && (
        <p className="quiet">
          {t('and {count} more, in the file', { count: groupDigits(faults.length - SHOWN) })}
        </p>
      )}
    </>
  );
}

interface Props {
  readonly index: number;
  readonly run: HeldRun;
}

const FaultItem = memo(function FaultItem({ index, run }: Props) {
  const fault = useAppState((state) => state.scenario.faults[index]);
  const { faults, navigation } = useApp();
  if (fault === undefined) return null;
  const at = injectedAt(run, index);
  const sentence = faultSentence(fault, run.plan);
  return (
    <li>
      <span className="fault-sentence">
        {sentence}.
        {at === null && <small className="field-remark"> {t('Not reached in this run.')}</small>}
      </span>
      <span className="fault-acts">
        <button
          type="button"
          className="text-button"
          disabled={at === null}
          aria-label={t('Go to fault {number}', { number: index + 1 })}
          onClick={() => at !== null && navigation.seek(at)}
        >
          {t('Go to')}
        </button>
        <button
          type="button"
          className="text-button"
          aria-label={t('Change fault {number}', { number: index + 1 })}
          onClick={() => faults.openFault(index)}
        >
          {t('Change')}
        </button>
        <button
          type="button"
          className="text-button"
          aria-label={t('Remove fault {number}', { number: index + 1 })}
          onClick={() => faults.remove(index)}
        >
          {t('Remove')}
        </button>
      </span>
    </li>
  );
});

/** When a fault of the scenario was injected; `null` when the run never came to it. */
function injectedAt({ recording }: HeldRun, index: number): number | null {
  const found = recording.incidents.find(
    ({ kind, fault }) => kind === 'injected' && fault === index,
  );
  return found?.time ?? null;
}
