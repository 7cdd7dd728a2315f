import type { CampaignReport } from '../../../analysis/campaign/report.ts';
import { shownNumber } from '../../../base/digits.ts';
import { msg, t } from '../../../base/language.ts';
import type { Comparison } from '../../../base/vocabulary.ts';
import { groupDigits } from '../../../draw/format.ts';
import { useApp, useAppState, useHeldRun } from '../../shell/app-context.ts';
import { Say } from '../../shell/Say.tsx';
import { CampaignStatus } from '../campaign/CampaignStatus.tsx';
import type { Claim, ModelCoverage } from './claims.ts';
import { CLAIMS, claimsCampaign, comparisonGroups, coverageUnder, REASONS } from './claims.ts';
import { useCampaign, useCampaigns } from '../campaigns-context.ts';
import { claimsFinding, undetectedWords } from '../campaign/findings.ts';
import type { Share } from '../campaign/groups.ts';
import { OutcomeBars } from '../campaign/OutcomeBars.tsx';
import { OutcomeList } from '../campaign/OutcomeList.tsx';
import { OutcomeTable } from '../campaign/OutcomeTable.tsx';
import { intervalText, shareText, valueWords } from '../words.ts';

/** Published claims beside what this model gives, and why the two differ. */
export function ClaimsPanel() {
  const { claims, workers } = useCampaigns();
  const { store } = useApp();
  const run = useHeldRun();
  const state = useCampaign(claims);
  const running = state.phase === 'running';
  const { report } = state;
  const start = (): void => claims.start(claimsCampaign(store.getState().scenario), workers);
  const runs = claimsCampaign(store.getState().scenario).runs;
  return (
    <div className="claims">
      <h2 className="visually-hidden">{t('Published claims')}</h2>
      <section className="result" aria-label={t('Claims')}>
        <h3>
          {report === null
            ? t('What was published, and what this model gives.')
            : claimsFinding(coverageUnder(report, 'prototype'), coverageUnder(report, 'full'))}
        </h3>
        <p className="quiet">
          <WhatRuns runs={runs} program={run?.plan.apps[0]?.name ?? null} />
        </p>
        <div className="row">
          <button
            type="button"
            className="text-button primary"
            disabled={running || run === null}
            onClick={start}
          >
            {report === null
              ? t('Run {count} flips', { count: groupDigits(runs) })
              : t('Run again')}
          </button>
          <button type="button" className="text-button" disabled={!running} onClick={claims.cancel}>
            {t('Cancel')}
          </button>
        </div>
        <CampaignStatus state={state} />
        <ClaimsTable report={report} />
        <Undetected report={report} />
      </section>
      <section className="result" aria-label={t('Reasons')}>
        <h3>{t('Why the two differ')}</h3>
        <ul className="reasons">
          {REASONS.map(({ text, mark }) => (
            <li key={text}>
              {t(text)} <span className="mark">{t(mark)}</span>
            </li>
          ))}
        </ul>
      </section>
      {report !== null && <ClaimOutcomes report={report} />}
    </div>
  );
}

interface WhatRunsProps {
  readonly runs: number;
  /** `null` = there is no run yet. */
  readonly program: string | null;
}

function WhatRuns({ runs, program }: WhatRunsProps) {
  return (
    <Say
      message={msg(
        'Published figures are quoted from abstracts. The model runs <num>{count}</num> flips in registers and memory of {named, select, yes {“{name}”} other {this scenario}} under TMR and local handling, half of them with each comparison.',
      )}
      values={{
        count: groupDigits(runs),
        named: program === null ? 'no' : 'yes',
        name: program ?? '',
      }}
      parts={{ num: <span className="num" /> }}
    />
  );
}

function ClaimsTable({ report }: { readonly report: CampaignReport | null }) {
  const prototype = report === null ? null : coverageUnder(report, 'prototype');
  const full = report === null ? null : coverageUnder(report, 'full');
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll" tabIndex={0} aria-label={t('Claims and model, table')}>
      <table className="figures claims-table">
        <thead>
          <tr>
            <th scope="col">{t('Claim')}</th>
            <th scope="col">{t('Published')}</th>
            <th scope="col">{modelWords('prototype')}</th>
            <th scope="col">{modelWords('full')}</th>
          </tr>
        </thead>
        <tbody>
          {CLAIMS.map((claim) => (
            <tr key={claim.id} data-claim={claim.id}>
              <th scope="row">{t(claim.about)}</th>
              <td>
                <b>{shownNumber(claim.claimed)}</b>
                <small>
                  {t(claim.source)} <span className="mark">{t(claim.mark)}</span>
                </small>
              </td>
              <ModelCells claim={claim} prototype={prototype} full={full} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The model under one comparison, as a column is headed. */
function modelWords(comparison: Comparison): string {
  return t('Model, {comparison}', { comparison: valueWords('comparison', comparison) });
}

/** What the shares leave out, and how often this workload hands anything to the outside. */
function Undetected({ report }: { readonly report: CampaignReport | null }) {
  const run = useHeldRun();
  if (report === null || run === null) return null;
  const words = (['prototype', 'full'] as const).flatMap((comparison) => {
    const coverage = coverageUnder(report, comparison);
    const rest = coverage === null ? null : undetectedWords(coverage);
    return rest === null ? [] : [`${valueWords('comparison', comparison)}: ${rest}`];
  });
  const events = run.recording.summary.apps[0]?.events;
  return (
    <p className="quiet undetected">
      {words.length > 0 && t('Neither masked nor detected: {what}.', { what: words.join('; ') })}{' '}
      {events !== undefined &&
        t(
          '{calls} of {all} events of this workload are calls, which hand arguments to the outside.',
          { calls: groupDigits(events.syscall + events.ipc), all: groupDigits(events.total) },
        )}
    </p>
  );
}

interface CellsProps {
  readonly claim: Claim;
  readonly prototype: ModelCoverage | null;
  readonly full: ModelCoverage | null;
}

function ModelCells({ claim, prototype, full }: CellsProps) {
  if (claim.id === 'detected' || claim.id === 'corrected') {
    return (
      <>
        <ShareCell share={prototype?.[claim.id] ?? null} />
        <ShareCell share={full?.[claim.id] ?? null} />
      </>
    );
  }
  return (
    <td colSpan={2}>
      <Overhead />
    </td>
  );
}

function ShareCell({ share }: { readonly share: Share | null }) {
  if (share === null) return <td className="quiet">{t('not run yet')}</td>;
  return (
    <td>
      <b>{shareText(share.share)}</b>
      <small>
        {t('{interval}; {count} of {all} not masked', {
          interval: intervalText(share),
          count: groupDigits(share.count),
          all: groupDigits(share.runs),
        })}
      </small>
    </td>
  );
}

/** Of the chart in the Lab: the workload shown, which need not be one that was published. */
function Overhead() {
  const { held } = useApp();
  useAppState((state) => state.matrixCount);
  const row = held.matrix.find(
    ({ signalling, redundancy }) => signalling === 'local' && redundancy === 3,
  );
  const run = useHeldRun();
  if (row === undefined || run === null)
    return <span className="quiet">{t('is being computed')}</span>;
  return (
    <>
      <b>{shareText(row.overheadPercent / 100)}</b>
      <small>
        {t('this workload alone, era {era}, TMR and local handling, no fault', {
          era: run.scenario.era,
        })}
      </small>
    </>
  );
}

function ClaimOutcomes({ report }: { readonly report: CampaignReport }) {
  const groups = comparisonGroups(report.cells);
  return (
    <section className="result" aria-label={t('Outcomes behind the figures')}>
      <h3>{t('What became of the flips')}</h3>
      <p className="quiet">
        {t(
          'Model output; masked faults are neither detected nor need be. Whiskers are 95 % intervals.',
        )}
      </p>
      <OutcomeBars groups={groups} nameOf={nameOf} />
      <OutcomeList report={report} />
      <details className="as-table">
        <summary>{t('As a table')}</summary>
        <OutcomeTable
          caption={t('Outcomes by comparison and target')}
          groups={groups}
          nameOf={nameOf}
        />
      </details>
    </section>
  );
}

/** `prototype gpr` as the bars say it. */
function nameOf(name: string): string {
  const [comparison = '', target = ''] = name.split(' ');
  const compared = comparison === 'full' ? t('full') : t('sum of 7');
  return `${compared}, ${target}`;
}
