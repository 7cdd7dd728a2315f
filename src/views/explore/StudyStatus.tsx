import type { StudyState } from '../../store/study.ts';
import type { StudyName } from '../../worker/study-protocol.ts';
import { groupDigits } from '../../draw/format.ts';
import { Icon } from '../shell/icons.tsx';
import { durationText } from './words.ts';

interface Props {
  readonly state: StudyState<StudyName>;
  /** What counts: `runs`. */
  readonly noun: string;
}

/** How far a study is, or how it ended. */
export function StudyStatus({ state, noun }: Props) {
  const { phase, steps, stepsDone, leftMs, elapsedMs } = state;
  const all = `${groupDigits(steps)} ${noun}`;
  switch (phase) {
    case 'none':
      return null;
    case 'running':
      return (
        <span className="sweep-status">
          <progress aria-label="Study" max={steps} value={stepsDone} />
          <span className="num">
            {groupDigits(stepsDone)} of {all}
          </span>
          <span>{leftMs === null ? 'starts' : `${durationText(leftMs)} left`}</span>
        </span>
      );
    case 'done':
      return (
        <output className="sweep-status" data-phase={phase}>
          <Icon name="check" size={16} /> {all} in {durationText(elapsedMs)}
        </output>
      );
    case 'opened':
      return (
        <output className="sweep-status" data-phase={phase}>
          {stepsDone < steps ? `${groupDigits(stepsDone)} of ${all}` : all}, from a file
        </output>
      );
    case 'cancelled':
      return (
        <output className="sweep-status" data-phase={phase}>
          Cancelled after {groupDigits(stepsDone)} of {all}
        </output>
      );
    default:
      return <output className="sweep-status problem">The study cannot run</output>;
  }
}
