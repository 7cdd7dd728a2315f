import { assertUnreachable } from '../../base/assert.ts';
import { hash32 } from '../../base/hash.ts';
import type { RngState } from '../../base/rng.ts';
import { createRng, nextUint32 } from '../../base/rng.ts';
import type { Cycles } from '../../base/units.ts';
import type { FaultTarget } from '../../base/vocabulary.ts';
import { REGISTERS } from '../../base/vocabulary.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import { appliesTo, messagesOf, modesOf } from '../../scenario/fault-rules.ts';
import type { FaultSpec } from '../../scenario/scenario.ts';
import { UTCB_WORDS } from '../../scenario/schema-faults.ts';
import type { CampaignSpec } from './campaign.ts';
import { placeOfRun } from './campaign.ts';

/** The variant's machine and how long each of its apps runs without a fault. */
export interface Ground {
  readonly plan: Pick<MachinePlan, 'apps'>;
  /** Per app. */
  readonly endedAt: readonly Cycles[];
}

/** The apps that a fault of kind `target` can hit. */
export function appsWithTarget({ apps }: Ground['plan'], target: FaultTarget): AppPlan[] {
  return apps.filter((app) => appliesTo(target, app));
}

/**
 * The fault of run number `run`: app, then replica, then instant within the app's fault-free run, all
 * drawn evenly; then what the target needs, so that a link tells it. What is left open (a delay, say)
 * follows from the fault's own seed. Nothing but the campaign's seed and `run` decides the draws.
 */
export function drawFault(spec: CampaignSpec, run: number, { plan, endedAt }: Ground): FaultSpec {
  const { target } = placeOfRun(spec, run);
  const rng = createRng(hash32(spec.seed, run));
  const app = pick(rng, appsWithTarget(plan, target));
  const replica = below(rng, app.cores.length);
  const cycle = below(rng, endedAt[app.id]);
  const seed = nextUint32(rng);
  return {
    at: { cycle },
    app: app.id,
    replica,
    target,
    ...detailsOf(target, rng, app),
    seed,
  };
}

function detailsOf(target: FaultTarget, rng: RngState, app: AppPlan): Partial<FaultSpec> {
  const register = pick(rng, REGISTERS);
  const bit = below(rng, 32);
  switch (target) {
    case 'gpr':
      return { register, bit };
    case 'alu':
    case 'rat':
      return { register };
    case 'instr':
    case 'kernel':
    case 'slot':
    case 'romain':
      return {};
    case 'mem':
      return { address: below(rng, app.writableBytes), bit };
    case 'utcb':
      return { word: below(rng, UTCB_WORDS), bit };
    case 'message':
      return { message: pick(rng, messagesOf(app)) };
    case 'core':
      return { mode: pick(rng, modesOf({ target })) };
    default:
      return assertUnreachable(target);
  }
}

/** An even whole number in [0, limit); 53 random bits, since runs are longer than 2^32 cycles. */
function below(rng: RngState, limit: number): number {
  const high = nextUint32(rng);
  const low = nextUint32(rng) >>> 11;
  return Math.floor(((high * 2 ** 21 + low) / 2 ** 53) * limit);
}

function pick<T>(rng: RngState, list: readonly T[]): T {
  return list[below(rng, list.length)];
}
