import { err, ok } from '../../base/result.ts';
import { placementFindings } from '../../analysis/placement/findings.ts';
import type { PlacementRow } from '../../analysis/placement/study.ts';
import {
  createPlacementStudy,
  placementRows,
  placementStudyOf,
} from '../../analysis/placement/study.ts';
import type { Io, Outcome } from '../io.ts';
import { percent } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { problemLine } from '../resolve-scenario.ts';
import type { Column } from './explore-output.ts';
import { numbers, withProgress, words, writeStudy } from './explore-output.ts';
import { explored, refuseOptions } from './explore-options.ts';

const COLUMNS: readonly Column<PlacementRow>[] = [
  words('method', 'method', ({ method }) => method),
  words('placement', 'placement', ({ rule }) => rule),
  numbers('replicas', 'replicas', ({ replicas }) => replicas),
  numbers('remote', 'remote_replicas', ({ remote }) => remote),
  numbers('cycles/event', 'cycles_per_event', ({ cyclesPerEvent }) => cyclesPerEvent),
  numbers('extra', 'extra_per_event', ({ extraPerEvent }) => extraPerEvent),
  {
    head: 'of serial',
    field: 'of_serial',
    text: ({ ofSerial }) => (ofSerial === null ? '' : percent(ofSerial, 1)),
    value: ({ ofSerial }) => ofSerial ?? '',
  },
  {
    head: 'overhead',
    field: 'overhead_percent',
    text: ({ overheadPercent }) => percent(overheadPercent / 100, 1),
    value: ({ overheadPercent }) => overheadPercent,
  },
];

/** `explore placement`: beside the Res core, on the other socket, spread, or on cores that two applications share. */
export function explorePlacement(args: Arguments, io: Io): Outcome {
  const foreign = ['apps', 'res-cores', 'cores', 'faults', 'simulate'] as const;
  const refused = refuseOptions(args, 'placement', foreign);
  if (!refused.ok) return refused;
  const common = explored(args, io);
  if (!common.ok) return common;
  const { scenario, profiles, ...own } = common.value;
  const spec = placementStudyOf(scenario, own);
  const study = createPlacementStudy(spec, profiles);
  if (!study.ok) return err(problemLine(study.error));
  const runs = withProgress(io, study.value.runs(), study.value.points.length);
  const rows = placementRows(spec, runs);
  writeStudy(args, io, {
    study: 'placement',
    scenario,
    rows,
    columns: COLUMNS,
    left: [0, 1],
    findings: placementFindings(rows),
    notes: [
      '\nremote: replicas on another socket than the Res core, which is C0; extra: cycles per event beyond same-socket; shared-cores: with a second copy of the application on the same cores; of serial: the time of both, of that of one after the other.',
    ],
    json: { spec, rows },
    runs,
  });
  return ok(0);
}
