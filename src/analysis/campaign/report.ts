import type { FaultOutcome, FaultTarget } from '../../base/vocabulary.ts';
import type { RunRange } from '../blocks/block-work.ts';
import { jsonDigest } from '../blocks/json-digest.ts';
import type { OutcomeShare, RunExample, Selection, Tally } from './aggregate.ts';
import { outcomeShares } from './aggregate.ts';
import type { CampaignSpec, CampaignVariant } from './campaign.ts';
import { variantsOf } from './campaign.ts';
import type { Coverage } from './coverage.ts';
import { bucketStart, histogramQuantile, histogramTotal, mergeHistogram } from './histogram.ts';

/** Of the runs whose fault was detected: how long that took. */
export interface LatencyReport {
  readonly detected: number;
  /** Middles of buckets, at most an eighth off; `null` = none was detected. */
  readonly median: number | null;
  readonly p95: number | null;
  /** Buckets that are not empty: first value, first value beyond, how many. */
  readonly buckets: readonly (readonly [from: number, to: number, count: number])[];
}

/** Outcomes of some of the runs. */
export interface ReportRow {
  readonly runs: number;
  readonly outcomes: readonly OutcomeShare[];
}

/** Over all targets. */
export type VariantRow = CampaignVariant & ReportRow;

/** Over all variants. */
export interface TargetRow extends ReportRow {
  readonly target: FaultTarget;
}

/** One target under one variant. */
export type ReportCell = VariantRow & TargetRow;

/** The result of a campaign, or of parts of one: a function of its runs alone, whoever did them. */
export interface CampaignReport {
  readonly format: 'watchmen-campaign-report';
  readonly version: 1;
  /** `jsonDigest` of the campaign. */
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
  /** One row per variant, in order of `variantsOf`. */
  readonly byVariant: readonly VariantRow[];
  /** One row per target. */
  readonly byTarget: readonly TargetRow[];
  /** One row per target under each variant. */
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
    digest: jsonDigest(spec),
    title: spec.scenario.title,
    seed: spec.seed,
    wanted: spec.runs,
    runs: tally.runs,
    missing: coverage.missing,
    stoppedEarly: coverage.stoppedEarly,
    decidedEarly: tally.decidedEarly,
    outcomes,
    ...rowsOf(spec, tally),
    latencyCycles: latencyReport(tally.latencyCycles),
    latencyEvents: latencyReport(tally.latencyEvents),
    examples: Object.fromEntries(examples),
  };
}

function rowOf(tally: Tally, selection: Selection): ReportRow {
  const outcomes = outcomeShares(tally, selection);
  return { runs: outcomes.reduce((sum, { count }) => sum + count, 0), outcomes };
}

function rowsOf(
  spec: CampaignSpec,
  tally: Tally,
): Pick<CampaignReport, 'byVariant' | 'byTarget' | 'cells'> {
  const variants = variantsOf(spec);
  return {
    byVariant: variants.map((variant) =>
      Object.assign({}, variant, rowOf(tally, { variant: variant.index })),
    ),
    byTarget: spec.targets.map((target, i) =>
      Object.assign({ target }, rowOf(tally, { target: i })),
    ),
    cells: variants.flatMap((variant) =>
      spec.targets.map((target, i) =>
        Object.assign({ target }, variant, rowOf(tally, { variant: variant.index, target: i })),
      ),
    ),
  };
}

/** Sums up latency histograms, such as those of all variants or of one. */
function latencyReport(histograms: readonly (readonly number[])[]): LatencyReport {
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
