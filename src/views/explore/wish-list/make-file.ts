import { notifiedScenario } from '../../../analysis/wish-list/examples.ts';
import { wishFindings } from '../../../analysis/wish-list/findings.ts';
import { cellsOf } from '../../../analysis/wish-list/first-app.ts';
import type { StudyCell } from '../../../analysis/wish-list/first-app.ts';
import { wishListReport } from '../../../analysis/wish-list/report.ts';
import type { WishListSpec } from '../../../analysis/wish-list/spec.ts';
import type { WishListStep } from '../../../analysis/wish-list/study.ts';
import { ISOLATION_BASIS, NOTIFICATION_BASIS } from '../../../analysis/wish-list/wishes.ts';
import { wishListToCsv } from '../../../export/wish-list-csv.ts';
import type { LinkCodec } from '../../../worker/link-client.ts';
import type { ReadyFile } from '../../export/save.ts';
import type { StudyFileKind } from '../studies/StudyFiles.tsx';

interface Found {
  readonly spec: WishListSpec;
  readonly steps: readonly WishListStep[];
}

/** The results so far as a file, with the numbers that the command line writes for the same study. */
export async function makeWishFile(
  found: Found,
  kind: StudyFileKind,
  codec: LinkCodec,
): Promise<ReadyFile> {
  const name = `wish-list.${kind}`;
  if (kind === 'json') return { name, content: new Blob([`${jsonOf(found)}\n`]) };
  return { name, content: new Blob([await csvOf(found, codec)], { type: 'text/csv' }) };
}

function jsonOf({ spec, steps }: Found): string {
  const { scenario } = spec;
  const report = wishListReport(spec, steps);
  const { workload } = scenario.apps[0];
  const named = workload.kind === 'profile' ? workload.id : workload.kind;
  const findings = wishFindings(report).map(({ text }) => text);
  const basis = { notification: NOTIFICATION_BASIS, isolation: ISOLATION_BASIS };
  const head = { study: 'wish-list', workload: named, seed: scenario.seed, spec };
  return JSON.stringify({ ...head, ...report, basis, findings, runs: steps }, null, 2);
}

async function csvOf({ spec, steps }: Found, codec: LinkCodec): Promise<string> {
  const { origin, pathname } = window.location;
  const links = new Map<string, string>();
  await Promise.all(
    cellsOf(spec.methods, spec.replicas).flatMap((cell) =>
      [false, true].map(async (granted) => {
        const scenario = notifiedScenario(spec, cell, granted);
        links.set(nameOf(cell, granted), await codec.encode({ scenario, view: {} }));
      }),
    ),
  );
  const linkTo = (cell: StudyCell, granted: boolean): string =>
    `${origin}${pathname}#${links.get(nameOf(cell, granted)) ?? ''}`;
  const lines = wishListToCsv(spec.scenario, wishListReport(spec, steps), linkTo);
  return `${[...lines].join('\n')}\n`;
}

function nameOf({ method, replicas }: StudyCell, granted: boolean): string {
  return `${method} ${replicas} ${String(granted)}`;
}
