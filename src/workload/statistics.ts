import { lowerBound } from '../base/binary-search.ts';
import type { TrapKind } from '../base/vocabulary.ts';
import { TRAP_KINDS } from '../base/vocabulary.ts';
import type { SegmentColumns } from './segments.ts';
import { UNKNOWN } from './segments.ts';

/** Gaps of `from` <= gap < `to`; the last bin holds its end, too. */
export interface GapBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How the traps of a workload come; its gaps are what is computed before each. */
export interface WorkloadStatistics {
  /** In what gaps are counted: measured cycles where the workload does not know all instructions. */
  readonly unit: 'instructions' | 'cycles';
  /** Traps, the exit included. */
  readonly events: number;
  readonly total: number;
  readonly mean: number;
  readonly median: number;
  /** 95 % of the gaps are at most this long. */
  readonly p95: number;
  readonly longest: number;
  /**
   * Burstiness (s - m) / (s + m) of the gaps' standard deviation s and mean m: -1 = all equal, 0 = as
   * traps that come at random, towards 1 = bursts. 0 when nothing is ever computed.
   */
  readonly burstiness: number;
  /** How many traps of each kind; kinds that do not come are left out. */
  readonly kinds: Readonly<Partial<Record<TrapKind, number>>>;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** One bin for gaps of 0, if there are any, then bins that double or are `perDoubling` times finer. */
  readonly histogram: readonly GapBin[];
}

/** Figures of a workload laid flat, for a preview; the exit's gap counts as the others do. */
export function workloadStatistics(
  segments: SegmentColumns,
  perDoubling: number = 2,
): WorkloadStatistics {
  const known = !segments.instructions.includes(UNKNOWN);
  const gaps = known ? segments.instructions : segments.cycles;
  const sorted = gaps.toSorted();
  const total = sum(gaps);
  const mean = total / gaps.length;
  return {
    unit: known ? 'instructions' : 'cycles',
    events: segments.length,
    total,
    mean,
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    longest: sorted[sorted.length - 1],
    burstiness: burstinessOf(gaps, mean),
    kinds: countKinds(segments),
    bytesIn: sum(segments.bytesIn),
    bytesOut: sum(segments.bytesOut),
    histogram: histogramOf(sorted, perDoubling),
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

/** The smallest value that at least `share` of the values do not exceed. */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

function burstinessOf(gaps: Float64Array, mean: number): number {
  let squares = 0;
  for (let i = 0; i < gaps.length; i++) squares += (gaps[i] - mean) ** 2;
  const deviation = Math.sqrt(squares / gaps.length);
  return deviation + mean === 0 ? 0 : (deviation - mean) / (deviation + mean);
}

function countKinds({ length, trap }: SegmentColumns): WorkloadStatistics['kinds'] {
  const counts = TRAP_KINDS.map(() => 0);
  for (let i = 0; i < length; i++) counts[trap[i]] += 1;
  return Object.fromEntries(
    TRAP_KINDS.flatMap((kind, i) => (counts[i] === 0 ? [] : [[kind, counts[i]]])),
  );
}

function histogramOf(sorted: Float64Array, perDoubling: number): GapBin[] {
  const bins: GapBin[] = [];
  let i = lowerBound(sorted, 1);
  if (i > 0) bins.push({ from: 0, to: 1, count: i });
  if (i === sorted.length) return bins;
  const edge = (index: number) => 2 ** (index / perDoubling);
  const longest = sorted[sorted.length - 1];
  let bin = Math.floor(Math.log2(sorted[i]) * perDoubling);
  while (i < sorted.length) {
    const to = edge(bin + 1);
    const last = to >= longest;
    const end = last ? sorted.length : lowerBound(sorted, to);
    bins.push({ from: edge(bin), to, count: end - i });
    i = end;
    bin += 1;
  }
  return bins;
}

/**
 * Traps by kind in `columns` equal stretches of the program's computing, row by row in the order of
 * `TRAP_KINDS`: where in the program they fall. A trap at a border counts to the stretch it ends.
 */
export function trapsAlong(segments: SegmentColumns, columns: number): readonly Uint32Array[] {
  const gaps = segments.instructions.includes(UNKNOWN) ? segments.cycles : segments.instructions;
  const total = sum(gaps);
  const rows = TRAP_KINDS.map(() => new Uint32Array(columns));
  let at = 0;
  for (let i = 0; i < segments.length; i++) {
    at += gaps[i];
    const place = total === 0 ? i / segments.length : at / total;
    const column = Math.max(0, Math.ceil(place * columns) - 1);
    rows[segments.trap[i]][Math.min(columns - 1, column)] += 1;
  }
  return rows;
}
