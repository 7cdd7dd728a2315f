import { useEffect, useMemo, useState } from 'react';

import { t } from '../../base/language.ts';
import { comparedReplicas } from '../../analysis/rcb/compare-methods.ts';
import type { Exposure } from '../../analysis/rcb/exposure.ts';
import type { Result } from '../../base/result.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { groupDigits } from '../../draw/format.ts';
import { useCampaigns } from '../explore/campaigns-context.ts';
import { valueWords } from '../explore/words.ts';
import { useAppState, useHeldRun } from '../shell/app-context.ts';
import { FlipPlaces } from './FlipPlaces.tsx';
import { MethodColumn } from './MethodColumn.tsx';
import { exposureFinding } from './rcb-words.ts';
import './rcb.css';

/** Which steps of an event run where, who watches them, and what a flip there does. */
export function RcbPanel() {
  const run = useHeldRun();
  const app = useAppState((state) => state.app);
  const outcome = useExposure(run?.scenario ?? null, app);
  const spec = run?.scenario.apps[app];
  if (run === null || spec === undefined)
    return <Waiting text={t('The first run is being simulated.')} />;
  return (
    <div className="rcb">
      <h2 className="visually-hidden">{t('Who watches the watchmen?')}</h2>
      {outcome === null && <Waiting text={t('Measuring an event under every method …')} />}
      {outcome?.ok === false && <p className="field-problem result">{outcome.error}</p>}
      {outcome?.ok === true && (
        <section className="result" aria-label={t('Who watches which step')}>
          <h3>{exposureFinding(outcome.value, spec.signalling)}</h3>
          <p className="quiet">
            {t(
              'Cycles per externalization event of {name} as {redundancy}, summed over all cores, without faults; the first {events} events, model output. RCB: microkernel, L4 runtime and Romain; what must be right for replication to work. Polling is counted apart. Steps stand in the order of an event.',
              {
                name: spec.name,
                redundancy: valueWords('redundancy', String(comparedReplicas(spec))),
                events: groupDigits(outcome.value[0]?.events ?? 0),
              },
            )}
          </p>
          <Methods exposures={outcome.value} own={spec.signalling} />
        </section>
      )}
      <FlipPlaces run={run} app={app} />
    </div>
  );
}

function Methods({
  exposures,
  own,
}: {
  readonly exposures: readonly Exposure[];
  readonly own: string;
}) {
  const most = Math.max(...exposures.map(({ unprotected, resilient }) => unprotected + resilient));
  return (
    <div className="method-columns">
      {exposures.map((exposure) => (
        <MethodColumn
          key={exposure.signalling}
          exposure={exposure}
          own={exposure.signalling === own}
          axisMax={most}
        />
      ))}
    </div>
  );
}

/** What an event depends on, as text: a fault or another method changes nothing of it. */
function exposureKey(
  { seed, era, machine, costs, apps, protection }: Scenario,
  app: number,
): string {
  const spec = apps[app];
  const own = spec && [spec.workload, spec.resCore, spec.placement, comparedReplicas(spec)];
  return JSON.stringify([seed, era, machine, costs, own, protection.watchdog]);
}

/** Measures in a worker of its own; `null` = not done yet. */
function useExposure(scenario: Scenario | null, app: number): Result<Exposure[], string> | null {
  const { exposure } = useCampaigns();
  const key = useMemo(() => (scenario === null ? '' : exposureKey(scenario, app)), [scenario, app]);
  const [known, setKnown] = useState<{ key: string; outcome: Result<Exposure[], string> } | null>(
    null,
  );
  useEffect(() => {
    if (scenario === null) return undefined;
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      const outcome = await exposure(scenario, app, abort.signal);
      if (!abort.signal.aborted) setKnown({ key, outcome });
    };
    void ask();
    return () => abort.abort();
    // The key holds all that matters of the scenario.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, exposure]);
  return known?.key === key ? known.outcome : null;
}

function Waiting({ text }: { readonly text: string }) {
  return <p className="waiting quiet">{text}</p>;
}
