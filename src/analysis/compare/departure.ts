import type { Cycles } from '../../base/units.ts';
import type { EventColumns } from '../../run/recording.ts';

/** Where two traces part. */
export interface Departure {
  /** Kernel steps that are alike; step number `step` + 1 is the first that differs. */
  readonly step: number;
  /** When the first of both runs takes that step. */
  readonly time: Cycles;
}

/** The first kernel step in which two runs differ; `null` = one trace is the other. */
export function departureOf(a: EventColumns, b: EventColumns): Departure | null {
  const both = Math.min(a.length, b.length);
  let step = 0;
  while (step < both && alike(a, b, step)) step += 1;
  if (step === both && a.length === b.length) return null;
  return { step, time: Math.min(timeOf(a, step), timeOf(b, step)) };
}

function alike(a: EventColumns, b: EventColumns, row: number): boolean {
  return (
    a.time[row] === b.time[row] &&
    a.kind[row] === b.kind[row] &&
    a.core[row] === b.core[row] &&
    a.app[row] === b.app[row] &&
    a.replica[row] === b.replica[row] &&
    a.arg[row] === b.arg[row]
  );
}

function timeOf({ time, length }: EventColumns, row: number): Cycles {
  return row < length ? time[row] : Infinity;
}
