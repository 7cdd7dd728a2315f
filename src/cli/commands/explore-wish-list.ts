import { err, ok } from '../../base/result.ts';
import { wishFindings } from '../../analysis/wish-list/findings.ts';
import type {
  IsolationRow,
  NotificationRow,
  WishListReport,
} from '../../analysis/wish-list/report.ts';
import { shareOf, wishListReport } from '../../analysis/wish-list/report.ts';
import { MAX_FAULTS_PER_CELL, wishListOf } from '../../analysis/wish-list/spec.ts';
import { createWishListStudy } from '../../analysis/wish-list/study.ts';
import { ISOLATION_BASIS, NOTIFICATION_BASIS } from '../../analysis/wish-list/wishes.ts';
import type { Io, Outcome } from '../io.ts';
import { grouped, percent } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { problemLine } from '../resolve-scenario.ts';
import type { Column } from './explore-output.ts';
import { numbers, withProgress, words, writeStudy } from './explore-output.ts';
import { wholeOption } from '../whole-option.ts';
import { explored, refuseOptions } from './explore-options.ts';

interface Row extends NotificationRow {
  readonly isolation: IsolationRow;
}

type Outcomes = Parameters<typeof shareOf>[1];

/** Before and after in one cell for people, and in a column each for programs. */
function ends(name: string, outcomes: Outcomes): Column<Row>[] {
  const field = name.replaceAll(' ', '_').toLowerCase();
  const before = ({ isolation }: Row): number => shareOf(isolation.before, outcomes);
  const after = ({ isolation }: Row): number => shareOf(isolation.after, outcomes);
  return [share(name, `${field}_before`, before), share('isolated', `${field}_isolated`, after)];
}

function share(head: string, field: string, value: (row: Row) => number): Column<Row> {
  return { head, field, text: (row) => percent(value(row), 1), value };
}

const COLUMNS: readonly Column<Row>[] = [
  words('method', 'method', ({ method }) => method),
  numbers('replicas', 'replicas', ({ replicas }) => replicas),
  numbers('cycles/event', 'cycles_per_event', ({ before }) => before.cyclesPerEvent),
  numbers('fast', 'cycles_per_event_fast', ({ after }) => after.cyclesPerEvent),
  numbers('IPIs/event', 'ipis_per_event', ({ before }) => before.ipisPerEvent, 1),
  share('overhead', 'overhead', ({ before }) => before.overheadPercent / 100),
  share('fast', 'overhead_fast', ({ after }) => after.overheadPercent / 100),
  numbers('faults', 'kernel_faults', ({ isolation }) => isolation.runs),
  ...ends('silent corruption', ['silent corruption']),
  ...ends('RCB failure', ['RCB failure']),
  ...ends('hang', ['hang']),
];

/** `explore wish-list`: fast notification and memory isolation, before and after. */
export function exploreWishList(args: Arguments, io: Io): Outcome {
  const refused = refuseOptions(args, 'wish-list', ['apps', 'res-cores', 'cores', 'simulate']);
  if (!refused.ok) return refused;
  const faults = wholeOption(args, 'faults', [1, MAX_FAULTS_PER_CELL]);
  if (!faults.ok) return faults;
  const common = explored(args, io);
  if (!common.ok) return common;
  const { scenario, profiles, ...own } = common.value;
  const spec = wishListOf(scenario, {
    ...own,
    ...(faults.value === null ? {} : { faultsPerCell: faults.value }),
  });
  const study = createWishListStudy(spec, profiles);
  if (!study.ok) return err(problemLine(study.error));
  const runs = withProgress(io, study.value.runs(), study.value.steps);
  const report = wishListReport(spec, runs);
  writeStudy(args, io, {
    study: 'wish-list',
    scenario,
    rows: rowsOf(report),
    columns: COLUMNS,
    left: [0],
    findings: wishFindings(report).map(({ text }) => text),
    notes: notesOf(report),
    json: {
      spec,
      ...report,
      basis: { notification: NOTIFICATION_BASIS, isolation: ISOLATION_BASIS },
    },
    runs,
  });
  return ok(0);
}

function rowsOf({ notification, isolation }: WishListReport): Row[] {
  return notification.flatMap((row) => {
    const same = isolation.find(
      (one) => one.method === row.method && one.replicas === row.replicas,
    );
    return same === undefined ? [] : { ...row, isolation: same };
  });
}

function notesOf({ changes }: WishListReport): string[] {
  const values = changes.map(
    ({ name, before, after, source }) =>
      `${name} ${grouped(before)} -> ${grouped(after)} (${source})`,
  );
  return [
    `\nFast notification (fast): ${values.length === 0 ? 'nothing is left to change' : values.join(', ')}.`,
    `Basis: ${NOTIFICATION_BASIS}.`,
    `Memory isolation (isolated): the same kernel faults on NonRes cores once more. Basis: ${ISOLATION_BASIS}.`,
  ];
}
