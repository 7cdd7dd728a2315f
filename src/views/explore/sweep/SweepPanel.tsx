import { useEffect, useMemo } from 'react';

import { t } from '../../../base/language.ts';
import { DEFAULT_WEIGHTS } from '../../../analysis/sweep/metrics.ts';
import { finerDraft, readSweepDraft } from '../../../store/sweep-draft.ts';
import type { SweepState } from '../../../store/sweep.ts';
import { QUICK_RUNS } from '../../../store/sweeps.ts';
import type { SweepForm, SweepSelection } from '../../../store/sweeps.ts';
import { useApp, useAppState } from '../../shell/app-context.ts';
import { LinesView } from './LinesView.tsx';
import { MapView } from './MapView.tsx';
import { SelectedRun, useSelectedRun } from './SelectedRun.tsx';
import { StacksView } from './StacksView.tsx';
import { SweepHead } from './SweepHead.tsx';
import { useSweep, useSweepForm, useSweeps } from './sweeps-context.ts';
import { useView } from './use-view.ts';
import type { SweepView } from './use-view.ts';
import './sweep.css';

/** One scenario along one or two axes: lines, who wins where, where the cycles go, and the run behind each point. */
export function SweepPanel() {
  const sweeps = useSweeps();
  const { runner, workers } = sweeps;
  const scenario = useAppState((state) => state.scenario);
  const form = useSweepForm();
  const state = useSweep();
  const { draft } = form;
  const read = useMemo(() => readSweepDraft(draft, scenario), [draft, scenario]);
  const view = useView(state.table, state.version, form.selected);
  const start = (): void => runner.start(read.spec, workers);
  const finerRead = useMemo(() => readSweepDraft(finerDraft(draft), scenario), [draft, scenario]);
  const finer =
    finerRead.problems.length > 0 || finerRead.runs <= read.runs
      ? null
      : () => {
          sweeps.form.setState({ draft: finerDraft(draft) });
          runner.start(finerRead.spec, workers);
        };
  const { energyWeights = DEFAULT_WEIGHTS } = read.spec;
  const sound = read.problems.length === 0;
  useEffect(() => {
    if (sound) runner.weigh(energyWeights);
  }, [runner, state.table, sound, energyWeights]);
  useEffect(() => {
    const first = runner.store.getState().phase === 'none';
    if (first && read.problems.length === 0 && read.runs <= QUICK_RUNS) start();
    // Only where nothing has been shown yet.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [runner]);
  useEffect(() => {
    // One that is too large to start by itself shows what is expected of it until it is started.
    if (sound) runner.expect(read.spec);
  }, [runner, sound, read]);
  return (
    <div className="sweep">
      <h2 className="visually-hidden">{t('Sweep')}</h2>
      <SweepHead
        state={state}
        read={read}
        onStart={start}
        onFiner={finer}
        onCancel={runner.cancel}
      />
      {view === null ? (
        <p className="waiting quiet">{waitingText(state)}</p>
      ) : (
        <Results view={view} form={form} />
      )}
    </div>
  );
}

/** What there is to say while there is nothing to see. */
function waitingText({ phase, previewing }: SweepState): string {
  if (phase === 'running') return t('A coarse picture appears with the first points.');
  return previewing
    ? t('The closed form is being asked what to expect.')
    : t(
        'There are no results yet. “Start” runs the sweep; a coarse picture appears at once and gets finer.',
      );
}

interface ResultsProps {
  readonly view: SweepView;
  readonly form: SweepForm;
}

function Results({ view, form }: ResultsProps) {
  const { form: store } = useSweeps();
  const { linesMetric, mapMetric, mapGroup } = form;
  const { codec } = useApp();
  const { scenario, fragment } = useSelectedRun(view, linesMetric);
  const select = (selected: SweepSelection): void => store.setState({ selected });
  /** A key may be faster than the link. */
  const open = async (): Promise<void> => {
    if (scenario !== null)
      window.location.hash = fragment ?? (await codec.encode({ scenario, view: {} }));
  };
  const several = view.table.layout.variants.some(({ redundancy, index }) =>
    view.table.layout.variants.some((one) => one.redundancy === redundancy && one.index !== index),
  );
  return (
    <div className="sweep-columns">
      <div className="sweep-column">
        <LinesView
          view={view}
          metric={linesMetric}
          onMetric={(metric) => store.setState({ linesMetric: metric })}
          onSelect={select}
          onOpen={() => void open()}
        />
        <StacksView view={view} />
      </div>
      <div className="sweep-column">
        {view.y !== null && several && (
          <MapView
            view={view}
            y={view.y}
            metric={mapMetric}
            group={mapGroup}
            onMetric={(metric) => store.setState({ mapMetric: metric })}
            onGroup={(group) => store.setState({ mapGroup: group })}
            onSelect={select}
            onOpen={() => void open()}
          />
        )}
        <SelectedRun view={view} metric={linesMetric} fragment={fragment} />
      </div>
    </div>
  );
}
