import type { MatrixRow } from '../analysis/matrix.ts';
import type { MachineView } from '../run/machine-view.ts';
import { createSeeker } from '../run/seek.ts';
import type { Seeker } from '../run/seek.ts';
import { viewMachine } from '../run/view.ts';
import type { CompletedRun } from '../worker/protocol.ts';
import type { Playhead } from './state.ts';

/** A completed run with what is needed to look into it; replaced as a whole, never changed. */
export interface HeldRun extends CompletedRun {
  readonly seeker: Seeker;
  /** The machine at `playhead`; the last answer is kept, so asking again costs nothing. */
  readonly viewAt: (playhead: Playhead) => MachineView;
}

/** Large data beside the store: the last good run, and the matrix rows that have arrived. */
export interface Held {
  run: HeldRun | null;
  matrix: readonly MatrixRow[];
  /** What the matrix rows depend on; rows of another key are of no use. */
  matrixKey: string;
}

/** Nothing held yet. */
export function createHeld(): Held {
  return { run: null, matrix: [], matrixKey: '' };
}

/** Makes a completed run ready for seeking. */
export function holdRun(run: CompletedRun): HeldRun {
  const seeker = createSeeker(run.plan, run.recording);
  let last: MachineView | undefined;
  return {
    ...run,
    seeker,
    viewAt({ time, step }) {
      if (last?.time !== time || last.step !== step) {
        last = viewMachine(run.plan, run.recording, seeker.machineAtStep(step), time);
      }
      return last;
    },
  };
}

/** Cycles that the run lasts. */
export function endOf(run: CompletedRun): number {
  return run.recording.summary.totalCycles;
}
