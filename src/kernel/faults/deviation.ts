import { PLACE_PAGE } from './incidents.ts';

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

/** The mask of one wrong bit, 0..31; unsigned. */
export function bitMask(bit: number): number {
  return (1 << bit) >>> 0;
}

/** The byte address of the word in `writableBytes` of memory that the drawn `bits` point to. */
export function wordAddress(bits: number, writableBytes: number): number {
  return (bits % writableBytes) & ~3;
}

/** Most deviations kept of one replica; what would come on top is not followed further. */
export const MAX_DEVIATIONS = 32;

/** No deviation: shared by all healthy replicas. */
export const HEALTHY: readonly Deviation[] = [];

/**
 * `list` with one more wrong value. At a place that is wrong already the masks combine, and a value
 * that is flipped back is right again.
 */
export function withDeviation(list: readonly Deviation[], added: Deviation): readonly Deviation[] {
  const i = list.findIndex((d) => d.place === added.place && d.at === added.at);
  if (i === -1) return list.length < MAX_DEVIATIONS ? [...list, added] : list;
  const mask = (list[i].mask ^ added.mask) >>> 0;
  if (mask === 0) return orHealthy(list.filter((_, other) => other !== i));
  return list.map((d, other) => (other === i ? { ...added, mask } : d));
}

/** The same list, but the shared one when it is empty. */
export function orHealthy(list: readonly Deviation[]): readonly Deviation[] {
  return list.length === 0 ? HEALTHY : list;
}

/** Is this wrong value in a register or the UTCB, which Romain copies with a call's result? */
export function isCopiedState(deviation: Deviation): boolean {
  return deviation.place < PLACE_PAGE;
}

/** Do two replicas differ in the same places by the same bits, memory apart? */
export function sameState(a: readonly Deviation[], b: readonly Deviation[]): boolean {
  return covers(a, b) && covers(b, a);
}

function covers(a: readonly Deviation[], b: readonly Deviation[]): boolean {
  return b.every(
    (d) =>
      !isCopiedState(d) ||
      a.some((other) => other.place === d.place && other.at === d.at && other.mask === d.mask),
  );
}
