import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { useApp, useAppState, useHeldRun } from './app-context.ts';

/** What the simulator is doing, where that is more than being ready. */
export function RunStatus() {
  const app = useApp();
  const run = useAppState((state) => state.run);
  const held = useHeldRun();
  if (run.kind === 'running') {
    return (
      <div className={held === null ? 'run-status first' : 'run-status'}>
        <progress aria-label={t('Simulation')} max={1} value={run.fraction} />
        {run.steps === 0 ? (
          <span>{t('Loads the workload')}</span>
        ) : (
          <span>{t('Simulates {count} steps', { count: groupDigits(run.steps) })}</span>
        )}
        <button type="button" className="text-button" onClick={() => app.runs.cancel()}>
          {t('Cancel')}
        </button>
      </div>
    );
  }
  if (run.kind === 'cancelled') {
    return (
      <div className="run-status">
        <output>
          {held === null
            ? t('Cancelled. There is no run yet.')
            : t('Cancelled. The last complete run is shown.')}
        </output>
        <button
          type="button"
          className="text-button"
          onClick={() => app.runs.request({ kind: 'keep' })}
        >
          {t('Run again')}
        </button>
      </div>
    );
  }
  return run.kind === 'failed' ? <Problems problems={run.problems} /> : null;
}

function Problems({
  problems,
}: {
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}) {
  const app = useApp();
  const held = useHeldRun();
  return (
    <div className="run-status problem" role="alert">
      <ul>
        {problems.slice(0, 5).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path !== '' && <code>{path}</code>} {message}
          </li>
        ))}
        {problems.length > 5 && <li>{t('and {count} more', { count: problems.length - 5 })}</li>}
        {held !== null && <li className="kept">{t('The last good run stays on the page.')}</li>}
      </ul>
      <button
        type="button"
        className="text-button"
        onClick={() => app.runs.request({ kind: 'keep' })}
      >
        {t('Try again')}
      </button>
    </div>
  );
}
