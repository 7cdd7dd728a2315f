import { blockCount, runsOfBlock } from '../analysis/campaign/campaign.ts';
import { placementPoints } from '../analysis/placement/study.ts';
import { layOutStudy } from '../analysis/scalability/spec.ts';
import { effortOf, keepRuns, pointsByUse } from '../analysis/scalability/work.ts';
import { cellsOf } from '../analysis/wish-list/first-app.ts';
import { isolationCampaign } from '../analysis/wish-list/study.ts';
import type { StudyKind } from './study.ts';

/** More and more applications on Res cores. */
export const SCALABILITY: StudyKind<'scalability'> = {
  work: (spec) => ({ study: 'scalability', spec }),
  steps: pointsByUse,
  effort(spec) {
    const { points } = layOutStudy(spec);
    return (step) => effortOf(points[step]);
  },
  keep({ spec: before, done }, spec) {
    const runs = done.map(({ result }) => result);
    return keepRuns({ spec: before, runs }, spec).map((result) => ({ step: result.point, result }));
  },
};

/** Every method without and with what the talk wishes for. */
export const WISH_LIST: StudyKind<'wish-list'> = {
  work: (spec) => ({ study: 'wish-list', spec }),
  steps(spec) {
    const runs = 2 * cellsOf(spec.methods, spec.replicas).length;
    return upTo(runs + 2 * blockCount(isolationCampaign(spec, false)));
  },
  /** Without faults a step is one run; with them it is a block of each side in turn. */
  runs(spec) {
    const plain = 2 * cellsOf(spec.methods, spec.replicas).length;
    const campaign = isolationCampaign(spec, false);
    return (step) => {
      if (step < plain) return 1;
      const { from, to } = runsOfBlock(campaign, (step - plain) >> 1);
      return to - from;
    };
  },
};

/** Replicas beside the Res core, on the other socket, or alternating. */
export const PLACEMENT: StudyKind<'placement'> = {
  work: (spec) => ({ study: 'placement', spec }),
  steps: (spec) => placementPoints(spec).map(({ point }) => point),
};

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
