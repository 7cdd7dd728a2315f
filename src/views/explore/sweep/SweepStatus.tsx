import type { SweepState } from '../../../store/sweep.ts';
import { groupDigits } from '../../../draw/format.ts';
import { Icon } from '../../shell/icons.tsx';
import { durationText } from '../words.ts';

/** How far a sweep is, or how it ended. */
export function SweepStatus({ state }: { readonly state: SweepState }) {
  const { phase, runs, runsDone, leftMs, elapsedMs } = state;
  const all = groupDigits(runs);
  switch (phase) {
    case 'none':
      return null;
    case 'running':
      return (
        <span className="sweep-status">
          <progress aria-label="Sweep" max={runs} value={runsDone} />
          <span className="num">
            {groupDigits(runsDone)} of {all} runs
          </span>
          <span>{leftMs === null ? 'starts' : `${durationText(leftMs)} left`}</span>
        </span>
      );
    case 'done':
      return (
        <output className="sweep-status" data-phase={phase}>
          <Icon name="check" size={16} /> {all} runs in {durationText(elapsedMs)}
        </output>
      );
    case 'opened':
      return (
        <output className="sweep-status" data-phase={phase}>
          {groupDigits(runsDone)} of {all} runs, from a file
        </output>
      );
    case 'cancelled':
      return (
        <output className="sweep-status" data-phase={phase}>
          Cancelled after {groupDigits(runsDone)} of {all} runs
        </output>
      );
    default:
      return <output className="sweep-status problem">The sweep cannot run</output>;
  }
}
