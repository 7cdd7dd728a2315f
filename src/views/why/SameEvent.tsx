import { useEffect, useState } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { HeldRun } from '../../store/held.ts';
import type { OtherLength } from '../../worker/what-if-protocol.ts';
import { MethodPictogram } from '../glyphs/MethodPictogram.tsx';
import { METHOD_NAMES } from '../chart/finding.ts';
import { useApp } from '../shell/app-context.ts';
import { Coming } from '../shell/Part.tsx';

interface Props {
  readonly run: HeldRun;
  readonly app: number;
  readonly event: number;
}

/** The same event with other methods: each run is simulated until it has completed the event. */
export function SameEvent({ run, app, event }: Props) {
  const { whatIf } = useApp();
  const [state, setState] = useState<'none' | 'running' | 'ended' | 'failed'>('none');
  const [rows, setRows] = useState<readonly OtherLength[]>([]);
  const running = state === 'running';
  useEffect(() => {
    if (!running || whatIf === null) return undefined;
    return whatIf.sameEvent(run.scenario, { app, event }, (answer) => {
      if (answer.kind === 'same-event-row') setRows((before) => [...before, answer.row]);
      if (answer.kind === 'same-event-ended') setState('ended');
      if (answer.kind === 'failed') setState('failed');
    });
  }, [running, run, app, event, whatIf]);
  const start = (): void => {
    setRows([]);
    setState('running');
  };
  return (
    <p className="same-event">
      <span>{t('Same event with')}</span>
      {(state === 'none' || state === 'failed') && (
        <button type="button" className="more" onClick={start}>
          {state === 'none' ? t('other methods') : t('other methods: try again')}
        </button>
      )}
      <output>
        {rows.map((row) => (
          <Length key={`${row.signalling} ${row.fast}`} row={row} />
        ))}
        {running && (
          <span className="quiet">
            {t('simulating …')}
            <Coming />
          </span>
        )}
      </output>
    </p>
  );
}

function Length({ row: { signalling, fast, length } }: { readonly row: OtherLength }) {
  return (
    <span className="other">
      <MethodPictogram method={signalling} />
      <span className="visually-hidden">{t(METHOD_NAMES[signalling])}</span>
      {fast && ` + ${t('fast')}`}{' '}
      <span className="cycles">{length === null ? t('not reached') : groupDigits(length)}</span>
    </span>
  );
}
