import { CORE_MODES } from '../../base/vocabulary.ts';
import type { CoreMode } from '../../base/vocabulary.ts';
import type { Breakdown } from '../../run/recording.ts';
import type { RunRange } from '../blocks/block-work.ts';
import { jsonDigest } from '../blocks/json-digest.ts';
import type { Band } from './bands.ts';
import type { SweepFinding } from './finding.ts';
import { findingsOf } from './findings.ts';
import type { Metric, MetricName } from './metrics.ts';
import { ENERGY_WEIGHTS, METRICS } from './metrics.ts';
import { parameterOf } from './parameters.ts';
import type { SweepPoint, SweepVariant } from './spec.ts';
import type { ParameterValue } from './sweep-parameter.ts';
import type { SweepTable } from './table.ts';
import type { Winner } from './winners.ts';
import { competitorsOf, winnerAt } from './winners.ts';

/** A variant at a point. */
export interface ReportCell {
  readonly variant: number;
  /** One band over the seeds per metric of the report; `null` = no run came to its end. */
  readonly bands: Readonly<Partial<Record<MetricName, Band | null>>>;
  /** Mean cycles per part, or `null` where the point is missing. */
  readonly breakdown: Breakdown | null;
  /** How the runs ended, each once. */
  readonly outcomes: readonly string[];
}

/** The result of a sweep, or of parts of one: a function of its runs alone, whoever did them. */
export interface SweepReport {
  readonly format: 'watchmen-sweep-report';
  readonly version: 1;
  /** `jsonDigest` of the sweep. */
  readonly digest: string;
  readonly title: string;
  readonly axes: readonly {
    readonly parameter: string;
    readonly title: string;
    readonly unit: string;
    readonly values: readonly ParameterValue[];
  }[];
  readonly variants: readonly SweepVariant[];
  readonly seeds: readonly number[];
  readonly coresPerSocket: number;
  readonly metrics: Readonly<Partial<Record<MetricName, Omit<Metric, 'of'>>>>;
  /** `value` is the one used, `usual` the one that the proxy comes with. */
  readonly energyWeights: Readonly<
    Record<CoreMode, (typeof ENERGY_WEIGHTS)[CoreMode] & { readonly usual: number }>
  >;
  readonly missing: readonly RunRange[];
  /** In the order in which they were worked on. */
  readonly points: readonly (SweepPoint & {
    readonly cells: readonly ReportCell[];
    /** By metric, one winner per redundancy. */
    readonly winners: Readonly<Partial<Record<MetricName, readonly Winner[]>>>;
  })[];
  readonly findings: Readonly<Partial<Record<MetricName, readonly SweepFinding[]>>>;
}

/** Sums up what `table` holds, by each of `metrics`; points that are missing are left out. */
export function sweepReport(
  table: SweepTable,
  metrics: readonly MetricName[],
  missing: readonly RunRange[],
): SweepReport {
  const { values, variants, machine, points } = table.layout;
  const { spec } = table;
  return {
    format: 'watchmen-sweep-report',
    version: 1,
    digest: jsonDigest(spec),
    title: spec.scenario.title,
    axes: spec.axes.map(({ parameter }, i) => {
      const { title, unit } = parameterOf(parameter);
      return { parameter, title, unit, values: values[i] };
    }),
    variants,
    seeds: spec.seeds,
    coresPerSocket: machine.coresPerSocket,
    metrics: byMetric(metrics, (metric) => {
      const { title, unit, better, how } = METRICS[metric];
      return { title, unit, better, how };
    }),
    energyWeights: weightsUsed(table),
    missing,
    points: table.donePoints.map((point) =>
      Object.assign({}, points[point], {
        cells: variants.map(({ index }) => cellOf(table, [point, index], metrics)),
        winners: byMetric(metrics, (metric) => winnersAt(table, point, metric)),
      }),
    ),
    findings: byMetric(metrics, (metric) => findingsOf(table, table.measureOf(metric))),
  };
}

function weightsUsed(table: SweepTable): SweepReport['energyWeights'] {
  const { weights } = table.measureOf('energy');
  const entries = CORE_MODES.map((mode) => {
    const { value: usual, ...rest } = ENERGY_WEIGHTS[mode];
    return [mode, { value: weights[mode], usual, ...rest }] as const;
  });
  return Object.fromEntries(entries) as SweepReport['energyWeights'];
}

function byMetric<T>(
  metrics: readonly MetricName[],
  value: (metric: MetricName) => T,
): Readonly<Partial<Record<MetricName, T>>> {
  const entries = metrics.map((metric) => [metric, value(metric)] as const);
  return Object.fromEntries(entries);
}

function cellOf(
  table: SweepTable,
  [point, variant]: readonly [number, number],
  metrics: readonly MetricName[],
): ReportCell {
  return {
    variant,
    bands: byMetric(metrics, (metric) => table.bandOf(point, variant, table.measureOf(metric))),
    breakdown: table.partsOf(point, variant),
    outcomes: [...new Set(table.figuresOf(point, variant).map(({ outcome }) => outcome))],
  };
}

function winnersAt(table: SweepTable, point: number, metric: MetricName): Winner[] {
  const measure = table.measureOf(metric);
  return competitorsOf(table.layout.variants).flatMap(
    ({ variants }) => winnerAt(table, point, { variants, measure }) ?? [],
  );
}
