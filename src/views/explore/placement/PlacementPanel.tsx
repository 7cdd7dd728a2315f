import { useEffect, useId, useMemo } from 'react';
import { useStore } from 'zustand';

import { placementFindings } from '../../../analysis/placement/findings.ts';
import { placementScenario } from '../../../analysis/placement/study.ts';
import { msg, t } from '../../../base/language.ts';
import { groupDigits } from '../../../draw/format.ts';
import { readPlacementDraft } from '../../../store/study-draft.ts';
import type { PlacementSelection } from '../../../store/study-forms.ts';
import type { StudyState } from '../../../store/study.ts';
import { useApp, useAppState } from '../../shell/app-context.ts';
import { Say } from '../../shell/Say.tsx';
import { StacksFigure, stackOf } from '../studies/StacksFigure.tsx';
import { StudyFiles } from '../studies/StudyFiles.tsx';
import type { StudyFileKind } from '../studies/StudyFiles.tsx';
import { StudyHead } from '../studies/StudyHead.tsx';
import { ProtectionMenu, WorkloadMenu } from '../studies/StudyMenus.tsx';
import { useStudies } from '../studies-context.ts';
import { variantWords } from '../sweep/variant-words.ts';
import { useRunLink } from '../use-run-link.ts';
import { PlacementFigure } from './PlacementFigure.tsx';
import { PlacementRun } from './PlacementRun.tsx';
import { PlacementThumb } from './PlacementThumb.tsx';
import { extraWords, RULES, shortRule, thumbLegend } from './place-words.ts';
import { usePlaceView } from './place-view.ts';
import type { PlaceView } from './place-view.ts';
import '../sweep/sweep.css';
import '../studies/studies.css';

const KINDS = [
  ['csv', msg('Every run, with its link (CSV)')],
  ['json', msg('Report: figures, findings (JSON)')],
] as const;

/** Where replicas live: beside the Res core, on the other socket, or on both in turn. */
export function PlacementPanel() {
  const { placement, workers } = useStudies();
  const { runner, form: store } = placement;
  const scenario = useAppState((state) => state.scenario);
  const { draft, selected } = useStore(store);
  const state = useStore(runner.store);
  const read = useMemo(() => readPlacementDraft(draft, scenario), [draft, scenario]);
  const view = usePlaceView(state, selected);
  const start = (): void => runner.start(read.spec, workers);
  useEffect(() => {
    const first = runner.store.getState().phase === 'none';
    if (first && read.problems.length === 0) start();
    // Only where nothing has been shown yet.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [runner]);
  const menu = {
    draft,
    read,
    onChange: (part: Partial<typeof draft>) => store.setState({ draft: { ...draft, ...part } }),
  };
  const files = <Files state={state} />;
  return (
    <div className="sweep">
      <h2 className="visually-hidden">{t('Placement')}</h2>
      <StudyHead
        name={t('Placement')}
        {...{ state, read, files }}
        sentence={
          <Say
            message={msg(
              '<words>Place the replicas of</words> <workload/> <words>as</words> <protection/> <words>on either socket, both in turn, or shared cores</words>',
            )}
            parts={{
              words: <span />,
              workload: <WorkloadMenu {...menu} />,
              protection: <ProtectionMenu {...menu} />,
            }}
          />
        }
        onStart={start}
        onCancel={runner.cancel}
      />
      {view === null ? (
        <p className="waiting quiet">
          {state.phase === 'running'
            ? t('Runs appear as they come.')
            : t('There are no results yet. “Start” runs the study.')}
        </p>
      ) : (
        <Results view={view} onSelect={(next) => store.setState({ selected: next })} />
      )}
    </div>
  );
}

function Files({ state }: { readonly state: StudyState<'placement'> }) {
  const { codec } = useApp();
  const { spec, results } = state;
  const make =
    spec === null || results.length === 0
      ? null
      : async (kind: StudyFileKind) =>
          (await import('./make-file.ts')).makePlacementFile({ spec, runs: results }, kind, codec);
  return <StudyFiles kinds={KINDS} make={make} />;
}

interface ResultsProps {
  readonly view: PlaceView;
  readonly onSelect: (selected: PlacementSelection) => void;
}

function Results({ view, onSelect }: ResultsProps) {
  const fragment = useRunLink(view.scenario);
  const open = (): void => {
    if (fragment !== null) window.location.hash = fragment;
  };
  return (
    <div className="sweep-columns">
      <div className="sweep-column">
        <PlacementFigure view={view} onSelect={onSelect} onOpen={open} />
        <Cycles view={view} />
      </div>
      <div className="sweep-column">
        <Places view={view} onSelect={onSelect} />
        <PlacementRun view={view} fragment={fragment} />
        <Findings view={view} />
      </div>
    </div>
  );
}

/** The machine by each rule, of which one is chosen. */
function Places({ view, onSelect }: ResultsProps) {
  const { spec, cell, selected } = view;
  const name = useId();
  const placed = cell.rows.map((row) => ({ row, scenario: placementScenario(spec, row) }));
  return (
    <section className="sweep-figure places" aria-label={t('Where the replicas live')}>
      <header className="figure-head">
        <h2>
          {t('Where the replicas of {variant} live', {
            variant: variantWords({ method: cell.method, redundancy: cell.replicas }),
          })}
        </h2>
        <p className="quiet">{thumbLegend(placed.map(({ scenario }) => scenario))}</p>
      </header>
      <fieldset className="place-choices">
        <legend className="visually-hidden">{t('Placement shown')}</legend>
        {placed.map(({ row, scenario }) => (
          <label key={row.rule} className="place-choice">
            <input
              type="radio"
              name={name}
              checked={row.rule === selected.rule}
              onChange={() =>
                onSelect({ method: row.method, replicas: row.replicas, rule: row.rule })
              }
            />
            <b>{t(RULES[row.rule].name)}</b>
            <PlacementThumb scenario={scenario} />
            <span className="num">
              {t('{count} cycles/event', { count: groupDigits(row.cyclesPerEvent) })}
            </span>
            {row.rule !== 'same-socket' && <span className="quiet">{extraWords(row)}</span>}
          </label>
        ))}
      </fieldset>
    </section>
  );
}

/** Where the cycles of an event go by placement, for the selected way of protection. */
function Cycles({ view }: Pick<ResultsProps, 'view'>) {
  const { cell, selected } = view;
  const stacks = useMemo(
    () =>
      cell.rows.map(({ figures, method, replicas, rule }) =>
        stackOf(figures, {
          method,
          replicas,
          name: shortRule(rule),
          selected: rule === selected.rule,
        }),
      ),
    [cell, selected],
  );
  const { method, replicas } = cell;
  const name = variantWords({ method, redundancy: replicas });
  return (
    <StacksFigure
      title={t('Where have the cycles gone? {variant}, {placement}: {count} per event.', {
        variant: name.charAt(0).toUpperCase() + name.slice(1),
        placement: t(RULES[selected.rule].name),
        count: groupDigits(selected.cyclesPerEvent),
      })}
      subtitle={t('Cycles per event by placement; mean over replicas.')}
      name="placement-cycles"
      stacks={stacks}
      method={method}
    />
  );
}

function Findings({ view }: Pick<ResultsProps, 'view'>) {
  const { rows, cell } = view;
  const found = useMemo(
    () => placementFindings(rows.filter(({ replicas }) => replicas === cell.replicas)),
    [rows, cell],
  );
  return (
    <section className="sweep-figure study-findings" aria-label={t('What it shows')}>
      <h2>{t('What it shows')}</h2>
      <ul>
        {found.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
