import { criticalPath } from '../analysis/causes/critical-path.ts';
import { createProvenance } from '../analysis/causes/provenance.ts';
import { eventLength, variantsOf } from '../analysis/causes/same-event.ts';
import { gainOfRun, improvable, measureUsed } from '../analysis/causes/sensitivity.ts';
import { record } from '../run/record.ts';
import { createSeeker } from '../run/seek.ts';
import { compilePlan } from '../scenario/compile.ts';
import type { ProfileLoader } from './profiles.ts';
import type { GainsRequest, SameEventRequest, WhatIfAnswer } from './what-if-protocol.ts';

type Post = (answer: WhatIfAnswer) => void;

/** Runs the plan once for its critical path, and once more for each parameter; answers as it goes. */
export function answerGains({ plan, percent }: GainsRequest, post: Post): void {
  const recording = record(plan);
  const seeker = createSeeker(plan, recording);
  const provenance = createProvenance(plan, recording);
  const path = criticalPath({ plan, recording, seeker, provenance });
  const { length, used } = measureUsed(plan);
  const names = improvable(plan, used);
  post({ kind: 'gains-begun', path, total: names.length });
  for (const name of names) post({ kind: 'gain', gain: gainOfRun(plan, length, name, percent) });
  post({ kind: 'gains-ended' });
}

/** Runs each variant until it has completed the event; one that cannot run has no length. */
export async function answerSameEvent(
  { scenario, app, event }: SameEventRequest,
  loadProfiles: ProfileLoader,
  post: Post,
): Promise<void> {
  const profiles = await loadProfiles(scenario);
  for (const { signalling, fast, scenario: other } of variantsOf(scenario, app)) {
    const plan = profiles.ok ? compilePlan(other, profiles.value) : profiles;
    const length = plan.ok ? eventLength(plan.value, app, event) : null;
    post({ kind: 'same-event-row', row: { signalling, fast, length } });
  }
  post({ kind: 'same-event-ended' });
}
