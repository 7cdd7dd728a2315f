import { endLine, headerLine } from '../../../analysis/blocks/block-file.ts';
import { missingRuns, WHOLE } from '../../../analysis/blocks/block-work.ts';
import type { MetricName } from '../../../analysis/sweep/metrics.ts';
import { scenarioOfRun } from '../../../analysis/sweep/points.ts';
import type { RunName } from '../../../analysis/sweep/points.ts';
import { sweepReport } from '../../../analysis/sweep/report.ts';
import { pointLines } from '../../../analysis/sweep/sweep-file.ts';
import type { SweepTable } from '../../../analysis/sweep/table.ts';
import { SWEEP_WORK } from '../../../analysis/sweep/work.ts';
import { sweepToCsv } from '../../../export/sweep-csv.ts';
import type { LinkCodec } from '../../../worker/link-client.ts';
import type { ReadyFile } from '../../export/save.ts';

/** The metrics of a report, as those of the command line. */
const METRICS: readonly MetricName[] = [
  'run-time',
  'overhead',
  'energy',
  'res-utilisation',
  'throughput',
];

/** The results so far as a file: the same bytes as the command line writes for the same sweep. */
export async function makeSweepFile(
  table: SweepTable,
  kind: 'csv' | 'ndjson' | 'json',
  codec: LinkCodec,
): Promise<ReadyFile> {
  const name = `sweep.${kind}`;
  if (kind === 'csv')
    return { name, content: new Blob([await csvOf(table, codec)], { type: 'text/csv' }) };
  if (kind === 'json') {
    const missing = missingRuns(SWEEP_WORK, table.spec, (point) => table.has(point));
    const report = sweepReport(table, METRICS, missing);
    return { name, content: new Blob([`${JSON.stringify(report, null, 2)}\n`]) };
  }
  return { name, content: new Blob([linesOf(table)], { type: 'application/x-ndjson' }) };
}

async function csvOf(table: SweepTable, codec: LinkCodec): Promise<string> {
  const { origin, pathname } = window.location;
  const links = new Map<string, string>();
  const names = table.donePoints.flatMap((point) =>
    table.runsOf(point).map(({ variant, seed }) => ({ point, variant, seed })),
  );
  await Promise.all(
    names.map(async (run) => {
      const scenario = scenarioOfRun(table.layout, run);
      links.set(keyOf(run), await codec.encode({ scenario, view: {} }));
    }),
  );
  const linkTo = (run: RunName): string => `${origin}${pathname}#${links.get(keyOf(run)) ?? ''}`;
  return `${[...sweepToCsv(table, linkTo)].join('\n')}\n`;
}

function keyOf({ point, variant, seed }: RunName): string {
  return `${point} ${variant} ${seed}`;
}

/** A file without its end is one that was cut: whole as far as it goes. */
function linesOf(table: SweepTable): string {
  const { spec } = table;
  const { points } = table.layout;
  const done = table.donePoints;
  const lines = [
    headerLine(SWEEP_WORK, spec, WHOLE),
    ...done.flatMap((point) => pointLines(spec, { point, results: table.runsOf(point) })),
  ];
  const complete = done.length === points.length;
  const runs = SWEEP_WORK.runs(spec);
  if (complete) lines.push(endLine({ blocks: done.length, runs, stoppedEarly: false }));
  return `${lines.join('\n')}\n`;
}
