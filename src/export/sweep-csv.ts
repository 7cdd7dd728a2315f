import { METRIC_NAMES, METRICS } from '../analysis/sweep/metrics.ts';
import type { RunName } from '../analysis/sweep/points.ts';
import type { RunFigures } from '../analysis/sweep/spec.ts';
import type { SweepTable } from '../analysis/sweep/table.ts';
import { PARTS } from '../base/vocabulary.ts';

/**
 * The runs of a sweep as CSV, a header and then one line per run, in order of points, variants and
 * seeds, without line ends. Figures of a run that ended early are those up to its end. `linkTo`
 * gives the address at which a run is opened.
 */
export function* sweepToCsv(
  table: SweepTable,
  linkTo: (run: RunName) => string,
): Generator<string, void, undefined> {
  const { spec, variants, points } = table.layout;
  yield [
    ...spec.axes.map(({ parameter }) => parameter),
    'method',
    'redundancy',
    'seed',
    'outcome',
    'stop',
    'events',
    'completed-events',
    'native-cycles',
    ...METRIC_NAMES,
    ...PARTS.map((part) => `${part}-cycles`),
    'link',
  ].join(',');
  for (const point of table.donePoints) {
    for (const { variant, seed, figures } of table.runsOf(point)) {
      const { method, redundancy } = variants[variant];
      const which = [...points[point].values, method, redundancy, spec.seeds[seed]];
      yield [...which, ...cellsOf(figures), linkTo({ point, variant, seed })].join(',');
    }
  }
}

function cellsOf(figures: RunFigures): (string | number)[] {
  const { outcome, stop, events, completedEvents, nativeCycles, breakdown } = figures;
  return [
    // Only outcomes such as "detected, stopped" hold a comma.
    `"${outcome}"`,
    stop,
    events,
    completedEvents,
    nativeCycles,
    ...METRIC_NAMES.map((metric) => METRICS[metric].of(figures)),
    ...PARTS.map((part) => breakdown[part]),
  ];
}
