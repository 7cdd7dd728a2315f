import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';
import { replicasOf } from './replicas.ts';

/** One sentence on what the first picture shows, and the way to a tour of it. */
export function WelcomeLine() {
  const app = useApp();
  const run = useHeldRun();
  const shown = useAppState((state) => state.app);
  const planned = useAppState(({ scenario }) => scenario.apps[shown]?.redundancy);
  // Known before the run is: the sentence does not change under whoever reads it.
  const n = run !== null ? replicasOf(run, shown) : typeof planned === 'number' ? planned : 0;
  const dismiss = (): void => {
    app.settings.set({ toured: true });
    app.store.setState({ welcome: false });
  };
  return (
    <>
      <p>
        {n < 2
          ? t('Programs can run several times at once, so that a fault in one of them is noticed.')
          : t(
              'One program runs {count} times at once. At each system call and page fault its replicas meet in Romain, which compares them: one that differs is noticed.',
              { count: groupDigits(n) },
            )}
      </p>
      <button
        type="button"
        className="text-button"
        disabled={run === null || n < 2}
        onClick={() => app.open({ kind: 'tour' })}
      >
        {t('Show me around')}
        <span className="quiet">{t('60 s')}</span>
      </button>
      <button type="button" className="tool" aria-label={t('Dismiss')} onClick={dismiss}>
        <Icon name="close" />
      </button>
    </>
  );
}
