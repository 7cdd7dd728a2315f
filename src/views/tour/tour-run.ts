import { instantOfEvent } from '../../lessons/stop.ts';
import { eventIndexAt } from '../../run/instants.ts';
import type { AppStore } from '../../store/app-store.ts';
import type { HeldRun } from '../../store/held.ts';
import type { TourStop } from './stops.ts';

/** Simulated microseconds per second while the tour plays: an event of some ten thousand cycles takes seconds. */
const TOUR_SPEED = 3;

/** The event that the tour is about: that at the playhead, or one before it if it is the last. */
export function tourEvent(run: HeldRun, app: number, time: number): number {
  const count = run.recording.rendezvous[app]?.length ?? 0;
  return Math.max(0, Math.min(eventIndexAt(run, app, time), count - 2));
}

/**
 * Goes to the moment of `stop`, and plays from there to the end of the event if the stop does, or goes
 * there at once if the person prefers `still` pictures; the answer ends that.
 */
export function showMoment(
  app: AppStore,
  stop: TourStop,
  { event, still }: { readonly event: number; readonly still: boolean },
): () => void {
  const { store, held, navigation, playback } = app;
  const { run } = held;
  const shown = store.getState().app;
  if (run === null) return () => undefined;
  const number = event + (stop.next === true ? 1 : 0);
  const at = (moment: TourStop['at']) =>
    instantOfEvent(run.recording, { event: number, moment, app: shown });
  const end = stop.plays === undefined ? null : at('completed');
  const instant = still ? (end ?? at(stop.at)) : at(stop.at);
  if (instant !== null) navigation.jumpTo(instant);
  if (end === null || still) return () => undefined;
  const { speed } = store.getState();
  playback.setSpeed(TOUR_SPEED);
  playback.play();
  const leave = store.subscribe(({ playing, playhead }) => {
    if (playing && playhead.time >= end.time) playback.pause();
  });
  return () => {
    leave();
    playback.pause();
    playback.setSpeed(speed);
  };
}

/** Notes where the person is; the answer brings them back there. */
export function keepPlace({ store }: AppStore): () => void {
  const before = store.getState();
  const { playhead, selection, explanation, sidePanel } = before;
  const side = document.querySelector('.side');
  const [inSide, onPage] = [side?.scrollTop ?? 0, window.scrollY];
  return () => {
    side?.scrollTo(0, inSide);
    window.scrollTo(0, onPage);
    // Another run has other instants.
    const { runCount, touches } = store.getState();
    if (runCount !== before.runCount) return;
    store.setState({
      playing: false,
      playhead,
      window: before.window,
      selection,
      explanation,
      sidePanel,
      touches: touches + 1,
    });
  };
}
