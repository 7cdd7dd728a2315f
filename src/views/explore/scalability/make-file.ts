import { scalabilityFindings } from '../../../analysis/scalability/findings.ts';
import { scalabilityReport } from '../../../analysis/scalability/report.ts';
import type { ScalabilitySpec } from '../../../analysis/scalability/spec.ts';
import { scenarioOfPoint } from '../../../analysis/scalability/spec.ts';
import type { PointRun } from '../../../analysis/scalability/study.ts';
import { scalabilityRows, scalabilityToCsv } from '../../../export/scalability-csv.ts';
import type { LinkCodec } from '../../../worker/link-client.ts';
import type { ReadyFile } from '../../export/save.ts';

interface Found {
  readonly spec: ScalabilitySpec;
  readonly runs: readonly PointRun[];
}

/** The results so far as a file, with the numbers that the command line writes for the same study. */
export async function makeScaleFile(
  found: Found,
  kind: 'csv' | 'json',
  codec: LinkCodec,
): Promise<ReadyFile> {
  const name = `scalability.${kind}`;
  if (kind === 'json') return { name, content: new Blob([`${jsonOf(found)}\n`]) };
  return { name, content: new Blob([await csvOf(found, codec)], { type: 'text/csv' }) };
}

function jsonOf({ spec, runs }: Found): string {
  const { scenario } = spec;
  const report = scalabilityReport(spec, runs);
  const { workload } = scenario.apps[0];
  const named = workload.kind === 'profile' ? workload.id : workload.kind;
  const findings = scalabilityFindings(report).map(({ text }) => text);
  const head = { study: 'scalability', workload: named, seed: scenario.seed, spec };
  return JSON.stringify({ ...head, ...report, findings, runs }, null, 2);
}

async function csvOf({ spec, runs }: Found, codec: LinkCodec): Promise<string> {
  const { origin, pathname } = window.location;
  const rows = scalabilityRows(scalabilityReport(spec, runs));
  const links = new Map<number, string>();
  await Promise.all(
    rows.map(async (row) => {
      const scenario = scenarioOfPoint(spec, row);
      links.set(row.point, await codec.encode({ scenario, view: {} }));
    }),
  );
  const linkTo = (row: { readonly point: number }): string =>
    `${origin}${pathname}#${links.get(row.point) ?? ''}`;
  return `${[...scalabilityToCsv(spec.scenario, rows, linkTo)].join('\n')}\n`;
}
