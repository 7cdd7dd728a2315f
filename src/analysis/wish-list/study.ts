import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { compilePlan } from '../../scenario/compile.ts';
import type { ScenarioProblem } from '../../scenario/scenario.ts';
import type { Profile } from '../../workload/profile.ts';
import type { BlockResult, CampaignSpec } from '../campaign/campaign.ts';
import { blockCount, campaignOf } from '../campaign/campaign.ts';
import type { Campaign } from '../campaign/job.ts';
import { createCampaign } from '../campaign/job.ts';
import { runFigures } from '../sweep/figures.ts';
import type { RunFigures } from '../sweep/spec.ts';
import type { StudyCell } from './first-app.ts';
import { cellsOf, firstAppAs } from './first-app.ts';
import type { WishListSpec } from './spec.ts';
import { checkWishList } from './spec.ts';
import { withIsolation, withNotification } from './wishes.ts';

/** What one step of a study left. Plain JSON, ready to be posted between threads. */
export type WishListStep =
  /** A run of a cell without faults. */
  | {
      readonly wish: 'notification';
      /** Index into the cells. */
      readonly cell: number;
      readonly granted: boolean;
      readonly figures: RunFigures;
    }
  /** A block of runs with a faulty kernel on a NonRes core each. */
  | { readonly wish: 'isolation'; readonly granted: boolean; readonly block: BlockResult };

/**
 * A study ready to work: whoever creates it from the same spec gets the same for the same step, in
 * whatever order steps are asked for.
 */
export interface WishListStudy {
  readonly spec: WishListSpec;
  readonly cells: readonly StudyCell[];
  /** Number of steps. */
  readonly steps: number;
  readonly runStep: (step: number) => WishListStep;
  /** All steps in order: stop whenever you like. */
  readonly runs: () => Generator<WishListStep, void, void>;
}

/** The campaign behind memory isolation: the same faults whether the wish is granted or not. */
export function isolationCampaign(spec: WishListSpec, granted: boolean): CampaignSpec {
  const { scenario, methods, replicas, faultsPerCell, seed } = spec;
  const alone = firstAppAs(scenario, { method: methods[0], replicas: replicas[0] });
  return campaignOf(withIsolation(alone, granted), {
    runs: faultsPerCell * methods.length * replicas.length,
    seed,
    targets: ['kernel'],
    methods,
    redundancies: replicas,
  });
}

/**
 * Gets a study ready. `profiles` must hold the first app's. The error lists what is wrong with its
 * figures, or with its scenario.
 */
export function createWishListStudy(
  spec: WishListSpec,
  profiles: ReadonlyMap<string, Profile>,
): Result<WishListStudy, ScenarioProblem[]> {
  const problems = checkWishList(spec);
  if (problems.length > 0) return err(problems);
  const cells = cellsOf(spec.methods, spec.replicas);
  const plans: MachinePlan[] = [];
  for (const cell of cells) {
    const alone = firstAppAs(spec.scenario, cell);
    for (const scenario of [alone, withNotification(alone)]) {
      const plan = compilePlan(scenario, profiles);
      if (!plan.ok) return plan;
      plans.push(plan.value);
    }
  }
  const campaigns: Campaign[] = [];
  for (const granted of [false, true]) {
    const campaign = createCampaign(isolationCampaign(spec, granted), profiles);
    if (!campaign.ok) return campaign;
    campaigns.push(campaign.value);
  }
  return ok(studyOn(spec, { cells, plans, campaigns }));
}

interface Ready {
  readonly cells: readonly StudyCell[];
  /** Per cell: as it is, and with fast notification. */
  readonly plans: readonly MachinePlan[];
  /** Without and with isolation. */
  readonly campaigns: readonly Campaign[];
}

function studyOn(spec: WishListSpec, { cells, plans, campaigns }: Ready): WishListStudy {
  const blocks = blockCount(campaigns[0].spec);
  const steps = plans.length + campaigns.length * blocks;
  const runStep = (step: number): WishListStep => {
    if (step < plans.length) {
      const figures = runFigures(plans[step]);
      return { wish: 'notification', cell: step >> 1, granted: step % 2 === 1, figures };
    }
    const turn = step - plans.length;
    const granted = turn % 2 === 1;
    const block = campaigns[turn % 2].runBlock(turn >> 1);
    return { wish: 'isolation', granted, block };
  };
  return {
    spec,
    cells,
    steps,
    runStep,
    *runs() {
      for (let step = 0; step < steps; step++) yield runStep(step);
    },
  };
}
