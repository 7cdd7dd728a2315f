import type { KeyboardEvent } from 'react';

import { t } from '../../base/language.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { eventText, timeText } from './position-text.ts';

/** The playhead over the whole run; arrow keys step by kernel events. */
export function PlayheadSlider() {
  const { navigation } = useApp();
  const run = useHeldRun();
  const playhead = useAppState((state) => state.playhead);
  const app = useAppState((state) => state.app);
  const end = run?.recording.summary.totalCycles ?? 0;
  const share = end === 0 ? 0 : playhead.time / end;

  const onKeyDown = (event: KeyboardEvent): void => {
    const act = actionOf(event, navigation);
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  return (
    <input
      type="range"
      className="playhead"
      aria-label={t('Playhead')}
      aria-valuetext={
        run === null
          ? t('no run yet')
          : `${timeText(run, playhead.time)}, ${eventText(run, app, playhead.time)}`
      }
      style={{ ['--share' as string]: share }}
      min={0}
      max={Math.max(end, 1)}
      step={1}
      value={playhead.time}
      disabled={run === null}
      onChange={(event) => navigation.seek(event.target.valueAsNumber)}
      onKeyDown={onKeyDown}
    />
  );
}

type Navigation = ReturnType<typeof useApp>['navigation'];

function actionOf(
  { key, shiftKey }: KeyboardEvent,
  navigation: Navigation,
): (() => void) | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return () => (shiftKey ? navigation.stepRendezvous(1) : navigation.stepBy(1));
    case 'ArrowLeft':
    case 'ArrowDown':
      return () => (shiftKey ? navigation.stepRendezvous(-1) : navigation.stepBy(-1));
    case 'PageUp':
      return () => navigation.stepRendezvous(1);
    case 'PageDown':
      return () => navigation.stepRendezvous(-1);
    case 'Home':
      return navigation.toStart;
    case 'End':
      return navigation.toEnd;
    default:
      return undefined;
  }
}
