import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { MAX_CORES } from '../../base/vocabulary.ts';
import { scalabilityFindings } from '../../analysis/scalability/findings.ts';
import { scalabilityReport } from '../../analysis/scalability/report.ts';
import type { ScalabilitySpec } from '../../analysis/scalability/spec.ts';
import { scalabilityOf } from '../../analysis/scalability/spec.ts';
import { createStudy } from '../../analysis/scalability/study.ts';
import { SCALABILITY_FIELDS, scalabilityRows } from '../../export/scalability-csv.ts';
import type { ScalabilityRow } from '../../export/scalability-csv.ts';
import type { Io, Outcome } from '../io.ts';
import { grouped, percent } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { problemLine } from '../resolve-scenario.ts';
import type { Column } from './explore-output.ts';
import { numbers, withProgress, words, writeStudy } from './explore-output.ts';
import { wholeOption } from '../whole-option.ts';
import { explored, numbersOption, refuseOptions } from './explore-options.ts';

type Row = ScalabilityRow;
const FIELDS = SCALABILITY_FIELDS;

const COLUMNS: readonly Column<Row>[] = [
  words('method', 'method', FIELDS.method),
  numbers('replicas', 'replicas', FIELDS.replicas),
  numbers('Res cores', 'res_cores', FIELDS.res_cores),
  numbers('apps each', 'apps_per_res_core', FIELDS.apps_per_res_core),
  numbers('cores', 'cores', FIELDS.cores),
  numbers('events/s', 'events_per_second', FIELDS.events_per_second),
  numbers('bound', 'bound_per_second', FIELDS.bound_per_second),
  numbers('at least', 'least_per_second', FIELDS.least_per_second),
  numbers('throughput', 'throughput', FIELDS.throughput, 2),
  share('overhead', 'overhead_percent', FIELDS.overhead_percent, 100),
  share('Res core', 'utilisation', FIELDS.utilisation),
  share('by law', 'utilisation_by_law', FIELDS.utilisation_by_law),
  numbers('demand', 'demand', FIELDS.demand),
  numbers('queued', 'queued_per_event', FIELDS.queued_per_event),
  numbers('burnt', 'burnt_per_event', FIELDS.burnt_per_event),
  numbers('energy', 'energy_per_event', FIELDS.energy_per_event),
  share('fairness', 'fairness', FIELDS.fairness),
  {
    head: 'knee',
    field: 'knee',
    text: ({ series }) => (series.knee === null ? '-' : grouped(series.knee, 1)),
    value: FIELDS.knee,
  },
];

/** A column of shares of `whole`, in percent for people. */
function share(head: string, field: string, value: (row: Row) => number, whole = 1): Column<Row> {
  return { head, field, text: (row) => percent(value(row) / whole, 0), value };
}

const NOTES = [
  '\nUntil the first application ends, on one socket; bound, at least and knee by the utilisation law from the application alone; docs/scalability.md.',
  'With several Res cores events/s may be below “at least” by an event or two of each application: skew is drawn apart, and the run ends with the first of them.',
  'Per event: demand = work of the Res cores; queued = behind other applications; burnt = polling; energy = cycles not halted; all in core cycles.',
];

/** `explore scalability`: more and more copies of an application on Res cores. */
export function exploreScalability(args: Arguments, io: Io): Outcome {
  const refused = refuseOptions(args, 'scalability', ['faults', 'simulate']);
  if (!refused.ok) return refused;
  const request = requestOf(args, io);
  if (!request.ok) return request;
  const { spec, profiles } = request.value;
  const study = createStudy(spec, profiles);
  if (!study.ok) return err(problemLine(study.error));
  const { points } = study.value.layout;
  const runs = withProgress(io, study.value.runs(), points.length);
  const report = scalabilityReport(spec, runs);
  const cores = args.values.has('cores') ? spec.mostCores : null;
  const findings = scalabilityFindings(report, cores).map(({ text }) => text);
  writeStudy(args, io, {
    study: 'scalability',
    scenario: spec.scenario,
    rows: scalabilityRows(report),
    columns: COLUMNS,
    left: [0],
    findings,
    notes: NOTES,
    json: { spec, ...report },
    runs,
  });
  return ok(0);
}

interface Request {
  readonly spec: ScalabilitySpec;
  readonly profiles: Parameters<typeof createStudy>[1];
}

function requestOf(args: Arguments, io: Io): Result<Request, string> {
  const apps = numbersOption(args, 'apps', [1, MAX_CORES]);
  if (!apps.ok) return apps;
  const resCores = numbersOption(args, 'res-cores', [1, MAX_CORES]);
  if (!resCores.ok) return resCores;
  const cores = wholeOption(args, 'cores', [3, MAX_CORES]);
  if (!cores.ok) return cores;
  const common = explored(args, io);
  if (!common.ok) return common;
  const { scenario, profiles, ...own } = common.value;
  const spec = scalabilityOf(scenario, {
    ...own,
    ...(apps.value === null ? {} : { appsPerResCore: apps.value }),
    ...(resCores.value === null ? {} : { resCores: resCores.value }),
    ...(cores.value === null ? {} : { mostCores: cores.value }),
  });
  return ok({ spec, profiles });
}
