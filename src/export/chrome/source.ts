import type { Cycles } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import type { Note } from '../../scenario/note.ts';
import type { ExportRange } from '../range.ts';

/**
 * What slices carry. `cycles`: each its first cycle and its length, so that nothing is lost.
 * `names`: nothing, and equal neighbours become one, so that a viewer that adds slices up by name and
 * arguments, as speedscope does, can do so.
 */
export type SliceDetail = 'cycles' | 'names';

/** What a trace is made from. */
export interface TraceSource {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly range: ExportRange;
  readonly detail: SliceDetail;
  readonly notes: readonly Note[];
  /** What else the file should say of itself, such as the link that opens the run. */
  readonly about: Readonly<Record<string, string | number>>;
}

/** From cycles to the microseconds of the file. */
export type Clock = (time: Cycles) => number;

/** The clock of `plan`: as many decimals as bring back every cycle. */
export function clockOf({ clockGHz }: MachinePlan): Clock {
  const perMicrosecond = clockGHz * 1000;
  const scale = 10 ** Math.ceil(Math.log10(2 * perMicrosecond));
  return (time) => Math.round((time / perMicrosecond) * scale) / scale;
}
