import { FAULT_OUTCOMES } from '../../base/vocabulary.ts';
import { STOP_REASONS } from '../../kernel/faults/incidents.ts';
import { parseScenario } from '../../scenario/schema.ts';
import type { BlockResult, CampaignSpec } from '../campaign/campaign.ts';
import { blockCount, placeOfRun, runsOfBlock, scenarioOfResult } from '../campaign/campaign.ts';
import { cellsOf } from '../wish-list/first-app.ts';
import type { WishListSpec } from '../wish-list/spec.ts';
import type { WishListStep } from '../wish-list/study.ts';
import { isolationCampaign } from '../wish-list/study.ts';
import type { Guard } from './guards.ts';
import { isAmount, isCount, isFigures, listOf, oneOf, withFields } from './guards.ts';

const orNull =
  (guard: Guard): Guard =>
  (value) =>
    value === null || guard(value);

const isRun = withFields({
  run: isCount,
  variant: isCount,
  fault: withFields({ target: oneOf(['kernel']) }),
  outcome: oneOf(FAULT_OUTCOMES),
  stop: oneOf(STOP_REASONS),
  latencyCycles: orNull(isAmount),
  latencyEvents: orNull(isCount),
  decided: oneOf(['early', 'at end']),
});

const isNotification = withFields({
  wish: oneOf(['notification']),
  cell: isCount,
  granted: oneOf([false, true]),
  figures: isFigures,
});

const isIsolation = withFields({
  wish: oneOf(['isolation']),
  granted: oneOf([false, true]),
  block: withFields({ block: isCount, results: listOf(isRun) }),
});

/** A step of a study of the wishes, and what it left. */
interface WishStep {
  readonly step: number;
  readonly result: WishListStep;
}

/** Gives the step of a study of the wishes of which a value of any origin is the result; `null` = of none. */
export function wishStepReader(spec: WishListSpec): (json: unknown) => WishStep | null {
  const cells = cellsOf(spec.methods, spec.replicas).length;
  const campaigns = [false, true].map((granted) => isolationCampaign(spec, granted));
  return (json) => {
    if (!isNotification(json) && !isIsolation(json)) return null;
    const result = json as WishListStep;
    const granted = Number(result.granted);
    if (result.wish === 'notification') {
      return result.cell < cells ? { step: 2 * result.cell + granted, result } : null;
    }
    const { block } = result;
    if (!isBlockOf(campaigns[granted], block)) return null;
    return { step: 2 * (cells + block.block) + granted, result };
  };
}

/** Are these the runs that the block of that number consists of? */
function isBlockOf(campaign: CampaignSpec, { block, results }: BlockResult): boolean {
  if (block >= blockCount(campaign)) return false;
  const { from, to } = runsOfBlock(campaign, block);
  if (results.length !== to - from) return false;
  return results.every(
    (result, i) =>
      result.run === from + i &&
      result.variant === placeOfRun(campaign, result.run).variant &&
      parseScenario(scenarioOfResult(campaign, result)).ok,
  );
}
