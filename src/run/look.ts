import type { MachinePlan } from '../kernel/plan.ts';
import type { Playhead } from './instants.ts';
import type { MachineView } from './machine-view.ts';
import type { Recording } from './recording.ts';
import { createSeeker } from './seek.ts';
import { viewMachine } from './view.ts';

/** Shows the machine of a run at any instant; the last answer is kept, so asking again costs nothing. */
export function lookInto(
  plan: MachinePlan,
  recording: Recording,
): (playhead: Playhead) => MachineView {
  const seeker = createSeeker(plan, recording);
  let last: MachineView | undefined;
  return ({ time, step }) => {
    if (last?.time !== time || last.step !== step) {
      last = viewMachine(plan, recording, seeker.machineAtStep(step), time);
    }
    return last;
  };
}
