import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import type { Finding } from './finding.ts';
import { checkDevices } from './device-check.ts';
import { checkOutput } from './output-check.ts';
import { checkReplay } from './replay-checks.ts';
import { checkCosts, checkSums } from './sum-checks.ts';
import { checkMessages, checkOrder, checkPlaces, checkSpans } from './trace-checks.ts';

/** Checks every invariant of the model on `recording`, a whole run of `plan`; in order, one finding each. */
export function checkInvariants(plan: MachinePlan, recording: Recording): Finding[] {
  const [states, time] = checkReplay(plan, recording);
  return [
    checkOrder(plan, recording),
    states,
    checkSpans(recording),
    checkMessages(recording),
    checkPlaces(plan, recording),
    time,
    checkSums(plan, recording),
    checkCosts(plan, recording),
    checkOutput(plan, recording),
    checkDevices(plan, recording),
  ];
}
