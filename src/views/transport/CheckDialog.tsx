import { useEffect, useState } from 'react';

import { t } from '../../base/language.ts';
import type { Result } from '../../base/result.ts';
import type { CheckedRun } from '../../worker/protocol.ts';
import { useApp, useHeldRun } from '../shell/app-context.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { useModal } from '../shell/use-modal.ts';

/** The invariants of the model, checked on the run that is shown. */
export function CheckDialog({ onClose }: { readonly onClose: () => void }) {
  const { checkRun } = useApp();
  const dialog = useModal();
  const run = useHeldRun();
  const scenario = run?.scenario;
  const [outcome, setOutcome] = useState<Result<CheckedRun, string> | null>(null);

  useEffect(() => {
    if (scenario === undefined) return undefined;
    const abort = new AbortController();
    void checkRun(scenario, abort.signal).then(setOutcome);
    return () => abort.abort();
  }, [checkRun, scenario]);

  return (
    <Dialog
      ref={dialog}
      className="check-dialog"
      title={t('Is this run right?')}
      closedby="closerequest"
      onClose={onClose}
    >
      <output aria-live="polite">
        {outcome === null && (
          <p className="quiet">{t('Running once more and checking every invariant …')}</p>
        )}
        {outcome?.ok === false && <p className="field-problem">{outcome.error}</p>}
        {outcome?.ok === true && (
          <Findings checked={outcome.value} digest={run?.recording.summary.digest ?? ''} />
        )}
      </output>
    </Dialog>
  );
}

function Findings({ checked, digest }: { readonly checked: CheckedRun; readonly digest: string }) {
  const same = checked.digest === digest;
  return (
    <>
      <ol className="findings">
        {checked.findings.map(({ id, name, ok, applies, details }) => (
          <li key={id} className={ok ? '' : 'broken'}>
            <b>{applies ? (ok ? t('holds') : t('broken')) : t('not asked')}</b>
            <span>
              {name}
              {details.map((detail) => (
                <small key={detail}>{detail}</small>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p className={same ? 'quiet' : 'field-problem'}>
        {same
          ? t('Run twice, the same trace: digest {digest}.', { digest })
          : t('Run twice, two traces: digests {digest} and {other}.', {
              digest,
              other: checked.digest,
            })}
      </p>
    </>
  );
}
