/** A number of clock cycles, or an instant counted in cycles since the start of the run; an integer. */
export type Cycles = number;
/** Index of a core, from 0. */
export type CoreId = number;
/** Index of an application in the scenario, from 0. */
export type AppId = number;
/** Index of a replica within its application, from 0. */
export type ReplicaId = number;

/** Cycles to microseconds at `clockGHz`. */
export function cyclesToMicroseconds(cycles: Cycles, clockGHz: number): number {
  return cycles / (clockGHz * 1000);
}

/** Microseconds to whole cycles at `clockGHz`, rounded. */
export function microsecondsToCycles(microseconds: number, clockGHz: number): Cycles {
  return Math.round(microseconds * clockGHz * 1000);
}
