import type { PlacementRow } from '../analysis/placement/study.ts';
import type { Scenario } from '../scenario/scenario.ts';

type Field = (row: PlacementRow) => string | number;

/** The columns, by the names that the command line gives them. */
const FIELDS: Readonly<Record<string, Field>> = {
  method: ({ method }) => method,
  placement: ({ rule }) => rule,
  replicas: ({ replicas }) => replicas,
  remote_replicas: ({ remote }) => remote,
  cycles_per_event: ({ cyclesPerEvent }) => cyclesPerEvent,
  extra_per_event: ({ extraPerEvent }) => extraPerEvent,
  of_serial: ({ ofSerial }) => ofSerial ?? '',
  overhead_percent: ({ overheadPercent }) => overheadPercent,
};

/**
 * A study of placements as CSV, a header and then one line per run, without line ends. No field
 * needs quotes. `linkTo` gives the address at which a run is opened.
 */
export function* placementToCsv(
  scenario: Scenario,
  rows: readonly PlacementRow[],
  linkTo: (row: PlacementRow) => string,
): Generator<string, void, undefined> {
  const { workload } = scenario.apps[0];
  const name = workload.kind === 'profile' ? workload.id : workload.kind;
  yield ['workload', 'seed', ...Object.keys(FIELDS), 'link'].join(',');
  for (const row of rows) {
    const fields = Object.values(FIELDS).map((field) => field(row));
    yield [name, scenario.seed, ...fields, linkTo(row)].join(',');
  }
}
