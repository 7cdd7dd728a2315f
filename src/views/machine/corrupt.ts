import { upperBound } from '../../base/binary-search.ts';
import type { AppId, Cycles, ReplicaId } from '../../base/units.ts';
import type { DivergenceRow } from '../../run/recording.ts';

/** The stretches [from[i], to[i]) in which one replica holds a wrong value; ascending, apart. */
export interface CorruptStretches {
  readonly from: readonly Cycles[];
  /** Infinity = to the end of the run. */
  readonly to: readonly Cycles[];
}

/** The corrupt stretches of each of the `count` replicas of `app`. */
export function corruptStretches(
  rows: readonly DivergenceRow[],
  app: AppId,
  count: number,
): readonly CorruptStretches[] {
  const found = Array.from({ length: count }, () => ({ from: [] as Cycles[], to: [] as Cycles[] }));
  for (const row of rows) {
    const own = row.app === app ? found[row.replica] : undefined;
    if (own === undefined) continue;
    const open = own.to.length > 0 && own.to.at(-1) === Infinity;
    if (row.count > 0 && !open) {
      own.from.push(row.time);
      own.to.push(Infinity);
    } else if (row.count === 0 && open) own.to[own.to.length - 1] = row.time;
  }
  return found;
}

/** Those that touch [start, end), cut to it. */
export function corruptWithin(
  { from, to }: CorruptStretches,
  start: Cycles,
  end: Cycles,
): { readonly start: Cycles; readonly end: Cycles }[] {
  const within: { start: Cycles; end: Cycles }[] = [];
  for (let i = upperBound(to, start, to.length); i < from.length; i++) {
    const begin = from[i] ?? Infinity;
    if (begin >= end) break;
    within.push({ start: Math.max(start, begin), end: Math.min(end, to[i] ?? Infinity) });
  }
  return within;
}

/** Names the stretches of `replica` among those of its app; none when there is no such replica. */
export function stretchesOf(
  all: readonly CorruptStretches[],
  replica: ReplicaId,
): CorruptStretches | null {
  const own = all[replica];
  return own === undefined || own.from.length === 0 ? null : own;
}
