import { memo } from 'react';

import { t } from '../../../base/language.ts';
import type { CampaignSpec } from '../../../analysis/campaign/campaign.ts';
import type { CampaignReport } from '../../../analysis/campaign/report.ts';
import { PRESETS, titleOf } from '../../../scenario/presets.ts';
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
      <section className="result" aria-label={t('Outcomes of all runs')}>
        <h3>{overallFinding(wholeGroup(report))}</h3>
        <p className="quiet">
          {sampleText(report)}{' '}
          {t(
            'Harm: a wrong value leaves the application, or kernel or Romain fail. Caught: corrected, stopped or contained. Probabilities of the fault model are mostly inferred.',
          )}
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

/** What the shares are of. */
function sampleText(report: CampaignReport): string {
  const count = groupDigits(report.runs);
  const preset = PRESETS.find((one) => one.scenario.title === report.title);
  const title = preset === undefined ? report.title : titleOf(preset);
  return title === ''
    ? t('Model output, {count} runs with one fault each; share and 95 % Wilson interval.', {
        count,
      })
    : t(
        'Model output, {count} runs with one fault each of “{title}”; share and 95 % Wilson interval.',
        { count, title },
      );
}

interface ComparisonProps {
  readonly report: CampaignReport;
  readonly dimension: Dimension;
}

function Comparison({ report, dimension }: ComparisonProps) {
  const groups = groupsBy(report.cells, dimension);
  const nameOf = (name: string): string => valueWords(dimension, name);
  const title = t(
    '{dimension, select, target {Outcomes by target} method {Outcomes by method} redundancy {Outcomes by redundancy} other {Outcomes by comparison}}',
    { dimension },
  );
  return (
    <section className="result" aria-label={title}>
      <h3>{groupFinding(dimension, groups) ?? title}</h3>
      <p className="quiet">
        {t(
          'Share of the runs by {dimension, select, target {target} method {method} redundancy {redundancy} other {comparison}}, mildest outcome first; whiskers are 95 % intervals of the boundaries.',
          { dimension },
        )}
      </p>
      <OutcomeBars groups={groups} nameOf={nameOf} />
      <details className="as-table">
        <summary>{t('As a table')}</summary>
        <OutcomeTable caption={title} groups={groups} nameOf={nameOf} />
      </details>
    </section>
  );
}
