import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { t } from '../../base/language.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { compilePlan } from '../../scenario/compile.ts';
import type { FaultSpec, Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import type { Profile } from '../../workload/profile.ts';
import type { BlockResult, CampaignSpec, CampaignVariant, RunResult } from './campaign.ts';
import {
  placeOfRun,
  runsOfBlock,
  scenarioOfResult,
  variantScenario,
  variantsOf,
} from './campaign.ts';
import { checkCampaign } from './check-campaign.ts';
import { appsWithTarget, drawFault } from './draw-fault.ts';
import type { FaultFreeRun, Walk } from './fault-free.ts';
import { runFaultFree, walkAlong } from './fault-free.ts';
import { runFault } from './run-fault.ts';

/**
 * A campaign ready to work: any worker that creates it from the same spec gives the same block for
 * the same number, in whatever order it is asked. Fault-free runs are measured when first needed,
 * and kept.
 */
export interface Campaign {
  readonly spec: CampaignSpec;
  /** Begins block number `block`, 0..`blockCount(spec)` - 1. */
  readonly startBlock: (block: number) => BlockJob;
  /** All of block number `block` at once. */
  readonly runBlock: (block: number) => BlockResult;
  /** The fault of run number `run`. */
  readonly faultOf: (run: number) => FaultSpec;
  /** Run number `run` as a scenario of its own, which has the same outcome anywhere. */
  readonly runScenario: (run: number) => Scenario;
}

/** A block being worked on, run by run, so that a worker can look up between two. */
export interface BlockJob {
  /** Does one run more; false when all are done. */
  readonly advance: () => boolean;
  /** Runs done. */
  readonly done: () => number;
  /** The results of a block that is done. */
  readonly finish: () => BlockResult;
}

/**
 * Gets a campaign ready. `profiles` must hold those of `profileIdsOf(spec.scenario)`. The error lists
 * what is wrong with its figures, or with the scenario of one of its variants.
 */
export function createCampaign(
  spec: CampaignSpec,
  profiles: ReadonlyMap<string, Profile>,
): Result<Campaign, ScenarioProblem[]> {
  const problems = checkCampaign(spec);
  if (problems.length > 0) return err(problems);
  const plans: MachinePlan[] = [];
  for (const variant of variantsOf(spec)) {
    const plan = compilePlan(variantScenario(spec, variant), profiles);
    if (!plan.ok) return plan;
    const misplaced = targetProblems(spec, variant, plan.value);
    if (misplaced.length > 0) return err(misplaced);
    plans.push(plan.value);
  }
  return ok(campaignOn(spec, plans));
}

function targetProblems(
  spec: CampaignSpec,
  variant: CampaignVariant,
  plan: MachinePlan,
): ScenarioProblem[] {
  const { redundancy, method } = variant;
  const who =
    redundancy === 'native'
      ? t('a native app')
      : t('redundancy {redundancy} by {method}', { redundancy, method });
  return spec.targets.flatMap((target) =>
    appsWithTarget(plan, target).length > 0
      ? []
      : [
          {
            path: 'targets',
            message: t('{target} does not exist under {who}; leave one of them out', {
              target,
              who,
            }),
          },
        ],
  );
}

function campaignOn(spec: CampaignSpec, plans: readonly MachinePlan[]): Campaign {
  const measured: FaultFreeRun[] = [];
  const groundOf = (variant: number): FaultFreeRun => {
    measured[variant] ??= runFaultFree(plans[variant]);
    return measured[variant];
  };
  const faultOf = (run: number): FaultSpec =>
    drawFault(spec, run, groundOf(placeOfRun(spec, run).variant));
  const startBlock = (block: number): BlockJob => startBlockOf(spec, block, { groundOf, faultOf });
  return {
    spec,
    startBlock,
    runBlock(block) {
      const job = startBlock(block);
      while (job.advance());
      return job.finish();
    },
    faultOf,
    runScenario: (run) =>
      scenarioOfResult(spec, { run, fault: faultOf(run), variant: placeOfRun(spec, run).variant }),
  };
}

interface Sources {
  readonly groundOf: (variant: number) => FaultFreeRun;
  readonly faultOf: (run: number) => FaultSpec;
}

type Task = Pick<RunResult, 'run' | 'variant' | 'fault'>;

/**
 * Within a block and variant, runs are done in order of the cycle of their fault, so that they
 * branch off one fault-free machine that only moves forward.
 */
function startBlockOf(spec: CampaignSpec, block: number, { groundOf, faultOf }: Sources): BlockJob {
  const { from, to } = runsOfBlock(spec, block);
  const tasks: Task[] = [];
  for (let run = from; run < to; run++) {
    tasks.push({ run, variant: placeOfRun(spec, run).variant, fault: faultOf(run) });
  }
  tasks.sort((a, b) => a.variant - b.variant || cycleOf(a) - cycleOf(b));
  const results: RunResult[] = [];
  let walk: Walk | null = null;
  return {
    advance() {
      if (results.length === tasks.length) return false;
      const task = tasks[results.length];
      const ground = groundOf(task.variant);
      if (walk === null || tasks[results.length - 1].variant !== task.variant) {
        walk = walkAlong(ground);
      }
      const start = walk.before(cycleOf(task));
      results.push({ ...task, ...runFault(ground.plan, start, task.fault) });
      return results.length < tasks.length;
    },
    done: () => results.length,
    finish: () => ({ block, results: results.toSorted((a, b) => a.run - b.run) }),
  };
}

function cycleOf({ fault }: Task): number {
  return 'cycle' in fault.at ? fault.at.cycle : 0;
}
