import type { CampaignState } from '../../../store/campaign.ts';
import { groupDigits } from '../../../draw/format.ts';
import { durationText, shareText } from '../words.ts';

interface Props {
  readonly state: CampaignState;
}

/** How far a campaign is, or how it ended. */
export function CampaignStatus({ state }: Props) {
  const { phase, spec, runsDone, leftMs, workers } = state;
  if (spec === null || phase === 'none') return null;
  if (phase === 'running') {
    const left = leftMs === null ? 'starts' : `at most ${durationText(leftMs)} left`;
    return (
      <div className="campaign-status">
        <progress aria-label="Campaign" max={spec.runs} value={runsDone} />
        <span>
          <span className="num">{groupDigits(runsDone)}</span> of{' '}
          <span className="num">{groupDigits(spec.runs)}</span> runs, {left}, {workers}{' '}
          {workers === 1 ? 'worker' : 'workers'}
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
  if (report === null || spec === null) return 'Cancelled before the first 256 runs were counted.';
  const pace = `${durationText(elapsedMs)}, ${groupDigits(report.runs / (elapsedMs / 1000))} runs per second`;
  const early = `${shareText(report.decidedEarly / report.runs)} of the runs were decided before their end, and the rest of them left out`;
  const runs = groupDigits(report.runs);
  if (phase === 'cancelled') {
    return `Cancelled: the first ${runs} of ${groupDigits(spec.runs)} runs are counted. ${early}.`;
  }
  if (report.stoppedEarly) {
    return `Every interval is narrow enough after ${runs} of ${groupDigits(spec.runs)} runs: ${pace}. ${early}.`;
  }
  return `${runs} runs in ${pace}. ${early}.`;
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
