import type { AppSpec } from '../../scenario/scenario.ts';
import type { Measure } from './metrics.ts';
import type { SweepVariant } from './spec.ts';
import type { SweepTable } from './table.ts';
import type { Winner } from './winners.ts';

/** Something that the results say, in one sentence with its numbers. */
export interface SweepFinding {
  readonly kind:
    /** Who wins, and by how much. */
    | 'winners'
    /** Above a value of the axis another method is better. */
    | 'crossover'
    /** Two methods change places, but are too close for it to matter. */
    | 'pale crossover'
    /** How two methods compare on a map. */
    | 'pair';
  readonly redundancy: AppSpec['redundancy'];
  /** Indices of the variants that it is about, the better one first. */
  readonly variants: readonly number[];
  readonly sentence: string;
  /** Bracket, seeds, how many points; '' = nothing to add. */
  readonly detail: string;
  /** Points between which a crossover lies. */
  readonly between?: readonly [number, number];
  /** Its value on the axis. */
  readonly at?: number;
}

/** What to say of the methods of one redundancy. */
export interface Contest {
  readonly table: SweepTable;
  readonly measure: Measure;
  readonly redundancy: AppSpec['redundancy'];
  readonly variants: readonly SweepVariant[];
  /** Winners at the points that are done. */
  readonly winners: readonly Winner[];
  /** `as TMR, ` where there are several redundancies, else ''. */
  readonly prefix: string;
}
