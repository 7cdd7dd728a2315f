import type { GapSpec, PhaseSpec, TrapShare } from '../../workload/phases.ts';
import { meanGap } from '../../workload/phases.ts';

/** What a new phase is before anything is said of it. */
export const NEW_PHASE: PhaseSpec = {
  events: 100,
  gap: { kind: 'exponential', mean: 100_000 },
  traps: [{ trap: 'syscall', weight: 1 }],
};

/** Bursts as they are when they are switched on. */
export const NEW_BURSTS = { every: 10, length: 5, gap: 2000 } as const;

/** `list` with the entry at `index` replaced. */
export function replaced<T>(list: readonly T[], index: number, entry: T): T[] {
  return list.map((old, i) => (i === index ? entry : old));
}

/** `list` without the entry at `index`. */
export function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, i) => i !== index);
}

/** `list` with `entry` put in before `index`. */
export function inserted<T>(list: readonly T[], index: number, entry: T): T[] {
  return [...list.slice(0, index), entry, ...list.slice(index)];
}

/** `list` with the entries at `index` and `index + by` exchanged; the list itself where one is missing. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const other = index + by;
  if (other < 0 || other >= list.length) return list;
  return replaced(replaced(list, index, list[other]), other, list[index]);
}

/** A distribution of another kind with about the same mean as `gap`. */
export function gapOfKind(kind: GapSpec['kind'], gap: GapSpec): GapSpec {
  if (kind === gap.kind) return gap;
  const mean = Math.round(meanGap(gap));
  switch (kind) {
    case 'constant':
      return { kind, instructions: mean };
    case 'uniform':
      return { kind, least: Math.round(mean / 2), most: mean + Math.round(mean / 2) };
    case 'exponential':
      return { kind, mean };
    case 'lognormal':
      return { kind, mean, sigma: 1 };
    default:
      return { kind, short: Math.round(mean / 2), long: mean * 3, longShare: 0.2 };
  }
}

/** A phase without its bursts, or with those that are given. */
export function withBursts(phase: PhaseSpec, bursts: PhaseSpec['bursts'] | null): PhaseSpec {
  const { bursts: _, ...rest } = phase;
  return bursts === null || bursts === undefined ? rest : { ...rest, bursts };
}

/** A phase under another name; an empty one, or one of spaces alone, is none. */
export function renamed(phase: PhaseSpec, name: string): PhaseSpec {
  const { name: _, ...rest } = phase;
  return name.trim() === '' ? rest : { name, ...rest };
}

/** Percent of the traps of a mix that are entry `index`; `null` where no weight is above 0. */
export function sharePercent(traps: readonly TrapShare[], index: number): number | null {
  const total = traps.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? ((traps[index]?.weight ?? 0) / total) * 100 : null;
}
