import type { RunResult } from '../campaign/campaign.ts';
import { scenarioOfResult, variantsOf } from '../campaign/campaign.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { StudyCell } from './first-app.ts';
import { firstAppAs } from './first-app.ts';
import type { WishListSpec } from './spec.ts';
import type { WishListStep } from './study.ts';
import { isolationCampaign } from './study.ts';
import { withNotification } from './wishes.ts';

/** The same kernel fault without and with isolation. */
export interface FaultPair {
  readonly before: RunResult;
  readonly after: RunResult;
}

/**
 * A fault of `cell` that both sides have run: one that isolation lets end otherwise, if there is any
 * among `steps`, else the first. `null` = there is none yet.
 */
export function faultPairOf(
  spec: WishListSpec,
  steps: readonly WishListStep[],
  cell: StudyCell,
): FaultPair | null {
  const variant = variantsOf(isolationCampaign(spec, false)).findIndex(
    ({ method, redundancy }) => method === cell.method && redundancy === cell.replicas,
  );
  const [before, after] = [false, true].map((granted) => resultsOf(steps, variant, granted));
  let first: FaultPair | null = null;
  for (const [run, one] of [...before].toSorted(([a], [b]) => a - b)) {
    const other = after.get(run);
    if (other === undefined) continue;
    const pair = { before: one, after: other };
    if (one.outcome !== other.outcome) return pair;
    first ??= pair;
  }
  return first;
}

function resultsOf(
  steps: readonly WishListStep[],
  variant: number,
  granted: boolean,
): Map<number, RunResult> {
  const found = new Map<number, RunResult>();
  for (const step of steps) {
    if (step.wish !== 'isolation' || step.granted !== granted) continue;
    for (const result of step.block.results) {
      if (result.variant === variant) found.set(result.run, result);
    }
  }
  return found;
}

/** The scenario of a run without faults, without or with fast notification. */
export function notifiedScenario(spec: WishListSpec, cell: StudyCell, granted: boolean): Scenario {
  const alone = firstAppAs(spec.scenario, cell);
  return { ...(granted ? withNotification(alone) : alone), title: '' };
}

/** The scenario of one side of `pair`. */
export function isolatedScenario(spec: WishListSpec, pair: FaultPair, granted: boolean): Scenario {
  const result = granted ? pair.after : pair.before;
  return { ...scenarioOfResult(isolationCampaign(spec, granted), result), title: '' };
}
