import type { CampaignReport, ReportCell } from '../../../analysis/campaign/report.ts';
import { wilsonInterval } from '../../../analysis/campaign/wilson.ts';
import type { FaultOutcome } from '../../../base/vocabulary.ts';
import { FAULT_OUTCOMES } from '../../../base/vocabulary.ts';

/** What outcomes are compared by. */
export const DIMENSIONS = ['target', 'method', 'redundancy', 'comparison'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The runs of a campaign that have one value of a dimension in common. */
export interface OutcomeGroup {
  readonly name: string;
  readonly runs: number;
  /** In order of `FAULT_OUTCOMES`. */
  readonly counts: readonly number[];
}

/** A share of some runs with its 95 % Wilson interval, 0..1. */
export interface Share {
  readonly count: number;
  readonly runs: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The runs of `cells` by the values of a dimension, in the order in which they come. */
export function groupsBy(cells: readonly ReportCell[], dimension: Dimension): OutcomeGroup[] {
  const groups = new Map<string, { runs: number; counts: number[] }>();
  for (const cell of cells) {
    const name = String(cell[dimension]);
    const group = groups.get(name) ?? { runs: 0, counts: FAULT_OUTCOMES.map(() => 0) };
    groups.set(name, group);
    group.runs += cell.runs;
    cell.outcomes.forEach(({ count }, i) => {
      group.counts[i] = (group.counts[i] ?? 0) + count;
    });
  }
  return [...groups].map(([name, { runs, counts }]) => ({ name, runs, counts }));
}

/** All runs as one group. */
export function wholeGroup({ runs, outcomes }: CampaignReport): OutcomeGroup {
  return { name: 'all', runs, counts: outcomes.map(({ count }) => count) };
}

/** The share of `group` that ended in one of `outcomes`. */
export function shareOf(group: OutcomeGroup, outcomes: readonly FaultOutcome[]): Share {
  const count = outcomes.reduce(
    (sum, outcome) => sum + (group.counts[FAULT_OUTCOMES.indexOf(outcome)] ?? 0),
    0,
  );
  return {
    count,
    runs: group.runs,
    share: group.runs === 0 ? 0 : count / group.runs,
    ...wilsonInterval(count, group.runs),
  };
}

/** Dimensions in which a campaign has more than one value. */
export function variedDimensions(cells: readonly ReportCell[]): Dimension[] {
  return DIMENSIONS.filter((dimension) => groupsBy(cells, dimension).length > 1);
}
