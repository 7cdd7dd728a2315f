import { extraAtEvent, overheadAtEvent, percentPerCycle } from '../../analysis/overhead.ts';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { Breakdown, OverheadSeries } from '../../run/recording.ts';
import type { GrowthInput } from '../../draw/chart/growth-lines.ts';
import type { LiveBarInput } from '../../draw/chart/live-bars.ts';
import { endWords } from '../../draw/words.ts';

/** Redundancies of the chart, and its methods in the order of its rows. */
const REDUNDANCIES = [3, 2] as const;
const METHODS = [
  'polling',
  'ipc',
  'migration',
  'local',
] as const satisfies readonly SignallingMethod[];

/** The row of one method and redundancy, if it has been computed. */
function findRow(
  rows: readonly MatrixRow[],
  { signalling, redundancy }: Pick<MatrixRow, 'signalling' | 'redundancy'>,
): MatrixRow | undefined {
  return rows.find((row) => row.signalling === signalling && row.redundancy === redundancy);
}

/**
 * Every bar of the chart after `events` completed events: extra cycles so far in percent of the
 * whole unreplicated run, so that bars only grow and end at the run's overhead.
 */
export function standingBars(rows: readonly MatrixRow[], events: number): LiveBarInput[] {
  return REDUNDANCIES.flatMap((redundancy) =>
    METHODS.map((signalling): LiveBarInput => {
      const row = findRow(rows, { signalling, redundancy });
      return row === undefined ? pendingBar(signalling, redundancy) : standingBar(row, events);
    }),
  );
}

function pendingBar(signalling: SignallingMethod, redundancy: number): LiveBarInput {
  return { redundancy, signalling, percent: null, parts: [], finalPercent: null, stopped: null };
}

function standingBar(row: MatrixRow, events: number): LiveBarInput {
  return {
    redundancy: row.redundancy,
    signalling: row.signalling,
    ...extraAtEvent(row, events),
    finalPercent: finalPercent(row),
    // The event that it does not complete follows the last one that it does.
    stopped: events >= row.completedEvents ? endWords(row) : null,
  };
}

/** Where the bar of a run ends: at its last completed event. */
function finalPercent(row: MatrixRow): number {
  if (endWords(row) === null) return row.overheadPercent;
  return extraAtEvent(row, row.completedEvents).percent;
}

/** The growth of every row over completed events, in the unit of `standingBars`, local handling left out. */
export function growthInputs(rows: readonly MatrixRow[]): GrowthInput[] {
  return rows
    .filter((row) => row.signalling !== 'local')
    .map((row) => {
      const { redundancy, signalling, series } = row;
      const { x, percent } = thinned(series, percentPerCycle(row));
      return { redundancy, signalling, x, percent, stopped: endWords(row) !== null };
    });
}

/** More points than this are not told apart on a line some 270 px long. */
const LINE_POINTS = 90;

function thinned(series: OverheadSeries, share: number): { x: number[]; percent: number[] } {
  const stride = Math.max(1, Math.floor(series.length / LINE_POINTS));
  const x = [0];
  const percent = [0];
  for (let i = stride - 1; i < series.length; i += stride) push(i);
  if (x.at(-1) !== series.event[series.length - 1] && series.length > 0) push(series.length - 1);
  return { x, percent };

  function push(i: number): void {
    x.push(series.event[i] ?? 0);
    percent.push(((series.time[i] ?? 0) - (series.native[i] ?? 0)) * share);
  }
}

/** Cycles per event by part, without computing and waiting for a device, of the first `events` events of a run (mean over its replicas). */
export function partsPerEvent(series: OverheadSeries, events: number): number[] {
  const at = overheadAtEvent(series, events);
  return PARTS.map((part, p) =>
    part === 'compute' || part === 'device' || events <= 0 ? 0 : (at.parts[p] ?? 0) / events,
  );
}

/** A breakdown as cycles per event, in the order of `PARTS`; nothing where no event was completed. */
export function breakdownPerEvent(breakdown: Breakdown, events: number): number[] {
  return PARTS.map((part) => (events === 0 ? 0 : breakdown[part] / events));
}
