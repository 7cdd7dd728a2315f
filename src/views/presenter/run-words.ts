import { t } from '../../base/language.ts';
import type { HeldRun } from '../../store/held.ts';
import { eventIndexAt } from '../../run/instants.ts';
import { captionOf } from '../machine/caption.ts';
import { useAppState } from '../shell/app-context.ts';
import { useMachineView } from '../shell/use-machine-view.ts';

/** What the run is called: as its scenario, or as its program. */
export function useRunTitle({ scenario, plan }: HeldRun): string {
  const app = useAppState((state) => state.app);
  const name = plan.apps[app]?.name ?? '';
  if (scenario.title === '') return name;
  return plan.apps.length > 1
    ? t('{title}: {app}', { title: scenario.title, app: name })
    : scenario.title;
}

/** What happens at the playhead, in a sentence. */
export function useSentence(run: HeldRun): string {
  const app = useAppState((state) => state.app);
  const playhead = useAppState((state) => state.playhead);
  const view = useMachineView(run, playhead);
  return view === null ? '' : captionOf(view, run.plan, app, run.recording.incidents);
}

/** The event that the playhead stands in, or has just left, from 1; 0 = before the first. */
export function placeOfEvent(run: HeldRun, app: number, time: number): number {
  return eventIndexAt(run, app, time) + 1;
}
