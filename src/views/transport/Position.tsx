import { t } from '../../base/language.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { groupDigits } from '../../draw/format.ts';
import { eventText, timeText } from './position-text.ts';

/** Where the playhead is: time, cycle, event, kernel step. */
export function Position() {
  const { navigation } = useApp();
  const run = useHeldRun();
  const { time, step } = useAppState((state) => state.playhead);
  const app = useAppState((state) => state.app);
  if (run === null) return <div className="position">{t('No run yet')}</div>;
  const { apps } = run.plan;
  return (
    <div className="position">
      <div>
        <div className="num strong">{timeText(run, time)}</div>
        <div className="num quiet">{t('cycle {cycle}', { cycle: groupDigits(time) })}</div>
      </div>
      <div>
        <div className="event-count">{eventText(run, app, time)}</div>
        <div className="num quiet">{t('step {step}', { step: groupDigits(step) })}</div>
      </div>
      {apps.length > 1 && (
        <select
          aria-label={t('Application whose events are counted')}
          value={app}
          onChange={(event) => navigation.selectApp(Number(event.target.value))}
        >
          {apps.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
