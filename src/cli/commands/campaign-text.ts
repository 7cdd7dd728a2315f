import { FAULT_OUTCOMES } from '../../base/vocabulary.ts';
import type { OutcomeShare } from '../../analysis/campaign/aggregate.ts';
import type { CampaignSpec } from '../../analysis/campaign/campaign.ts';
import { scenarioOfResult } from '../../analysis/campaign/campaign.ts';
import type { CampaignReport, LatencyReport, ReportRow } from '../../analysis/campaign/report.ts';
import { cyclesToMicroseconds } from '../../base/units.ts';
import { encodeLink } from '../../scenario/link.ts';
import { grouped, percent, seedText } from '../numbers.ts';
import { formatTable } from '../table.ts';

/** A campaign for people. `pace` is a sentence on how fast it was, or ''; `page` is where links lead. */
export function campaignText(
  spec: CampaignSpec,
  report: CampaignReport,
  { pace, page }: { readonly pace: string; readonly page: string },
): string {
  return [
    headOf(spec, report),
    '\n',
    outcomeTable(report.outcomes),
    report.byVariant.length === 1 ? '' : variantTable(report),
    targetTable(report),
    '\n',
    latencyText(spec, report),
    `${grouped(report.decidedEarly)} runs (${percent(share(report.decidedEarly, report.runs))}) were decided before their end; the rest of them was left out.\n`,
    pace,
    '\nThe first run of each outcome, to open in the page\n',
    linkTable(spec, report, page),
    '\nProbabilities of the fault model are mostly inferred; see docs/campaigns.md.\n',
  ].join('');
}

function share(count: number, total: number): number {
  return total === 0 ? 0 : count / total;
}

function headOf(
  spec: CampaignSpec,
  { title, runs, wanted, seed, digest, stoppedEarly }: CampaignReport,
): string {
  const [{ workload }] = spec.scenario.apps;
  const plain = workload.kind === 'profile' ? workload.id : workload.kind;
  const name = `${title === '' ? plain : title} (model output)`;
  const of = runs === wanted ? '' : ` of ${grouped(wanted)}`;
  const why = stoppedEarly ? `, stopped at the interval width ${spec.stopWidth}` : '';
  return (
    `${name}\n` +
    `${grouped(runs)}${of} runs with one fault each${why}\n` +
    `${protectionOf(spec)}seed ${seedText(seed)}, campaign ${digest}\n`
  );
}

/** Of a campaign with one variant: which; others have a table of them. */
function protectionOf({ methods, redundancies, comparisons }: CampaignSpec): string {
  if (methods.length * redundancies.length * comparisons.length > 1) return '';
  return `${methods[0]}, redundancy ${redundancies[0]}, ${comparisons[0]} comparison\n`;
}

function outcomeTable(outcomes: readonly OutcomeShare[]): string {
  const rows = outcomes.map(({ outcome, count, share: part, low, high }) => [
    outcome,
    grouped(count),
    percent(part),
    `${percent(low)} to ${percent(high)}`,
  ]);
  return formatTable([['outcome', 'runs', 'share', '95 % Wilson interval'], ...rows]);
}

function variantTable({ byVariant }: CampaignReport): string {
  const head = ['method', 'replicas', 'comparison'];
  const rows = byVariant.map((row) => [
    row.method,
    String(row.redundancy),
    row.comparison,
    ...shareCells(row),
  ]);
  const table = formatTable([[...head, ...SHARE_HEAD], ...rows], [0, 1, 2]);
  return `\nBy protection, in % of its runs\n${table}`;
}

function targetTable({ byTarget }: CampaignReport): string {
  const rows = byTarget.map((row) => [row.target, ...shareCells(row)]);
  const table = formatTable([['target', ...SHARE_HEAD], ...rows]);
  return `\nBy target, in % of its runs (intervals: --json)\n${table}`;
}

const SHARE_HEAD = ['runs', ...FAULT_OUTCOMES];

function shareCells({ runs, outcomes }: ReportRow): string[] {
  return [grouped(runs), ...outcomes.map(({ share: part }) => grouped(part * 100, 2))];
}

function latencyText(
  { scenario }: CampaignSpec,
  { latencyCycles, latencyEvents, runs }: CampaignReport,
): string {
  if (latencyCycles.detected === 0) return 'No fault was detected.\n';
  const { clockGHz } = scenario.machine;
  const microseconds = (cycles: number): string =>
    ` (${grouped(cyclesToMicroseconds(cycles, clockGHz), 1)} µs)`;
  const detected = `${grouped(latencyCycles.detected)} runs (${percent(latencyCycles.detected / runs)})`;
  return (
    `Detected in ${detected}, after cycles: ${quantiles(latencyCycles, microseconds)};\n` +
    `  after externalization events: ${quantiles(latencyEvents, () => '')}.\n`
  );
}

function quantiles({ median, p95 }: LatencyReport, also: (value: number) => string): string {
  if (median === null || p95 === null) return 'none';
  const [half, most] = [median, p95].map(
    (value) => `${about(value)}${grouped(value)}${also(value)}`,
  );
  return `median ${half}, 95th percentile ${most}`;
}

/** Small values are counted one by one, larger ones in buckets. */
function about(value: number): string {
  return value < 8 ? '' : 'about ';
}

function linkTable(spec: CampaignSpec, { examples }: CampaignReport, page: string): string {
  const rows = FAULT_OUTCOMES.flatMap((outcome) => {
    const [first] = examples[outcome] ?? [];
    if (first === undefined) return [];
    const link = encodeLink({ scenario: scenarioOfResult(spec, first), view: {} });
    return [[outcome, String(first.run), `${page}#${link}`]];
  });
  return formatTable([['outcome', 'run', 'link'], ...rows], [0, 2]);
}
