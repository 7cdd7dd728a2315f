import { memo } from 'react';

import { t } from '../../../base/language.ts';
import type { CampaignReport } from '../../../analysis/campaign/report.ts';
import { groupDigits } from '../../../draw/format.ts';
import { OUTCOME_WORDS } from '../../faults/outcome-words.ts';
import { OutcomeSwatch } from './OutcomePatterns.tsx';
import { intervalText, shareText } from '../words.ts';

/** Every outcome with its meaning, share and interval: legend and result in one. */
export const OutcomeList = memo(function OutcomeList({
  report,
}: {
  readonly report: CampaignReport;
}) {
  return (
    <ul className="outcome-list" aria-label={t('Outcomes')}>
      {report.outcomes.map(({ outcome, count, share, low, high }) => (
        <li key={outcome} className={count === 0 ? 'none' : ''} data-outcome={outcome}>
          <OutcomeSwatch outcome={outcome} />
          <span className="outcome-words">
            <b>{t(OUTCOME_WORDS[outcome].name)}</b>{' '}
            <span className="quiet">{t(OUTCOME_WORDS[outcome].meaning)}</span>
          </span>
          <span className="num outcome-count" data-count={count}>
            {groupDigits(count)}
          </span>
          <Interval share={share} low={low} high={high} />
          <span className="num outcome-share">
            <b>{shareText(share)}</b> <small>{intervalText({ low, high })}</small>
          </span>
        </li>
      ))}
    </ul>
  );
});

interface IntervalProps {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const TRACK = 120;

/** The share as a bar, its interval as a whisker through the end of the bar. */
function Interval({ share, low, high }: IntervalProps) {
  return (
    <svg className="interval" width={TRACK} height={14} aria-hidden="true">
      <path d={`M0.5 0V14M${TRACK - 0.5} 0V14`} stroke="var(--line)" />
      <rect y={3} width={share * TRACK} height={8} fill="var(--kern-t)" />
      <path
        d={`M${low * TRACK} 7H${high * TRACK}M${low * TRACK} 4v6M${high * TRACK} 4v6`}
        className="whisker"
      />
    </svg>
  );
}
