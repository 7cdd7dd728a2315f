import type {
  ScalabilityReport,
  ScalabilitySeries,
  ScaledPoint,
} from '../analysis/scalability/report.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** A point of a study with its series. */
export interface ScalabilityRow extends ScaledPoint {
  readonly series: ScalabilitySeries;
}

/** All points of a study, series by series. */
export function scalabilityRows({ series }: ScalabilityReport): ScalabilityRow[] {
  return series.flatMap((one) => one.points.map((point) => ({ ...point, series: one })));
}

type Field = (row: ScalabilityRow) => string | number;

/** The columns of a table of points, by their names in files. Shares are 0..1. */
export const SCALABILITY_FIELDS = {
  method: ({ method }) => method,
  replicas: ({ replicas }) => replicas,
  res_cores: ({ resCores }) => resCores,
  apps_per_res_core: ({ appsPerResCore }) => appsPerResCore,
  cores: ({ cores }) => cores,
  events_per_second: ({ eventsPerSecond }) => eventsPerSecond,
  bound_per_second: ({ mostPerSecond }) => mostPerSecond,
  least_per_second: ({ leastPerSecond }) => leastPerSecond,
  throughput: ({ throughput }) => throughput,
  overhead_percent: ({ overheadPercent }) => overheadPercent,
  utilisation: ({ utilisation }) => utilisation,
  utilisation_by_law: ({ utilisationByLaw }) => utilisationByLaw,
  demand: ({ demand }) => demand,
  queued_per_event: ({ queuePerEvent }) => queuePerEvent,
  burnt_per_event: ({ burntPerEvent }) => burntPerEvent,
  energy_per_event: ({ energyPerEvent }) => energyPerEvent,
  fairness: ({ fairness }) => fairness,
  knee: ({ series }) => series.knee ?? '',
} as const satisfies Readonly<Record<string, Field>>;

/**
 * The points of a study of `scenario` as CSV, a header and then one line per point, without line
 * ends. No field needs quotes: all are numbers or words of the program. `linkTo` gives the address
 * at which the run behind a point is opened.
 */
export function* scalabilityToCsv(
  scenario: Scenario,
  rows: readonly ScalabilityRow[],
  linkTo: (row: ScalabilityRow) => string,
): Generator<string, void, undefined> {
  const { workload } = scenario.apps[0];
  const name = workload.kind === 'profile' ? workload.id : workload.kind;
  yield ['workload', 'seed', ...Object.keys(SCALABILITY_FIELDS), 'link'].join(',');
  const fields: readonly Field[] = Object.values(SCALABILITY_FIELDS);
  for (const row of rows) {
    yield [name, scenario.seed, ...fields.map((field) => field(row)), linkTo(row)].join(',');
  }
}
