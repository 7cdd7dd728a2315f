import { expect, it } from 'vitest';

import type { WishListReport } from '../analysis/wish-list/report.ts';
import {
  createPlacementStudy,
  placementRows,
  placementStudyOf,
} from '../analysis/placement/study.ts';
import { createWishListStudy } from '../analysis/wish-list/study.ts';
import { wishListReport } from '../analysis/wish-list/report.ts';
import { wishListOf } from '../analysis/wish-list/spec.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import { placementToCsv } from './placement-csv.ts';
import { wishListToCsv } from './wish-list-csv.ts';

const workload = { kind: 'periodic', events: 20, instructions: 60_000, trap: 'pagefault' } as const;
const scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] as const };

/** The lines as records. */
function read(lines: Iterable<string>): Record<string, string>[] {
  const [head = '', ...rows] = lines;
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [names[i], cell])));
}

it('placements are written run by run, with their links', () => {
  const study = createPlacementStudy(
    placementStudyOf(scenario, { methods: ['ipc'], replicas: [2] }),
    new Map(),
  );
  if (!study.ok) throw new Error('no study');
  const rows = placementRows(study.value.spec, [...study.value.runs()]);
  const written = read(placementToCsv(scenario, rows, ({ point }) => `#${point}`));
  expect(written.map(({ placement }) => placement)).toEqual(rows.map(({ rule }) => rule));
  expect(written[1]).toMatchObject({
    workload: 'periodic',
    seed: String(scenario.seed),
    method: 'ipc',
    replicas: '2',
    remote_replicas: '2',
    extra_per_event: String(rows[1]?.extraPerEvent),
    of_serial: '',
    link: '#1',
  });
});

it('wishes are written before and after; faults that have not run are left empty', () => {
  const spec = wishListOf(scenario, { methods: ['ipc'], replicas: [3], faultsPerCell: 16 });
  const study = createWishListStudy(spec, new Map());
  if (!study.ok) throw new Error('no study');
  const report = wishListReport(spec, [...study.value.runs()]);
  const write = (one: WishListReport): Record<string, string>[] =>
    read(wishListToCsv(scenario, one, ({ method }, granted) => `#${method}${String(granted)}`));
  const [row] = report.notification;
  expect(write(report)).toMatchObject([
    {
      method: 'ipc',
      overhead: String((row?.before.overheadPercent ?? 0) / 100),
      overhead_fast: String((row?.after.overheadPercent ?? 0) / 100),
      kernel_faults: '16',
      link: '#ipcfalse',
      link_fast: '#ipctrue',
    },
  ]);
  expect(write({ ...report, isolation: [] })).toMatchObject([
    { kernel_faults: '', hang_before: '' },
  ]);
});
