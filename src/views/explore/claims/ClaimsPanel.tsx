import type { CampaignReport } from '../../../analysis/campaign/report.ts';
import { groupDigits } from '../../../draw/format.ts';
import { useApp, useAppState, useHeldRun } from '../../shell/app-context.ts';
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
      <h2 className="visually-hidden">Published claims</h2>
      <section className="result" aria-label="Claims">
        <h3>
          {report === null
            ? 'What was published, and what this model gives.'
            : claimsFinding(coverageUnder(report, 'prototype'), coverageUnder(report, 'full'))}
        </h3>
        <p className="quiet">
          Published figures are quoted from abstracts. The model runs{' '}
          <span className="num">{groupDigits(runs)}</span> flips in registers and memory of{' '}
          {run === null ? 'this scenario' : `“${run.plan.apps[0]?.name ?? ''}”`} under TMR and local
          handling, half of them with each comparison.
        </p>
        <div className="row">
          <button
            type="button"
            className="text-button primary"
            disabled={running || run === null}
            onClick={start}
          >
            {report === null ? `Run ${groupDigits(runs)} flips` : 'Run again'}
          </button>
          <button type="button" className="text-button" disabled={!running} onClick={claims.cancel}>
            Cancel
          </button>
        </div>
        <CampaignStatus state={state} />
        <ClaimsTable report={report} />
        <Undetected report={report} />
      </section>
      <section className="result" aria-label="Reasons">
        <h3>Why the two differ</h3>
        <ul className="reasons">
          {REASONS.map(({ text, mark }) => (
            <li key={text}>
              {text} <span className="mark">{mark}</span>
            </li>
          ))}
        </ul>
      </section>
      {report !== null && <ClaimOutcomes report={report} />}
    </div>
  );
}

function ClaimsTable({ report }: { readonly report: CampaignReport | null }) {
  const prototype = report === null ? null : coverageUnder(report, 'prototype');
  const full = report === null ? null : coverageUnder(report, 'full');
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll" tabIndex={0} aria-label="Claims and model, table">
      <table className="figures claims-table">
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">Published</th>
            <th scope="col">Model, {valueWords('comparison', 'prototype')}</th>
            <th scope="col">Model, {valueWords('comparison', 'full')}</th>
          </tr>
        </thead>
        <tbody>
          {CLAIMS.map((claim) => (
            <tr key={claim.id} data-claim={claim.id}>
              <th scope="row">{claim.about}</th>
              <td>
                <b>{claim.claimed}</b>
                <small>
                  {claim.source} <span className="mark">{claim.mark}</span>
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
      {words.length > 0 && `Neither masked nor detected: ${words.join('; ')}. `}
      {events !== undefined &&
        `${groupDigits(events.syscall + events.ipc)} of ${groupDigits(events.total)} events of this workload are calls, which hand arguments to the outside.`}
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
  if (share === null) return <td className="quiet">not run yet</td>;
  return (
    <td>
      <b>{shareText(share.share)}</b>
      <small>
        {intervalText(share)}; {groupDigits(share.count)} of {groupDigits(share.runs)} not masked
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
  if (row === undefined || run === null) return <span className="quiet">is being computed</span>;
  return (
    <>
      <b>{shareText(row.overheadPercent / 100)}</b>
      <small>this workload alone, era {run.scenario.era}, TMR and local handling, no fault</small>
    </>
  );
}

function ClaimOutcomes({ report }: { readonly report: CampaignReport }) {
  const groups = comparisonGroups(report.cells);
  return (
    <section className="result" aria-label="Outcomes behind the figures">
      <h3>What became of the flips</h3>
      <p className="quiet">
        Model output; masked faults are neither detected nor need be. Whiskers are 95 % intervals.
      </p>
      <OutcomeBars groups={groups} nameOf={nameOf} />
      <OutcomeList report={report} />
      <details className="as-table">
        <summary>As a table</summary>
        <OutcomeTable caption="Outcomes by comparison and target" groups={groups} nameOf={nameOf} />
      </details>
    </section>
  );
}

/** `prototype gpr` as the bars say it. */
function nameOf(name: string): string {
  const [comparison = '', target = ''] = name.split(' ');
  return `${comparison === 'full' ? 'full' : 'sum of 7'}, ${target}`;
}
