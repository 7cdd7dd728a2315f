import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import type { Seeker } from '../../run/seek.ts';
import type { Selection } from '../../base/selection.ts';
import type { CauseChain } from './chain.ts';
import { chainOf } from './chain-of.ts';
import { createProvenance } from './provenance.ts';

/** Finds the causes of any part of one run. */
export type Explainer = (selection: Selection) => CauseChain | null;

/** An explainer of a recorded run; it remembers what it has replayed. */
export function createExplainer(run: {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly seeker: Seeker;
}): Explainer {
  const { plan, recording, seeker } = run;
  const traced = { plan, recording, seeker, provenance: createProvenance(plan, recording) };
  return (selection) => chainOf(traced, selection);
}
