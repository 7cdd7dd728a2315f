import { microsecondsToCycles } from '../base/units.ts';
import type { Core } from './core.ts';
import { endOf } from './held.ts';
import { playheadAt, playheadAtStep } from '../run/instants.ts';
import type { Navigation } from './navigation.ts';
import { haltBefore } from './run-until.ts';
import type { HeldRun } from './held.ts';
import type { Playhead } from './state.ts';

/** Longest stretch of real time that one frame may catch up, after a tab was hidden. */
const LONGEST_FRAME_MS = 100;
/** Real time per kernel event when the person prefers no motion. */
const STILL_STEP_MS = 1000;

/** Moves the playhead with real time. */
export interface Playback {
  readonly play: () => void;
  /** Stops at the instant that is shown. */
  readonly pause: () => void;
  readonly toggle: () => void;
  readonly setSpeed: (microsecondsPerSecond: number) => void;
}

/** Playback on injected frames; `playing` in the store is the only switch. */
export function createPlayback({ store, held, deps }: Core, navigation: Navigation): Playback {
  let frame: number | null = null;
  let last: number | null = null;
  /** Part of a cycle, or of a still step, that previous frames left over. */
  let carry = 0;

  /** Moves to `target`, or to where a breakpoint or the condition that was headed for holds first. */
  const playTowards = (run: HeldRun, target: Playhead): void => {
    const halt = haltBefore(run, store.getState(), target);
    navigation.playTo(halt?.at ?? target);
    if (halt !== null) store.setState({ playing: false, halt });
  };

  const advance = (elapsedMs: number): void => {
    const { run } = held;
    if (run === null) return;
    const { playhead, speed } = store.getState();
    if (deps.reducedMotion()) {
      carry += elapsedMs / STILL_STEP_MS;
      if (carry < 1) return;
      carry = 0;
      playTowards(run, playheadAtStep(run, playhead.step + 1));
    } else {
      carry += microsecondsToCycles(1000, run.plan.clockGHz) * (speed / 1000) * (elapsedMs / 1000);
      const whole = Math.floor(carry);
      carry -= whole;
      if (whole > 0) playTowards(run, playheadAt(run, playhead.time + whole));
    }
    const { playhead: now } = store.getState();
    if (now.time >= endOf(run)) store.setState({ playing: false });
  };

  const onFrame = (now: number): void => {
    frame = null;
    if (!store.getState().playing) return;
    const elapsed = last === null ? 0 : Math.min(now - last, LONGEST_FRAME_MS);
    last = now;
    advance(Math.max(elapsed, 0));
    if (store.getState().playing) frame = deps.frames.request(onFrame);
  };

  store.subscribe((state, before) => {
    if (state.playing === before.playing) return;
    last = null;
    carry = 0;
    if (frame !== null) deps.frames.cancel(frame);
    if (!state.playing && state.heading !== null) store.setState({ heading: null });
    frame = state.playing ? deps.frames.request(onFrame) : null;
  });

  const play = (): void => {
    const { run } = held;
    if (run === null) return;
    // Play at the end begins again, as every player does.
    if (store.getState().playhead.time >= endOf(run)) navigation.toStart();
    store.setState({ playing: true, halt: null, touches: store.getState().touches + 1 });
  };
  const pause = (): void => store.setState({ playing: false });

  return {
    play,
    pause,
    toggle: () => (store.getState().playing ? pause() : play()),
    setSpeed: (speed) => store.setState({ speed }),
  };
}
