import { assert } from '../base/assert.ts';
import type { Machine } from '../kernel/machine.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { advance } from '../kernel/reducer.ts';
import { stepsAt } from './navigate.ts';
import type { Checkpoint, Recording } from './recording.ts';

/** Brings back any state of a recorded run: the nearest checkpoint before it, then the same reducer. */
export interface Seeker {
  /** The machine after `step` kernel steps, 0 <= step <= all. */
  readonly machineAtStep: (step: number) => Machine;
  /** The machine after all events with time <= `time`. */
  readonly machineAt: (time: number) => Machine;
}

/** A seeker over `recording`, which must be one of `plan`. It remembers where it was last. */
export function createSeeker(plan: MachinePlan, recording: Recording): Seeker {
  const { checkpoints, events } = recording;
  let last: Machine = checkpoints[0].machine;
  const machineAtStep = (step: number): Machine => {
    assert(step >= 0 && step <= events.length, `step ${step} is outside the run`);
    const from = nearest(checkpoints, step);
    // A checkpoint may decode its machine, so it is asked only when it is needed.
    const start = last.steps <= step && last.steps >= from.step ? last : from.machine;
    if (start.steps === step) last = start;
    else last = advance(plan, start, { steps: step });
    return last;
  };
  return { machineAtStep, machineAt: (time) => machineAtStep(stepsAt(events, time)) };
}

function nearest(checkpoints: readonly Checkpoint[], step: number): Checkpoint {
  let low = 0;
  let high = checkpoints.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (checkpoints[middle].step <= step) low = middle;
    else high = middle - 1;
  }
  return checkpoints[low];
}
