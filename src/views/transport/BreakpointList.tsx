import { t } from '../../base/language.ts';
import type { Breakpoint } from '../../scenario/condition.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';
import { conditionName } from './condition-words.ts';
import type { RunNames } from './condition-words.ts';

/** The breakpoints: on or off, gone to, removed. */
export function BreakpointList({ plan }: { readonly plan: RunNames }) {
  const { breakpoints, runUntil } = useApp();
  const all = useAppState((state) => state.breakpoints);
  const none = all.every(({ enabled }) => !enabled);
  return (
    <section className="breakpoints" aria-label={t('Breakpoints')}>
      <h3>
        {t('Breakpoints')} <span className="quiet">{t('playing stops here')}</span>
      </h3>
      {all.length === 0 ? (
        <p className="quiet">
          {t('None. Press B on a core, a replica or a row of the event log, or press its ring.')}
        </p>
      ) : (
        <ul>
          {all.map((one) => (
            <Line key={JSON.stringify(one.condition)} breakpoint={one} plan={plan} />
          ))}
        </ul>
      )}
      {all.length > 0 && (
        <div className="until-row">
          <button
            type="button"
            className="text-button"
            disabled={none}
            onClick={() => runUntil.goToBreakpoint(-1)}
          >
            {t('Previous stop')}
          </button>
          <button
            type="button"
            className="text-button"
            disabled={none}
            onClick={() => runUntil.goToBreakpoint(1)}
          >
            {t('Next stop')}
          </button>
          <button type="button" className="text-button" onClick={breakpoints.clear}>
            {t('Remove all')}
          </button>
        </div>
      )}
    </section>
  );
}

function Line({
  breakpoint: { condition, enabled },
  plan,
}: {
  readonly breakpoint: Breakpoint;
  readonly plan: RunNames;
}) {
  const { breakpoints } = useApp();
  const name = conditionName(condition, plan);
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={enabled}
          onChange={(event) => breakpoints.setEnabled(condition, event.target.checked)}
        />
        {name}
      </label>
      <button
        type="button"
        className="tool"
        aria-label={t('Remove breakpoint {name}', { name })}
        onClick={() => breakpoints.remove(condition)}
      >
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}
