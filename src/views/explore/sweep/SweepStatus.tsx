import { t } from '../../../base/language.ts';
import type { SweepState } from '../../../store/sweep.ts';
import { groupDigits } from '../../../draw/format.ts';
import { Icon } from '../../shell/icons.tsx';
import { durationText, leftText } from '../words.ts';

/** How far a sweep is, or how it ended. */
export function SweepStatus({ state }: { readonly state: SweepState }) {
  const { phase, runs, runsDone, leftMs, elapsedMs } = state;
  const [done, all] = [groupDigits(runsDone), groupDigits(runs)];
  switch (phase) {
    case 'none':
      return null;
    case 'running':
      return (
        <span className="sweep-status">
          <progress aria-label={t('Sweep')} max={runs} value={runsDone} />
          <span className="num">{t('{done} of {all} runs', { done, all })}</span>
          <span>{leftText(leftMs)}</span>
        </span>
      );
    case 'done':
      return (
        <output className="sweep-status" data-phase={phase}>
          <Icon name="check" size={16} />{' '}
          {t('{all} runs in {time}', { all, time: durationText(elapsedMs) })}
        </output>
      );
    case 'opened':
      return (
        <output className="sweep-status" data-phase={phase}>
          {t('{done} of {all} runs, from a file', { done, all })}
        </output>
      );
    case 'cancelled':
      return (
        <output className="sweep-status" data-phase={phase}>
          {t('Cancelled after {done} of {all} runs', { done, all })}
        </output>
      );
    default:
      return <output className="sweep-status problem">{t('The sweep cannot run')}</output>;
  }
}
