import type { Cycles } from '../../base/units.ts';
import type { FaultOutcome } from '../../base/vocabulary.ts';
import { addBlock, createTally, outcomeShares } from '../campaign/aggregate.ts';
import type { OutcomeShare, Tally } from '../campaign/aggregate.ts';
import { variantsOf } from '../campaign/campaign.ts';
import { DEFAULT_WEIGHTS, METRICS } from '../sweep/metrics.ts';
import type { RunFigures } from '../sweep/spec.ts';
import type { StudyCell } from './first-app.ts';
import { cellsOf } from './first-app.ts';
import type { WishListSpec } from './spec.ts';
import type { WishListStep } from './study.ts';
import { isolationCampaign } from './study.ts';
import type { WishedChange } from './wishes.ts';
import { notificationChanges } from './wishes.ts';

/** A run of one cell in figures. */
export interface NotifiedRun {
  readonly overheadPercent: number;
  readonly cyclesPerEvent: Cycles;
  readonly ipisPerEvent: number;
  readonly figures: RunFigures;
}

/** Fast notification: one cell before and after. */
export interface NotificationRow extends StudyCell {
  readonly before: NotifiedRun;
  readonly after: NotifiedRun;
  /** Cycles per event that the wish saves. */
  readonly savedPerEvent: Cycles;
}

/** Memory isolation: how runs with a faulty kernel on a NonRes core end, before and after. */
export interface IsolationRow extends StudyCell {
  readonly runs: number;
  /** In order of `FAULT_OUTCOMES`, with 95 % Wilson intervals. */
  readonly before: readonly OutcomeShare[];
  readonly after: readonly OutcomeShare[];
}

/** What a study found, as far as it has run: rows are there once both their sides are. */
export interface WishListReport {
  readonly changes: readonly WishedChange[];
  readonly notification: readonly NotificationRow[];
  readonly isolation: readonly IsolationRow[];
}

/** Sums up `steps`, in any order and as many as there are. */
export function wishListReport(spec: WishListSpec, steps: readonly WishListStep[]): WishListReport {
  const cells = cellsOf(spec.methods, spec.replicas);
  return {
    changes: notificationChanges(spec.scenario),
    notification: notificationRows(cells, steps),
    isolation: isolationRows(spec, cells, steps),
  };
}

function notificationRows(
  cells: readonly StudyCell[],
  steps: readonly WishListStep[],
): NotificationRow[] {
  const runOf = (cell: number, granted: boolean): NotifiedRun | null => {
    for (const step of steps) {
      if (step.wish === 'notification' && step.cell === cell && step.granted === granted) {
        return notifiedRun(step.figures);
      }
    }
    return null;
  };
  return cells.flatMap((cell, index) => {
    const before = runOf(index, false);
    const after = runOf(index, true);
    if (before === null || after === null) return [];
    return {
      method: cell.method,
      replicas: cell.replicas,
      before,
      after,
      savedPerEvent: before.cyclesPerEvent - after.cyclesPerEvent,
    };
  });
}

function notifiedRun(figures: RunFigures): NotifiedRun {
  return {
    overheadPercent: METRICS.overhead.of(figures, DEFAULT_WEIGHTS),
    cyclesPerEvent: METRICS['event-cost'].of(figures, DEFAULT_WEIGHTS),
    ipisPerEvent: METRICS.ipis.of(figures, DEFAULT_WEIGHTS),
    figures,
  };
}

/** Blocks count on both sides or on none, so that the faults compared are the same. */
function isolationRows(
  spec: WishListSpec,
  cells: readonly StudyCell[],
  steps: readonly WishListStep[],
): IsolationRow[] {
  const [before, after] = [false, true].map((granted) => {
    const campaign = isolationCampaign(spec, granted);
    const tally = createTally(campaign);
    for (const step of steps) {
      if (step.wish !== 'isolation' || step.granted !== granted) continue;
      const { block } = step;
      if (hasBlock(steps, block.block, !granted)) addBlock(tally, campaign, block);
    }
    return tally;
  });
  const variants = variantsOf(isolationCampaign(spec, false));
  return cells.flatMap((cell) => {
    const variant = variants.findIndex(
      (one) => one.method === cell.method && one.redundancy === cell.replicas,
    );
    const runs = countOf(before, variant);
    if (runs === 0) return [];
    return {
      method: cell.method,
      replicas: cell.replicas,
      runs,
      before: outcomeShares(before, { variant }),
      after: outcomeShares(after, { variant }),
    };
  });
}

function hasBlock(steps: readonly WishListStep[], block: number, granted: boolean): boolean {
  return steps.some(
    (step) => step.wish === 'isolation' && step.granted === granted && step.block.block === block,
  );
}

function countOf({ counts }: Tally, variant: number): number {
  return counts[variant].flat().reduce((sum, count) => sum + count, 0);
}

/** Share of the runs that end in one of `outcomes`. */
export function shareOf(
  shares: readonly OutcomeShare[],
  outcomes: readonly FaultOutcome[],
): number {
  return shares
    .filter(({ outcome }) => outcomes.includes(outcome))
    .reduce((sum, { share }) => sum + share, 0);
}
