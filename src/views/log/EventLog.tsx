import { useMemo, useState } from 'react';

import { indexLog } from '../../analysis/log/log-index.ts';
import { rowsUntil, selectRows, stepOfRow } from '../../analysis/log/log-rows.ts';
import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { HeldRun } from '../../store/held.ts';
import { playheadAtStep } from '../../run/instants.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { filterOf } from './log-filter.ts';
import { stepsOfSelection } from './log-highlight.ts';
import type { SelectedSteps } from './log-highlight.ts';
import { fitting, optionsOf } from './log-options.ts';
import { LogFilters } from './LogFilters.tsx';
import { LogGrid } from './LogGrid.tsx';
import type { LogList } from './LogGrid.tsx';
import { LogSearch } from './LogSearch.tsx';
import { useLogSearch } from './use-log-search.ts';
import { useRevealed } from './use-revealed.ts';
import './log.css';

/** Region "Event log": every kernel step of the run and what faults did, in words; each row leads to its instant. */
export function EventLog({ run }: { readonly run: HeldRun }) {
  const { navigation } = useApp();
  const log = useAppState((state) => state.log);
  const step = useAppState((state) => state.playhead.step);
  const index = useMemo(() => indexLog(run.plan, run.recording), [run]);
  const options = useMemo(() => optionsOf(index), [index]);
  const view = useMemo(() => fitting(log, options), [log, options]);
  const { kinds, core, app, replica } = view;
  const hiddenFrom = useAppState((state) => state.hiddenFrom?.step ?? Infinity);
  const rows = useMemo(() => {
    const all = selectRows(index, filterOf({ kinds, core, app, replica }));
    const { incidents } = index.recording;
    return hiddenFrom === Infinity ? all : all.slice(0, rowsUntil(all, hiddenFrom, incidents));
  }, [index, kinds, core, app, replica, hiddenFrom]);
  const current = rowsUntil(rows, step, run.recording.incidents) - 1;
  const selected = useSelectedSteps(run);
  const [wanted, setWanted] = useState<LogList['wanted']>(null);

  const go = (position: number): void => {
    const playhead = playheadAtStep(run, stepOfRow(rows[position], run.recording.incidents));
    navigation.jumpTo(playhead);
    navigation.select({ kind: 'step', step: playhead.step });
  };
  const search = useLogSearch({ index, rows, query: view.query, current });
  useRevealed({ run, rows, selected, search, setWanted });

  return (
    <section className="event-log" aria-label={t('Event log')}>
      <header className="log-head">
        <h2>{t('Event log')}</h2>
        <output>{summaryOf(run, rows.length)}</output>
      </header>
      <LogSearch
        query={view.query}
        count={search.hits.length}
        at={search.at + 1}
        onFind={(direction) => {
          const position = search.find(direction);
          if (position !== null) go(position);
        }}
      />
      <LogFilters view={view} options={options} />
      <LogGrid
        run={run}
        rows={rows}
        current={current}
        selected={selected}
        hits={search.hits}
        hit={search.hits[search.at] ?? -1}
        wanted={wanted}
        onGo={go}
      />
    </section>
  );
}

function summaryOf({ recording }: HeldRun, shown: number): string {
  const { events, incidents } = recording;
  const total = events.length + incidents.length;
  if (shown !== total)
    return t('{shown} of {total} rows', { shown: groupDigits(shown), total: groupDigits(total) });
  const steps = groupDigits(events.length);
  if (incidents.length === 0) return t('{steps} kernel steps', { steps });
  return t('{steps} kernel steps, {n, plural, one {{count} incident} other {{count} incidents}}', {
    steps,
    n: incidents.length,
    count: groupDigits(incidents.length),
  });
}

/** The kernel steps that belong to the selection. */
function useSelectedSteps({ recording }: HeldRun): SelectedSteps | null {
  const selection = useAppState((state) => state.selection);
  return useMemo(
    () => (selection === null ? null : stepsOfSelection(recording, selection)),
    [recording, selection],
  );
}
