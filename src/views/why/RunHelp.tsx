import { useEffect, useRef, useState } from 'react';

import type { PathShares } from '../../analysis/causes/critical-path.ts';
import type { Gain } from '../../analysis/causes/sensitivity.ts';
import { t } from '../../base/language.ts';
import { endOf } from '../../store/held.ts';
import type { HeldRun } from '../../store/held.ts';
import type { WhatIfListener } from '../../worker/what-if-client.ts';
import { cyclesText } from '../machine/numbers.ts';
import { useApp } from '../shell/app-context.ts';
import { Coming } from '../shell/Part.tsx';
import { PERCENT } from '../../store/better-cost.ts';
import { GainTable, percentText } from './GainTable.tsx';

interface Asked {
  readonly state: 'none' | 'running' | 'ended' | 'failed';
  readonly path: PathShares | null;
  readonly total: number;
  readonly gains: readonly Gain[];
}

const NOT_ASKED: Asked = { state: 'none', path: null, total: 0, gains: [] };

/** What would help over the whole run: simulated again for each parameter, on demand. */
export function RunHelp({ run }: { readonly run: HeldRun }) {
  // Another run: what was found does not hold for it.
  return <Help key={run.recording.summary.digest} run={run} />;
}

function Help({ run }: { readonly run: HeldRun }) {
  const { asked, ask, stop } = useGains(run);
  return (
    <details className="help">
      <summary>{t('What would help over the whole run?')}</summary>
      {asked.state === 'running' && <Coming />}
      <Status asked={asked} ask={ask} stop={stop} />
      {asked.path !== null && asked.gains.length > 0 && (
        <GainTable gains={asked.gains} path={asked.path} length={endOf(run)} at={null} />
      )}
    </details>
  );
}

interface StatusProps {
  readonly asked: Asked;
  readonly ask: () => void;
  readonly stop: () => void;
}

function Status({ asked, ask, stop }: StatusProps) {
  const { state } = asked;
  return (
    <>
      {state === 'none' && (
        <p>
          {t(
            'Each parameter {percent} % better throughout, a small one by 1 at least, one run each. This takes some seconds.',
            { percent: PERCENT },
          )}
        </p>
      )}
      <output>{saidOf(asked)}</output>
      {state === 'running' ? (
        <button type="button" className="more" onClick={stop}>
          {t('Cancel')}
        </button>
      ) : (
        state !== 'ended' && (
          <button type="button" className="more" onClick={ask}>
            {t('Simulate')}
          </button>
        )
      )}
    </>
  );
}

function saidOf({ state, path, total, gains }: Asked): string {
  if (state === 'failed') return t('The simulation stopped. Try again.');
  if (state === 'running')
    return path === null
      ? t('The run is traced.')
      : t('{tried} of {total} parameters tried.', { tried: gains.length, total });
  if (path === null) return '';
  const user = percentText(path.compute, path.length);
  return t('Of the critical path of {cycles}, {user} are user code.', {
    cycles: cyclesText(path.length),
    user,
  });
}

function useGains(run: HeldRun): StatusProps {
  const { whatIf } = useApp();
  const [asked, setAsked] = useState(NOT_ASKED);
  const running = useRef<(() => void) | null>(null);
  const stop = (): void => {
    running.current?.();
    running.current = null;
    setAsked(NOT_ASKED);
  };
  useEffect(
    () => () => {
      running.current?.();
      running.current = null;
    },
    [],
  );
  const hear: WhatIfListener = (answer) => setAsked((before) => afterAnswer(before, answer));
  const ask = (): void => {
    if (whatIf === null) return;
    setAsked({ ...NOT_ASKED, state: 'running' });
    running.current = whatIf.gains(run.plan, PERCENT, hear);
  };
  return { asked, ask, stop };
}

function afterAnswer(before: Asked, answer: Parameters<WhatIfListener>[0]): Asked {
  switch (answer.kind) {
    case 'gains-begun':
      return { ...before, path: answer.path, total: answer.total };
    case 'gain':
      return {
        ...before,
        gains: [...before.gains, answer.gain].toSorted((a, b) => b.cycles - a.cycles),
      };
    case 'gains-ended':
      return { ...before, state: 'ended' };
    case 'failed':
      return { ...before, state: 'failed' };
    default:
      return before;
  }
}
