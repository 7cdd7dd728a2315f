import { stepsAt } from '../run/navigate.ts';
import type { AppStore } from './app-store.ts';
import type { FrameClock } from './core.ts';
import type { HeldRun } from './held.ts';
import type { Playhead } from './state.ts';

/*
 * From a question to its outcome the run is played, not cut: slowly where much happens and fast where
 * all replicas only compute, within a few seconds however far it is.
 */

/** Milliseconds that a stretch of a run is played for: so many for each kernel step, but not less or more than these. */
const MS_A_STEP = 90;
const LEAST_MS = 1500;
const MOST_MS = 6000;
/** Longest stretch of real time that one frame may catch up. */
const LONGEST_FRAME_MS = 100;
/** How much of the way is counted in kernel steps; the rest is counted in time. */
const BY_STEPS = 0.65;

/** A stretch of a run. */
export interface Stretch {
  readonly run: HeldRun;
  readonly from: Playhead;
  readonly to: Playhead;
}

/** Plays stretches, one at a time. */
export interface Show {
  /** Plays it; `end` is called when it is over, or given up. */
  readonly start: (stretch: Stretch, end: () => void) => void;
  /** Gives up what is played, if anything. */
  readonly stop: () => void;
}

/** How long a stretch is played. */
export function durationOf({ from, to }: Stretch): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, (to.step - from.step) * MS_A_STEP));
}

/** Where a stretch is after a share of its duration; never goes back as the share grows. */
export function instantAfter({ run, from, to }: Stretch, share: number): Playhead {
  if (share >= 1) return to;
  const { events } = run.recording;
  const cycles = Math.max(to.time - from.time, 1);
  const steps = Math.max(to.step - from.step, 1);
  const shareAt = (time: number): number =>
    (1 - BY_STEPS) * ((time - from.time) / cycles) +
    BY_STEPS * ((stepsAt(events, time) - from.step) / steps);
  let low = from.time;
  let high = to.time;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (shareAt(middle) >= share) high = middle;
    else low = middle + 1;
  }
  const step = Math.min(Math.max(stepsAt(events, low), from.step), to.step);
  return { time: low, step };
}

/** Plays in `app` by `frames`; what lies ahead stays hidden until it is played. */
export function createShow({ store, navigation }: AppStore, frames: FrameClock): Show {
  let playing: { readonly frame: number; readonly end: () => void } | null = null;
  const stop = (): void => {
    if (playing === null) return;
    const { frame, end } = playing;
    playing = null;
    frames.cancel(frame);
    end();
  };
  return {
    stop,
    start(stretch, end) {
      stop();
      const { touches } = store.getState();
      const duration = durationOf(stretch);
      let last: number | null = null;
      let elapsed = 0;
      const onFrame = (now: number): void => {
        if (playing === null) return;
        elapsed += last === null ? 0 : Math.min(Math.max(now - last, 0), LONGEST_FRAME_MS);
        last = now;
        // Whoever goes elsewhere has seen enough.
        if (elapsed >= duration || store.getState().touches !== touches) {
          stop();
          return;
        }
        const at = instantAfter(stretch, elapsed / duration);
        store.setState({ hiddenFrom: at });
        navigation.playTo(at);
        playing = { frame: frames.request(onFrame), end };
      };
      playing = { frame: frames.request(onFrame), end };
    },
  };
}
