import { placementFindings } from '../../../analysis/placement/findings.ts';
import type { PlacementRun, PlacementStudySpec } from '../../../analysis/placement/study.ts';
import { placementRows, placementScenario } from '../../../analysis/placement/study.ts';
import { placementToCsv } from '../../../export/placement-csv.ts';
import type { LinkCodec } from '../../../worker/link-client.ts';
import type { ReadyFile } from '../../export/save.ts';
import type { StudyFileKind } from '../studies/StudyFiles.tsx';

interface Found {
  readonly spec: PlacementStudySpec;
  readonly runs: readonly PlacementRun[];
}

/** The results so far as a file, with the numbers that the command line writes for the same study. */
export async function makePlacementFile(
  found: Found,
  kind: StudyFileKind,
  codec: LinkCodec,
): Promise<ReadyFile> {
  const name = `placement.${kind}`;
  if (kind === 'json') return { name, content: new Blob([`${jsonOf(found)}\n`]) };
  return { name, content: new Blob([await csvOf(found, codec)], { type: 'text/csv' }) };
}

function jsonOf({ spec, runs }: Found): string {
  const { scenario } = spec;
  const rows = placementRows(spec, runs);
  const { workload } = scenario.apps[0];
  const named = workload.kind === 'profile' ? workload.id : workload.kind;
  const head = { study: 'placement', workload: named, seed: scenario.seed, spec };
  return JSON.stringify({ ...head, rows, findings: placementFindings(rows), runs }, null, 2);
}

async function csvOf({ spec, runs }: Found, codec: LinkCodec): Promise<string> {
  const { origin, pathname } = window.location;
  const rows = placementRows(spec, runs);
  const links = new Map<number, string>();
  await Promise.all(
    rows.map(async (row) => {
      const scenario = placementScenario(spec, row);
      links.set(row.point, await codec.encode({ scenario, view: {} }));
    }),
  );
  const linkTo = ({ point }: { readonly point: number }): string =>
    `${origin}${pathname}#${links.get(point) ?? ''}`;
  return `${[...placementToCsv(spec.scenario, rows, linkTo)].join('\n')}\n`;
}
