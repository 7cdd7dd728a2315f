import type { MachinePlan } from '../../kernel/plan.ts';
import { record } from '../../run/record.ts';
import { createSeeker } from '../../run/seek.ts';
import type { TracedRun } from './chain-of.ts';
import { createProvenance } from './provenance.ts';

/** A whole run of `plan`, ready to be asked for causes. */
export function trace(plan: MachinePlan): TracedRun {
  const recording = record(plan);
  return {
    plan,
    recording,
    seeker: createSeeker(plan, recording),
    provenance: createProvenance(plan, recording),
  };
}
