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
    <div className="app-chips" role="group" aria-label="Application shown">
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
  if (app.redundancy === 'native') return 'without Romain';
  if (view.apps[app.id]?.stage === 'ended') return 'ended';
  const core = view.cores[app.resCore];
  if (core === undefined) return '';
  if (core.app === app.id) return 'on the Res core';
  const place = core.queued.findIndex((thread) => thread.app === app.id);
  if (place >= 0) return `queues, ${place + 1} of ${core.queued.length}`;
  return view.apps[app.id]?.stage === 'compute' ? 'computes' : 'in an event';
}
