import type { Cycles } from '../base/units.ts';
import type { Recording } from '../run/recording.ts';

/** [from, to) in cycles; the stretch of a run that is exported. */
export interface ExportRange {
  readonly from: Cycles;
  readonly to: Cycles;
}

/** The whole run, its last instant included. */
export function wholeRun({ summary }: Recording): ExportRange {
  return { from: 0, to: summary.totalCycles + 1 };
}

/** Is the instant `time` within `range`? */
export function isWithin({ from, to }: ExportRange, time: Cycles): boolean {
  return time >= from && time < to;
}
