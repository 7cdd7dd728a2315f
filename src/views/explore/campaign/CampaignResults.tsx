import { memo } from 'react';

import type { CampaignSpec } from '../../../analysis/campaign/campaign.ts';
import type { CampaignReport } from '../../../analysis/campaign/report.ts';
import type { CampaignRunner } from '../../../store/campaign.ts';
import { groupDigits } from '../../../draw/format.ts';
import { Downloads } from './Downloads.tsx';
import { Examples } from './Examples.tsx';
import { groupFinding, overallFinding } from './findings.ts';
import type { Dimension } from './groups.ts';
import { groupsBy, variedDimensions, wholeGroup } from './groups.ts';
import { LatencyChart } from './LatencyChart.tsx';
import { OutcomeBars } from './OutcomeBars.tsx';
import { OutcomeList } from './OutcomeList.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { valueWords } from '../words.ts';

interface Props {
  readonly runner: CampaignRunner;
  readonly spec: CampaignSpec;
  readonly report: CampaignReport;
}

/** What a campaign found so far. */
export const CampaignResults = memo(function CampaignResults({ runner, spec, report }: Props) {
  const { clockGHz } = spec.scenario.machine;
  return (
    <>
      <section className="result" aria-label="Outcomes of all runs">
        <h3>{overallFinding(wholeGroup(report))}</h3>
        <p className="quiet">
          Model output, {groupDigits(report.runs)} runs with one fault each
          {report.title === '' ? '' : ` of “${report.title}”`}; share and 95 % Wilson interval.
          Harm: a wrong value leaves the application, or kernel or Romain fail. Caught: corrected,
          stopped or contained. Probabilities of the fault model are mostly inferred.
        </p>
        <OutcomeList report={report} />
      </section>
      {variedDimensions(report.cells).map((dimension) => (
        <Comparison key={dimension} report={report} dimension={dimension} />
      ))}
      <LatencyChart
        latency={report.latencyCycles}
        inEvents={report.latencyEvents}
        clockGHz={clockGHz}
      />
      <Examples spec={spec} report={report} />
      <Downloads runner={runner} spec={spec} report={report} />
    </>
  );
});

interface ComparisonProps {
  readonly report: CampaignReport;
  readonly dimension: Dimension;
}

function Comparison({ report, dimension }: ComparisonProps) {
  const groups = groupsBy(report.cells, dimension);
  const nameOf = (name: string): string => valueWords(dimension, name);
  return (
    <section className="result" aria-label={`Outcomes by ${dimension}`}>
      <h3>{groupFinding(dimension, groups) ?? `Outcomes by ${dimension}`}</h3>
      <p className="quiet">
        Share of the runs by {dimension}, mildest outcome first; whiskers are 95 % intervals of the
        boundaries.
      </p>
      <OutcomeBars groups={groups} nameOf={nameOf} />
      <details className="as-table">
        <summary>As a table</summary>
        <OutcomeTable caption={`Outcomes by ${dimension}`} groups={groups} nameOf={nameOf} />
      </details>
    </section>
  );
}
