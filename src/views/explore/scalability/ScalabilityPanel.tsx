import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';

import { t } from '../../../base/language.ts';
import type { ScaleSize } from '../../../analysis/scalability/chart.ts';
import { DEFAULT_WEIGHTS } from '../../../analysis/sweep/metrics.ts';
import { scenarioOfPoint } from '../../../analysis/scalability/spec.ts';
import type { ScalabilityForm } from '../../../store/scalability.ts';
import { readDraftWeights } from '../../../store/sweep-draft.ts';
import { readScalabilityDraft } from '../../../store/scalability-draft.ts';
import { useAppState } from '../../shell/app-context.ts';
import { useStudies } from '../studies-context.ts';
import { useSweepForm } from '../sweep/sweeps-context.ts';
import { useRunLink } from '../use-run-link.ts';
import { CoresFigure } from './CoresFigure.tsx';
import { KneeTable } from './KneeTable.tsx';
import { ScaleFigure } from './ScaleFigure.tsx';
import { ScaleFindings } from './ScaleFindings.tsx';
import { ScaleHead } from './ScaleHead.tsx';
import { ScaleRun } from './ScaleRun.tsx';
import { useScaleView } from './use-scale-view.ts';
import type { ScaleView } from './use-scale-view.ts';
import '../sweep/sweep.css';
import './scalability.css';

/** How one application scales: more of it on a Res core, more Res cores, more replicas, more cores. */
export function ScalabilityPanel() {
  const { scalability, workers } = useStudies();
  const { runner, form: store } = scalability;
  const scenario = useAppState((state) => state.scenario);
  const form = useStore(store);
  const state = useStore(runner.store);
  const { draft } = form;
  const read = useMemo(() => readScalabilityDraft(draft, scenario), [draft, scenario]);
  const { weights: typed } = useSweepForm().draft;
  const weights = useMemo(() => {
    const found = readDraftWeights({ weights: typed });
    return found.problems.length === 0 ? found.weights : DEFAULT_WEIGHTS;
  }, [typed]);
  const view = useScaleView(state, { axis: draft.axis, chosen: form.selected, weights });
  const start = (): void => runner.start(read.spec, workers);
  useEffect(() => {
    const first = runner.store.getState().phase === 'none';
    if (first && read.problems.length === 0) start();
    // Only where nothing has been shown yet.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [runner]);
  return (
    <div className="sweep">
      <h2 className="visually-hidden">{t('Scalability')}</h2>
      <ScaleHead
        state={state}
        draft={draft}
        read={read}
        onChange={(next) => store.setState({ draft: next })}
        onStart={start}
        onCancel={runner.cancel}
      />
      {view === null ? (
        <p className="waiting quiet">
          {state.phase === 'running'
            ? t(
                'Bounds appear with the applications alone, then points from the ends to the middle.',
              )
            : t(
                'There are no results yet. “Start” runs the study; bounds appear first, then points.',
              )}
        </p>
      ) : (
        <Results
          view={view}
          form={form}
          onChange={(part: Partial<ScalabilityForm>) => store.setState(part)}
        />
      )}
    </div>
  );
}

interface ResultsProps {
  readonly view: ScaleView;
  readonly form: ScalabilityForm;
  readonly onChange: (part: Partial<ScalabilityForm>) => void;
}

function Results({ view, form, onChange }: ResultsProps) {
  const { study, selected } = view;
  const scenario = useMemo(
    () => scenarioOfPoint(study.spec, selected),
    // The figures of a point change its object, not its run.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [study.spec, selected.point],
  );
  const fragment = useRunLink(scenario);
  const select = ({ method, replicas, resCores, appsPerResCore }: ScaleSize): void =>
    onChange({ selected: { method, replicas, resCores, appsPerResCore } });
  const open = (): void => {
    if (fragment !== null) window.location.hash = fragment;
  };
  return (
    <div className="sweep-columns">
      <div className="sweep-column">
        <ScaleFigure
          view={view}
          measure={form.measure}
          onMeasure={(measure) => onChange({ measure })}
          onSelect={select}
          onOpen={open}
        />
        <KneeTable view={view} onSelect={select} />
        <ScaleFindings view={view} />
      </div>
      <div className="sweep-column">
        <ScaleRun view={view} fragment={fragment} />
        <CoresFigure view={view} onSelect={select} onOpen={open} />
      </div>
    </div>
  );
}
