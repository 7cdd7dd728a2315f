import { msg, t } from '../../../base/language.ts';
import type { CampaignState } from '../../../store/campaign.ts';
import { groupDigits } from '../../../draw/format.ts';
import { Say } from '../../shell/Say.tsx';
import { durationText, shareText } from '../words.ts';

interface Props {
  readonly state: CampaignState;
}

/** How far a campaign is, or how it ended. */
export function CampaignStatus({ state }: Props) {
  const { phase, spec, runsDone, leftMs, workers } = state;
  if (spec === null || phase === 'none') return null;
  if (phase === 'running') {
    const left =
      leftMs === null ? t('starts') : t('at most {time} left', { time: durationText(leftMs) });
    return (
      <div className="campaign-status">
        <progress aria-label={t('Campaign')} max={spec.runs} value={runsDone} />
        <span>
          <Say
            message={msg(
              '<num>{done}</num> of <num>{runs}</num> runs, {left}, {workers, plural, one {# worker} other {# workers}}',
            )}
            values={{ done: groupDigits(runsDone), runs: groupDigits(spec.runs), left, workers }}
            parts={{ num: <span className="num" /> }}
          />
        </span>
      </div>
    );
  }
  if (phase === 'failed') return <Problems problems={state.problems} />;
  return (
    <output className="campaign-status" data-phase={phase}>
      {endText(state)}
    </output>
  );
}

/** The end of a campaign in words. */
function endText({ phase, report, elapsedMs, spec }: CampaignState): string {
  if (report === null || spec === null) {
    return t('Cancelled before the first 256 runs were counted.');
  }
  const facts = {
    runs: groupDigits(report.runs),
    all: groupDigits(spec.runs),
    time: durationText(elapsedMs),
    rate: groupDigits(report.runs / (elapsedMs / 1000)),
    share: shareText(report.decidedEarly / report.runs),
  };
  if (phase === 'opened') {
    return t('{done} of {all} runs, from a file', { done: facts.runs, all: facts.all });
  }
  if (phase === 'cancelled') {
    return t(
      'Cancelled: the first {runs} of {all} runs are counted. {share} of the runs were decided before their end, and the rest of them left out.',
      facts,
    );
  }
  if (report.stoppedEarly) {
    return t(
      'Every interval is narrow enough after {runs} of {all} runs: {time}, {rate} runs per second. {share} of the runs were decided before their end, and the rest of them left out.',
      facts,
    );
  }
  return t(
    '{runs} runs in {time}, {rate} runs per second. {share} of the runs were decided before their end, and the rest of them left out.',
    facts,
  );
}

function Problems({ problems }: Pick<CampaignState, 'problems'>) {
  return (
    <div className="campaign-status problem" role="alert">
      <ul>
        {problems.slice(0, 5).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path !== '' && <code>{path}</code>} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
