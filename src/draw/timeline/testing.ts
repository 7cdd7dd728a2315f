import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import { indexFaults } from './fault-index.ts';
import { layoutLanes } from './lanes.ts';
import type { TimelineSource } from './layout.ts';
import { indexLanes } from './lod.ts';

interface Run {
  readonly plan: MachinePlan;
  readonly recording: Recording;
}

/** What the timeline of a run is drawn from, the events of its first app bracketed, for tests. */
export function sourceFrom(
  { plan, recording }: Run,
  options: Parameters<typeof layoutLanes>[2] = {},
): TimelineSource {
  return {
    plan,
    recording,
    index: indexLanes(recording.spans, recording.summary.totalCycles),
    lanes: layoutLanes(plan, recording.spans, options),
    faults: indexFaults(plan, recording),
    bracketApp: 0,
  };
}
