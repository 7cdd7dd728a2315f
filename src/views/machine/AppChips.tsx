import { t } from '../../base/language.ts';
import type { AppId } from '../../base/units.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { MachineView } from '../../run/machine-view.ts';

interface Props {
  readonly plan: MachinePlan;
  readonly view: MachineView;
  readonly selected: AppId;
  readonly onSelect: (app: AppId) => void;
}

/** Switches the app in the large tiles; each chip says whether Romain serves it or it queues. */
export function AppChips({ plan, view, selected, onSelect }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- chips in a line of text, not a form
    <div className="app-chips" role="group" aria-label={t('Application shown')}>
      {plan.apps.map((app) => (
        <button
          key={app.id}
          type="button"
          aria-pressed={app.id === selected}
          onClick={() => onSelect(app.id)}
        >
          <b>{app.name}</b>
          <span>{queueState(view, app)}</span>
        </button>
      ))}
    </div>
  );
}

function queueState(view: MachineView, app: AppPlan): string {
  if (app.redundancy === 'native') return t('without Romain');
  if (view.apps[app.id]?.stage === 'ended') return t('ended');
  const core = view.cores[app.resCore];
  if (core === undefined) return '';
  if (core.app === app.id) return t('on the Res core');
  const place = core.queued.findIndex((thread) => thread.app === app.id);
  if (place >= 0)
    return t('queues, {place} of {count}', { place: place + 1, count: core.queued.length });
  return view.apps[app.id]?.stage === 'compute' ? t('computes') : t('in an event');
}
