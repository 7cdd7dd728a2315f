import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { eventIndexAt } from '../../run/instants.ts';
import { useAppState, useHeldRun } from '../shell/app-context.ts';

/** What the instant of the playhead is called where a branch departs there. */
export function useInstantName(): string {
  const run = useHeldRun();
  return useAppState(({ app, playhead }) => {
    if (run === null || (run.recording.rendezvous[app]?.length ?? 0) === 0) {
      return t('cycle {cycle}', { cycle: groupDigits(playhead.time) });
    }
    return t('event {event}', {
      event: groupDigits(eventIndexAt(run, app, playhead.time) + 1),
    });
  });
}
