import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';

import { msg, t } from '../../../base/language.ts';
import { wishFindings } from '../../../analysis/wish-list/findings.ts';
import { groupDigits } from '../../../draw/format.ts';
import { readWishListDraft } from '../../../store/study-draft.ts';
import type { ReadStudy, WishListDraft } from '../../../store/study-draft.ts';
import type { WishSelection } from '../../../store/study-forms.ts';
import { RadioGroup } from '../../scenario/RadioGroup.tsx';
import { useApp, useAppState } from '../../shell/app-context.ts';
import { DraftField } from '../DraftField.tsx';
import { StacksFigure, stackOf } from '../studies/StacksFigure.tsx';
import { StudyFiles } from '../studies/StudyFiles.tsx';
import { StudyHead } from '../studies/StudyHead.tsx';
import { problemAt, ProtectionMenu, WorkloadMenu } from '../studies/StudyMenus.tsx';
import { useStudies } from '../studies-context.ts';
import { SentenceMenu } from '../sweep/SentenceMenu.tsx';
import { countWords, variantWords } from '../sweep/variant-words.ts';
import { useRunLink } from '../use-run-link.ts';
import { capital } from '../words.ts';
import { IsolationFigure, NotificationFigure } from './WishFigures.tsx';
import { WishOutcomes } from './WishOutcomes.tsx';
import { WishRun } from './WishRun.tsx';
import { WishParameters } from './WishTables.tsx';
import { useWishView } from './wish-view.ts';
import type { WishView } from './wish-view.ts';
import '../sweep/sweep.css';
import '../studies/studies.css';

const KINDS = [
  ['csv', msg('Before and after, with links (CSV)')],
  ['json', msg('Report: figures, parameters, findings (JSON)')],
] as const;

/** What the talk wishes hardware could do, and what it would bring: before and after. */
export function WishListPanel() {
  const { wishList, workers } = useStudies();
  const { codec } = useApp();
  const { runner, form: store } = wishList;
  const scenario = useAppState((state) => state.scenario);
  const { draft, selected } = useStore(store);
  const state = useStore(runner.store);
  const read = useMemo(() => readWishListDraft(draft, scenario), [draft, scenario]);
  const view = useWishView(state, selected);
  const start = (): void => runner.start(read.spec, workers);
  useEffect(() => {
    const first = runner.store.getState().phase === 'none';
    if (first && read.problems.length === 0) start();
    // Only where nothing has been shown yet.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [runner]);
  const { spec, results } = state;
  const files = (
    <StudyFiles
      kinds={KINDS}
      make={
        spec === null || results.length === 0
          ? null
          : async (kind) =>
              (await import('./make-file.ts')).makeWishFile({ spec, steps: results }, kind, codec)
      }
    />
  );
  return (
    <div className="sweep">
      <h2 className="visually-hidden">{t('Hardware wish-list')}</h2>
      <StudyHead
        name={t('Hardware wish-list')}
        {...{ state, read, files }}
        sentence={
          <Sentence
            {...{ draft, read }}
            onChange={(part) => store.setState({ draft: { ...draft, ...part } })}
          />
        }
        onStart={start}
        onCancel={runner.cancel}
      />
      {view === null ? (
        <p className="waiting quiet">
          {state.phase === 'running'
            ? t('Runs without faults come first, then kernel faults.')
            : t('There are no results yet. “Start” runs the study.')}
        </p>
      ) : (
        <Results view={view} onSelect={(next) => store.setState({ selected: next })} />
      )}
    </div>
  );
}

interface SentenceProps {
  readonly draft: WishListDraft;
  readonly read: ReadStudy<unknown>;
  readonly onChange: (part: Partial<WishListDraft>) => void;
}

function Sentence({ draft, read, onChange }: SentenceProps) {
  const wrong = problemAt(read, 'faults');
  const faults = Number(draft.faults);
  return (
    <>
      <span>{t('Grant fast notification and memory isolation to')}</span>
      <WorkloadMenu {...{ draft, read, onChange }} />
      <span>{t('as', {}, 'wish-list')}</span>
      <ProtectionMenu {...{ draft, read, onChange }} />
      <span>{t('with', {}, 'wish-list')}</span>
      <SentenceMenu
        name={t('Kernel faults')}
        text={t('{count} kernel faults each', {
          count: Number.isFinite(faults) ? groupDigits(faults) : draft.faults,
        })}
        wrong={wrong !== ''}
      >
        <DraftField
          label={t('Kernel faults for each way of protection')}
          value={draft.faults}
          problem={wrong}
          onChange={(next) => onChange({ faults: next })}
        />
        <p className="quiet">
          {t(
            'Each hits the kernel of a NonRes core. The same ones are injected without and with isolation.',
          )}
        </p>
      </SentenceMenu>
    </>
  );
}

interface ResultsProps {
  readonly view: WishView;
  readonly onSelect: (selected: WishSelection) => void;
}

function Results({ view, onSelect }: ResultsProps) {
  const fragment = useRunLink(view.scenario);
  const open = (): void => {
    if (fragment !== null) window.location.hash = fragment;
  };
  const figure = { view, onSelect, onOpen: open };
  return (
    <div className="sweep-columns">
      <div className="sweep-column">
        <NotificationFigure {...figure} />
        <Cycles view={view} onSelect={onSelect} />
        <WishParameters view={view} />
      </div>
      <div className="sweep-column">
        {view.report.isolation.length === 0 ? (
          <p className="waiting quiet">
            {t('Kernel faults are injected after the runs without faults.')}
          </p>
        ) : (
          <>
            <IsolationFigure {...figure} />
            <WishOutcomes view={view} />
          </>
        )}
        <WishRun view={view} fragment={fragment} />
        <Findings view={view} />
      </div>
    </div>
  );
}

/** Where the cycles of an event go before and after, for the selected number of replicas. */
function Cycles({ view, onSelect }: ResultsProps) {
  const { report, selected, spec } = view;
  const stacks = useMemo(
    () =>
      report.notification
        .filter(({ replicas }) => replicas === selected.replicas)
        .flatMap(({ method, replicas, before, after }) =>
          [before, after].map(({ figures }, i) =>
            stackOf(figures, {
              method,
              replicas,
              ...(i === 1 ? { name: t('+ fast') } : {}),
              selected: method === selected.method && selected.granted === (i === 1),
            }),
          ),
        ),
    [report, selected],
  );
  const { method, replicas, before, after } = view.run;
  const variant = capital(variantWords({ method, redundancy: replicas }));
  const saved = groupDigits(before.cyclesPerEvent - after.cyclesPerEvent);
  const title =
    saved === '0'
      ? t('Where have the cycles gone? {variant} saves none.', { variant })
      : t('Where have the cycles gone? {variant} saves {saved} of {all}.', {
          variant,
          saved,
          all: groupDigits(before.cyclesPerEvent),
        });
  const options = [...new Set(spec.replicas)].toSorted((a, b) => b - a);
  return (
    <StacksFigure
      title={title}
      subtitle={t(
        'Cycles per event before and, below, with fast notification; mean over replicas.',
      )}
      name="wish-cycles"
      stacks={stacks}
      method={method}
    >
      {options.length > 1 && (
        <RadioGroup
          label={t('Redundancy shown')}
          options={options.map((count) => ({ value: String(count), name: countWords(count) }))}
          value={String(replicas)}
          onChange={(count) => onSelect({ ...selected, replicas: Number(count) })}
        />
      )}
    </StacksFigure>
  );
}

function Findings({ view }: { readonly view: WishView }) {
  const { report, selected } = view;
  const { replicas } = selected;
  const found = useMemo(() => {
    const ofSize = <Row extends { readonly replicas: number }>(rows: readonly Row[]): Row[] =>
      rows.filter((row) => row.replicas === replicas);
    const { notification, isolation, changes } = report;
    return wishFindings({
      changes,
      notification: ofSize(notification),
      isolation: ofSize(isolation),
    });
  }, [report, replicas]);
  return (
    <section className="sweep-figure study-findings" aria-label={t('What it shows')}>
      <h2>{t('What it shows')}</h2>
      <ul>
        {found.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
