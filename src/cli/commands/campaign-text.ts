import { FAULT_OUTCOMES } from '../../base/vocabulary.ts';
import type { OutcomeShare } from '../../analysis/campaign/aggregate.ts';
import type { CampaignSpec } from '../../analysis/campaign/campaign.ts';
import { scenarioOfResult } from '../../analysis/campaign/campaign.ts';
import type { CampaignReport, LatencyReport } from '../../analysis/campaign/report.ts';
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
    '\nBy target, in % of its runs\n',
    cellTable(report),
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
    `seed ${seedText(seed)}, campaign ${digest}\n`
  );
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

function cellTable({ cells }: CampaignReport): string {
  const head = ['method', 'replicas', 'comparison', 'target', 'runs', ...FAULT_OUTCOMES];
  const rows = cells.map((cell) => [
    cell.method,
    String(cell.redundancy),
    cell.comparison,
    cell.target,
    grouped(cell.runs),
    ...cell.outcomes.map(({ share: part }) => grouped(part * 100, 2)),
  ]);
  return formatTable([head, ...rows], [0, 1, 2, 3]);
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
