import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { useComparedNames } from './use-compared.ts';

/** What the other run is doing, or why there is none; empty when both runs are there and counted. */
export function OtherStatus() {
  const { comparisons } = useApp();
  const [, name] = useComparedNames();
  const other = useAppState((state) => state.otherRun);
  switch (other?.kind) {
    case 'waiting':
    case 'running': {
      const fraction = other.kind === 'running' ? other.fraction : 0;
      return (
        <p className="cmp-status">
          <progress value={fraction} max={1} aria-label={t('Simulation of {name}', { name })} />
          {t('{name} is being simulated, {percent} %.', {
            name,
            percent: groupDigits(fraction * 100),
          })}
          <button type="button" className="text-button" onClick={comparisons.cancel}>
            {t('Cancel')}
          </button>
        </p>
      );
    }
    case 'counting':
      return (
        <output className="cmp-status">
          {t('The cycles of each event are being counted by cause.')}
        </output>
      );
    case 'cancelled':
      return (
        <p className="cmp-status">
          {t('{name} was not simulated to its end.', { name })}
          <button type="button" className="text-button" onClick={comparisons.retry}>
            {t('Run it')}
          </button>
        </p>
      );
    case 'failed':
      return (
        <div className="cmp-status" role="alert">
          <span>
            {t('{name} cannot run: {problems}', {
              name,
              problems: other.problems.map(({ message }) => message).join(' '),
            })}
          </span>
          <button type="button" className="text-button" onClick={comparisons.retry}>
            {t('Try again')}
          </button>
        </div>
      );
    default:
      return null;
  }
}
