import { extraAtEvent, percentPerCycle } from '../analysis/overhead.ts';
import type { MatrixRow } from '../analysis/matrix.ts';
import type { GrowthInput } from '../draw/chart/growth-lines.ts';
import type { LiveBarInput } from '../draw/chart/live-bars.ts';
import { endWords } from '../draw/words.ts';

/** The order of the chart's bars. */
const METHODS = ['polling', 'ipc', 'migration', 'local'] as const;

/**
 * What the overhead chart shows after `events` completed events of each run: in percent of the native
 * run of the whole program, as on the page.
 */
export function chartInputs(
  rows: readonly MatrixRow[],
  events: number,
): {
  readonly bars: readonly LiveBarInput[];
  readonly growth: readonly GrowthInput[];
} {
  const inOrder = rows.toSorted(
    (a, b) => METHODS.indexOf(a.signalling) - METHODS.indexOf(b.signalling),
  );
  return {
    bars: inOrder.map((row) => barOf(row, events)),
    growth: inOrder.filter(({ signalling }) => signalling !== 'local').map(growthOf),
  };
}

function barOf(row: MatrixRow, events: number): LiveBarInput {
  const { redundancy, signalling, completedEvents } = row;
  return {
    redundancy,
    signalling,
    ...extraAtEvent(row, Math.min(events, completedEvents)),
    finalPercent: extraAtEvent(row, completedEvents).percent,
    stopped: events >= completedEvents ? endWords(row) : null,
  };
}

function growthOf(row: MatrixRow): GrowthInput {
  const { redundancy, signalling, series } = row;
  const share = percentPerCycle(row);
  const percent = Array.from(series.time, (time, i) => (time - series.native[i]) * share);
  return { redundancy, signalling, x: series.event, percent, stopped: endWords(row) !== null };
}
