/**
 * One place of a replica whose value is not that of a fault-free run. The kernel does not execute
 * instructions: a replica is its distance from the fault-free one, and that distance is a short
 * list of these. Never changed once made, so copies of the machine share it.
 */
export interface Deviation {
  /** 0..9 = `REGISTERS`, `PLACE_UTCB`, `PLACE_PAGE`. */
  readonly place: number;
  /** UTCB word index, or byte address in writable memory; 0 for registers. */
  readonly at: number;
  /** Exclusive-or of wrong and right value; never 0. */
  readonly mask: number;
  /** Decides its further course: equal deviations of two replicas behave equally. */
  readonly salt: number;
  /** Index into `FATES` of what is to become of it next, or -1 = drawn. */
  readonly fate: number;
  /** Fault it stems from. */
  readonly fault: number;
}

/** Most deviations kept of one replica; what would come on top is not followed further. */
export const MAX_DEVIATIONS = 32;

/** No deviation: shared by all healthy replicas. */
export const HEALTHY: readonly Deviation[] = [];
