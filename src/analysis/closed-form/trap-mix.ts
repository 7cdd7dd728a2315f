import type { Cycles } from '../../base/units.ts';
import { TRAP_KINDS } from '../../base/vocabulary.ts';
import type { Program } from '../../kernel/program.ts';
import { ROWS } from './skew-lattice.ts';

/** What the closed form needs of a program: made once, used for any costs. */
export interface TrapMix {
  readonly events: number;
  /** Sum over the segments. */
  readonly computeCycles: Cycles;
  /** Events by kind, in the order of `TRAP_KINDS`. */
  readonly counts: readonly number[];
  /** Index of the kind of the first and of the last event. */
  readonly first: number;
  readonly last: number;
  /** Length of the first segment. */
  readonly firstCycles: Cycles;
  /** The lengths of segments at the midpoints of `ROWS` equally large strata. */
  readonly lengths: readonly Cycles[];
}

/** The mix of `program`. */
export function trapMixOf(program: Program): TrapMix {
  const counts = TRAP_KINDS.map(() => 0);
  let computeCycles = 0;
  for (let i = 0; i < program.length; i++) {
    counts[program.trap[i]]++;
    computeCycles += program.cycles[i];
  }
  const sorted = program.cycles.slice(0, program.length).toSorted();
  return {
    events: program.length,
    computeCycles,
    counts,
    first: program.trap[0],
    last: program.trap[program.length - 1],
    firstCycles: program.cycles[0],
    lengths: Array.from(
      { length: ROWS },
      (_, row) => sorted[Math.floor(((row + 0.5) / ROWS) * program.length)],
    ),
  };
}
