import type { SweepFinding } from '../../analysis/sweep/finding.ts';
import { findingsOf } from '../../analysis/sweep/findings.ts';
import type { MetricName } from '../../analysis/sweep/metrics.ts';
import { areDefault, weightsText } from '../../analysis/sweep/energy-weights.ts';
import { METRICS } from '../../analysis/sweep/metrics.ts';
import { parameterOf } from '../../analysis/sweep/parameters.ts';
import type { RunName } from '../../analysis/sweep/points.ts';
import type { SweepVariant } from '../../analysis/sweep/spec.ts';
import type { SweepTable } from '../../analysis/sweep/table.ts';
import { competitorsOf, PALE, winnerAt } from '../../analysis/sweep/winners.ts';
import { METHOD_NOUNS, redundancyNoun, valueText } from '../../analysis/sweep/words.ts';
import { roundedDigits } from '../../base/digits.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { grouped, percent } from '../numbers.ts';
import { formatTable } from '../table.ts';

interface Extras {
  /** A sentence on how fast it was, or ''. */
  readonly pace: string;
  readonly linkTo: (run: RunName) => string;
}

/** A sweep for people: a table (one axis) or maps (two) by the first metric, findings by all. */
export function sweepText(
  table: SweepTable,
  metrics: readonly MetricName[],
  { pace, linkTo }: Extras,
): string {
  const [first] = metrics;
  const { axes } = table.layout.spec;
  return [
    headOf(table),
    '\n',
    axes.length === 1 ? lineTable(table, first) : mapsOf(table, first),
    ...metrics.map((metric) => findingsText(table, metric)),
    linksText(table, metrics, linkTo),
    pace === '' ? '' : `\n${pace}`,
    '\nAll figures are model output; most costs are inferred. See docs/sweeps.md.\n',
  ].join('');
}

function headOf({ layout, done }: SweepTable): string {
  const { spec, values, variants, points, machine } = layout;
  const [first] = spec.scenario.apps;
  const plain = first.workload.kind === 'profile' ? first.workload.id : first.workload.kind;
  const axes = spec.axes.map(({ parameter }, i) => {
    const { unit } = parameterOf(parameter);
    const list = values[i];
    const range = `${valueText(list[0])} to ${valueText(list[list.length - 1])}`;
    return `  ${parameter}: ${list.length} values, ${range}${unit === '' ? '' : ` ${unit}`}\n`;
  });
  const grown = machine.coresPerSocket > spec.scenario.machine.coresPerSocket;
  const note = grown
    ? `Every point runs on ${machine.sockets} x ${machine.coresPerSocket} cores, as many as the largest needs.\n`
    : '';
  const of = done === points.length ? '' : ` (${grouped(done)} done)`;
  return (
    `${spec.scenario.title === '' ? plain : spec.scenario.title} (model output)\n${axes.join('')}` +
    `${grouped(points.length)} points${of} x ${variants.length} variants x ${spec.seeds.length} seeds\n${note}`
  );
}

function lineTable(table: SweepTable, metric: MetricName): string {
  const { layout } = table;
  const { title, unit } = METRICS[metric];
  const head = [layout.spec.axes[0].parameter, ...layout.variants.map(variantText)];
  const rows = layout.values[0].flatMap((value, index) => {
    const point = table.pointAt([index]);
    if (!table.has(point)) return [];
    const cells = layout.variants.map((variant) => {
      const band = table.bandOf(point, variant.index, table.measureOf(metric));
      return band === null ? 'ended early' : roundedDigits(band.median, 4);
    });
    return [[valueText(value), ...cells]];
  });
  const note = layout.spec.seeds.length > 1 ? ', median over seeds' : '';
  return `${capital(title)} in ${unit}${note}\n${formatTable([head, ...rows], [])}`;
}

function variantText({ method, redundancy }: SweepVariant): string {
  return `${METHOD_NOUNS[method]} ${redundancyNoun(redundancy)}`;
}

const LETTERS: Readonly<Record<SignallingMethod, string>> = {
  local: 'L',
  migration: 'M',
  ipc: 'I',
  polling: 'P',
};

/** A map per redundancy, the second axis upwards. */
function mapsOf(table: SweepTable, metric: MetricName): string {
  const { layout } = table;
  const [across, up] = layout.spec.axes;
  const legend = layout.spec.methods
    .map((method) => `${LETTERS[method]} ${METHOD_NOUNS[method]}`)
    .join(', ');
  const maps = competitorsOf(layout.variants).map(({ redundancy, variants }) => {
    const rows = layout.values[1]
      .map((value, y) => [valueText(value), mapRow(table, { y, variants, metric })])
      .toReversed();
    return `${redundancyNoun(redundancy)}\n${formatTable(rows, [])}`;
  });
  return (
    `Who wins on ${METRICS[metric].title}: ${legend}; small = by less than ${percent(PALE, 0)}\n` +
    `Across: ${across.parameter}; upwards: ${up.parameter}\n${maps.join('\n')}`
  );
}

interface Row {
  readonly y: number;
  readonly variants: readonly SweepVariant[];
  readonly metric: MetricName;
}

function mapRow(table: SweepTable, { y, variants, metric }: Row): string {
  const { layout } = table;
  return layout.values[0]
    .map((_, x) => {
      const winner = winnerAt(table, table.pointAt([x, y]), {
        variants,
        measure: table.measureOf(metric),
      });
      if (winner === null) return '.';
      const letter = LETTERS[layout.variants[winner.variant].method];
      return winner.pale ? letter.toLowerCase() : letter;
    })
    .join('');
}

function findingsText(table: SweepTable, metric: MetricName): string {
  const findings = findingsOf(table, table.measureOf(metric));
  if (findings.length === 0) return '';
  const { title, how } = METRICS[metric];
  const { weights } = table.measureOf(metric);
  const set =
    metric === 'energy' && !areDefault(weights) ? ` Weights: ${weightsText(weights)}.` : '';
  const lines = findings.map(
    ({ sentence, detail }) => `  ${sentence}${detail === '' ? '' : `\n    ${detail}`}\n`,
  );
  return `\n${capital(title)}: ${how}${set}\n${lines.join('')}`;
}

/** The runs on either side of each crossover, to open in the page; without any, the first point. */
function linksText(
  table: SweepTable,
  metrics: readonly MetricName[],
  linkTo: (run: RunName) => string,
): string {
  const crossovers = metrics
    .flatMap((metric) => findingsOf(table, table.measureOf(metric)))
    .filter(({ kind }) => kind === 'crossover');
  const [point] = table.donePoints;
  const runs =
    crossovers.length > 0
      ? crossovers.flatMap(runsAround)
      : table.layout.variants.map(({ index }) => ({ point, variant: index, seed: 0 }));
  if (point === undefined) return '';
  const unique = [...new Map(runs.map((run) => [JSON.stringify(run), run])).values()].slice(0, 8);
  const rows = unique.map((run) => runText(table, run).concat(linkTo(run)));
  return `\nRuns to open in the page\n${formatTable([['point', 'variant', 'link'], ...rows], [0, 1, 2])}`;
}

function runsAround({ between, variants }: SweepFinding): RunName[] {
  const [winner] = variants;
  return (between ?? []).map((point) => ({ point, variant: winner, seed: 0 }));
}

function runText({ layout }: SweepTable, { point, variant }: RunName): string[] {
  const values = layout.points[point].values.map(valueText).join(', ');
  return [values, variantText(layout.variants[variant])];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
