import type { FaultOutcome, FaultTarget } from '../../base/vocabulary.ts';
import type { OutcomeShare, RunExample, Tally } from './aggregate.ts';
import { outcomeShares } from './aggregate.ts';
import type { CampaignSpec, CampaignVariant } from './campaign.ts';
import { variantsOf } from './campaign.ts';
import type { Coverage, RunRange } from './coverage.ts';
import { bucketStart, histogramQuantile, histogramTotal, mergeHistogram } from './histogram.ts';
import { specDigest } from './spec-digest.ts';

/** Of the runs whose fault was detected: how long that took. */
export interface LatencyReport {
  readonly detected: number;
  /** Middles of buckets, at most an eighth off; `null` = none was detected. */
  readonly median: number | null;
  readonly p95: number | null;
  /** Buckets that are not empty: first value, first value beyond, how many. */
  readonly buckets: readonly (readonly [from: number, to: number, count: number])[];
}

/** Outcomes of one target under one variant. */
export interface ReportCell extends CampaignVariant {
  readonly target: FaultTarget;
  readonly runs: number;
  readonly outcomes: readonly OutcomeShare[];
}

/** The result of a campaign, or of parts of one: a function of its runs alone, whoever did them. */
export interface CampaignReport {
  readonly format: 'watchmen-campaign-report';
  readonly version: 1;
  /** `specDigest` of the campaign. */
  readonly digest: string;
  readonly title: string;
  readonly seed: number;
  /** Runs wanted, and runs that the figures are of. */
  readonly wanted: number;
  readonly runs: number;
  readonly missing: readonly RunRange[];
  readonly stoppedEarly: boolean;
  readonly decidedEarly: number;
  readonly outcomes: readonly OutcomeShare[];
  /** One row per target under each variant that had a run. */
  readonly cells: readonly ReportCell[];
  readonly latencyCycles: LatencyReport;
  readonly latencyEvents: LatencyReport;
  /** Runs to look at, by outcome. */
  readonly examples: Readonly<Partial<Record<FaultOutcome, readonly RunExample[]>>>;
}

/** Sums up what was counted of `spec`. */
export function campaignReport(
  spec: CampaignSpec,
  tally: Tally,
  coverage: Coverage,
): CampaignReport {
  const outcomes = outcomeShares(tally);
  const examples = outcomes.flatMap(({ outcome }, i) =>
    tally.examples[i].length === 0 ? [] : [[outcome, tally.examples[i]] as const],
  );
  return {
    format: 'watchmen-campaign-report',
    version: 1,
    digest: specDigest(spec),
    title: spec.scenario.title,
    seed: spec.seed,
    wanted: spec.runs,
    runs: tally.runs,
    missing: coverage.missing,
    stoppedEarly: coverage.stoppedEarly,
    decidedEarly: tally.decidedEarly,
    outcomes,
    cells: cellsOf(spec, tally),
    latencyCycles: latencyReport(tally.latencyCycles),
    latencyEvents: latencyReport(tally.latencyEvents),
    examples: Object.fromEntries(examples),
  };
}

function cellsOf(spec: CampaignSpec, tally: Tally): ReportCell[] {
  return variantsOf(spec).flatMap((variant) =>
    spec.targets.flatMap((target, i) => {
      const outcomes = outcomeShares(tally, { variant: variant.index, target: i });
      const runs = outcomes.reduce((sum, { count }) => sum + count, 0);
      return runs === 0 ? [] : [{ ...variant, target, runs, outcomes }];
    }),
  );
}

/** Sums up latency histograms, such as those of all variants or of one. */
export function latencyReport(histograms: readonly (readonly number[])[]): LatencyReport {
  const all: number[] = [];
  for (const histogram of histograms) mergeHistogram(all, histogram);
  return {
    detected: histogramTotal(all),
    median: histogramQuantile(all, 0.5),
    p95: histogramQuantile(all, 0.95),
    buckets: all.flatMap((count, i) =>
      count === 0 ? [] : [[bucketStart(i), bucketStart(i + 1), count] as const],
    ),
  };
}
