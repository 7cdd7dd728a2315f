import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { RunRange } from '../../analysis/blocks/block-work.ts';
import { checkWeights, readWeights } from '../../analysis/sweep/energy-weights.ts';
import type { EnergyWeights, MetricName } from '../../analysis/sweep/metrics.ts';
import { METRIC_NAMES } from '../../analysis/sweep/metrics.ts';
import type { RunName } from '../../analysis/sweep/points.ts';
import { scenarioOfRun } from '../../analysis/sweep/points.ts';
import { sweepReport } from '../../analysis/sweep/report.ts';
import type { SweepTable } from '../../analysis/sweep/table.ts';
import { sweepToCsv } from '../../export/sweep-csv.ts';
import { encodeLink } from '../../scenario/link.ts';
import type { ScenarioProblem } from '../../scenario/scenario.ts';
import { didYouMean } from '../../scenario/suggest.ts';
import { writeJson } from '../command.ts';
import type { Io } from '../io.ts';
import type { Arguments } from '../options.ts';
import { lastValue } from '../options.ts';
import { LOCAL_PAGE } from './link.ts';
import { sweepText } from './sweep-text.ts';

/** Metrics of a report that does not say: the first decides the table. */
const DEFAULT_METRICS: readonly MetricName[] = [
  'run-time',
  'overhead',
  'energy',
  'res-utilisation',
  'throughput',
];

/** How the result of a sweep is printed. */
export interface SweepOutput {
  readonly format: 'text' | 'json' | 'csv';
  readonly metrics: readonly MetricName[];
  /** Where links lead. */
  readonly page: string;
}

/** Reads the options of output. */
export function sweepOutput(args: Arguments): Result<SweepOutput, string> {
  const { flags } = args;
  if (flags.has('json') && flags.has('csv')) return err('--json and --csv exclude each other');
  const metrics = metricsOption(args);
  if (!metrics.ok) return metrics;
  const page = lastValue(args, 'page') ?? LOCAL_PAGE;
  if (!URL.canParse(page)) return err(`--page must be an address, but is "${page}"`);
  const format = flags.has('json') ? 'json' : flags.has('csv') ? 'csv' : 'text';
  return ok({ format, metrics: metrics.value, page: page.replace(/#.*$/s, '') });
}

function metricsOption(args: Arguments): Result<readonly MetricName[], string> {
  const text = lastValue(args, 'metric');
  if (text === undefined) return ok(DEFAULT_METRICS);
  const metrics = new Set<MetricName>();
  for (const word of text.split(',').map((part) => part.trim())) {
    const metric = METRIC_NAMES.find((name) => name === word);
    if (metric === undefined) {
      const hint = didYouMean(word, METRIC_NAMES) || `; known: ${METRIC_NAMES.join(', ')}`;
      return err(`--metric has no "${word}"${hint}`);
    }
    metrics.add(metric);
  }
  return ok([...metrics]);
}

/** `--energy-weights polling=0.8,halted=0.1`, on top of `weights`. */
export function weightsOption(
  args: Arguments,
  weights: EnergyWeights,
): Result<EnergyWeights, string> {
  const text = lastValue(args, 'energy-weights');
  if (text === undefined) return ok(weights);
  const given: Record<string, number> = {};
  for (const part of text.split(',')) {
    const [name = '', value = ''] = part.split('=').map((one) => one.trim());
    if (name === '' || value === '') {
      return err(`--energy-weights must be such as polling=0.8,halted=0.1, but is "${text}"`);
    }
    given[name] = Number(value);
  }
  const problems: ScenarioProblem[] = [];
  const read = readWeights({ ...weights, ...given }, problems);
  const [problem] = [...problems, ...checkWeights(read)];
  if (problem === undefined) return ok(read);
  return err(`--energy-weights: ${problem.path.replace('energyWeights.', '')} ${problem.message}`);
}

/** What was found, and what is still to say of it. */
export interface SweepResult {
  readonly table: SweepTable;
  readonly missing: readonly RunRange[];
  /** A sentence on how fast it was, or ''; in text alone: the rest is a function of the runs. */
  readonly pace: string;
}

/** Prints the result of a sweep. */
export function writeSweep(
  io: Io,
  result: SweepResult,
  { format, metrics, page }: SweepOutput,
): void {
  const { table, missing, pace } = result;
  const linkTo = (run: RunName): string =>
    `${page}#${encodeLink({ scenario: scenarioOfRun(table.layout, run), view: {} })}`;
  if (format === 'json') writeJson(io, sweepReport(table, metrics, missing));
  else if (format === 'text') io.out(sweepText(table, metrics, { pace, linkTo }));
  else for (const line of sweepToCsv(table, linkTo)) io.out(`${line}\n`);
}
