import { checkInvariants } from '../analysis/invariants/check.ts';
import { record } from '../run/record.ts';
import { compilePlan } from '../scenario/compile.ts';
import type { ProfileLoader } from './profiles.ts';
import type { CheckAnswer, CheckRequest } from './protocol.ts';

/** Runs the scenario of `request` anew and checks every invariant of the model on it. */
export async function answerCheck(
  { scenario }: CheckRequest,
  loadProfiles: ProfileLoader,
): Promise<CheckAnswer> {
  const profiles = await loadProfiles(scenario);
  const plan = profiles.ok ? compilePlan(scenario, profiles.value) : profiles;
  if (!plan.ok) return { kind: 'checked', outcome: plan };
  const recording = record(plan.value);
  const findings = checkInvariants(plan.value, recording);
  const { digest } = recording.summary;
  return { kind: 'checked', outcome: { ok: true, value: { digest, findings } } };
}
