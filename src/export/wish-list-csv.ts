import type { StudyCell } from '../analysis/wish-list/first-app.ts';
import type {
  IsolationRow,
  NotificationRow,
  WishListReport,
} from '../analysis/wish-list/report.ts';
import { shareOf } from '../analysis/wish-list/report.ts';
import type { Scenario } from '../scenario/scenario.ts';

interface Row {
  readonly run: NotificationRow;
  /** Absent until both sides have run. */
  readonly faults: IsolationRow | undefined;
}

type Field = (row: Row) => string | number;

/** The columns, by the names that the command line gives them. Shares are 0..1, nothing is not known yet. */
const FIELDS: Readonly<Record<string, Field>> = {
  method: ({ run }) => run.method,
  replicas: ({ run }) => run.replicas,
  cycles_per_event: ({ run }) => run.before.cyclesPerEvent,
  cycles_per_event_fast: ({ run }) => run.after.cyclesPerEvent,
  ipis_per_event: ({ run }) => run.before.ipisPerEvent,
  overhead: ({ run }) => run.before.overheadPercent / 100,
  overhead_fast: ({ run }) => run.after.overheadPercent / 100,
  kernel_faults: ({ faults }) => faults?.runs ?? '',
  silent_corruption_before: ({ faults }) => share(faults?.before, 'silent corruption'),
  silent_corruption_isolated: ({ faults }) => share(faults?.after, 'silent corruption'),
  rcb_failure_before: ({ faults }) => share(faults?.before, 'RCB failure'),
  rcb_failure_isolated: ({ faults }) => share(faults?.after, 'RCB failure'),
  hang_before: ({ faults }) => share(faults?.before, 'hang'),
  hang_isolated: ({ faults }) => share(faults?.after, 'hang'),
};

function share(
  shares: IsolationRow['before'] | undefined,
  outcome: 'silent corruption' | 'RCB failure' | 'hang',
): number | string {
  return shares === undefined ? '' : shareOf(shares, [outcome]);
}

/**
 * A study of the wishes as CSV, a header and then one line per way of protection, without line ends.
 * No field needs quotes. `linkTo` gives the address at which a run without faults is opened.
 */
export function* wishListToCsv(
  scenario: Scenario,
  { notification, isolation }: WishListReport,
  linkTo: (cell: StudyCell, granted: boolean) => string,
): Generator<string, void, undefined> {
  const { workload } = scenario.apps[0];
  const name = workload.kind === 'profile' ? workload.id : workload.kind;
  yield ['workload', 'seed', ...Object.keys(FIELDS), 'link', 'link_fast'].join(',');
  for (const run of notification) {
    const faults = isolation.find(
      (one) => one.method === run.method && one.replicas === run.replicas,
    );
    const fields = Object.values(FIELDS).map((field) => field({ run, faults }));
    const links = [linkTo(run, false), linkTo(run, true)];
    yield [name, scenario.seed, ...fields, ...links].join(',');
  }
}
