import { t } from '../../base/language.ts';
import { TRAP_KINDS } from '../../base/vocabulary.ts';
import { groupDigits } from '../../draw/format.ts';
import { checkPhases } from '../../scenario/check-phases.ts';
import type { PhasesSpec } from '../../workload/phases.ts';
import { phaseSegments, phasesLength } from '../../workload/phases.ts';
import type { GapBin, WorkloadStatistics } from '../../workload/statistics.ts';
import { trapsAlong, workloadStatistics } from '../../workload/statistics.ts';
import { problemWords } from './problem-words.ts';

/** Columns of the picture of where traps fall. */
const COLUMNS = 96;
/** Programs with more traps are not drawn on every keystroke. */
export const MOST_PREVIEWED = 500_000;

/** Traps of one column, from below: page faults, calls, others. */
export type TrapColumn = readonly [faults: number, calls: number, others: number];

/** What is shown of a program as phases while it is changed. */
export interface Preview {
  readonly statistics: WorkloadStatistics;
  readonly along: readonly TrapColumn[];
}

/** The preview of `spec`; a sentence where there is none. */
export function previewOf(spec: PhasesSpec): Preview | string {
  const [problem] = checkPhases(spec, '');
  if (problem !== undefined) return t('No preview. {problem}', { problem: problemWords(problem) });
  if (phasesLength(spec) > MOST_PREVIEWED) return t('No preview. The program has too many traps.');
  const segments = phaseSegments(spec);
  return {
    statistics: workloadStatistics(segments),
    along: columnsOf(trapsAlong(segments, COLUMNS)),
  };
}

/** Traps by kind and column as the picture piles them up. */
export function columnsOf(rows: readonly Uint32Array[]): readonly TrapColumn[] {
  const sum = (kinds: readonly string[], column: number) =>
    TRAP_KINDS.reduce((n, kind, i) => n + (kinds.includes(kind) ? (rows[i]?.[column] ?? 0) : 0), 0);
  return Array.from(rows[0] ?? [], (_, column) => [
    sum(['pagefault'], column),
    sum(['syscall', 'ipc'], column),
    sum(['exception', 'irq', 'exit'], column),
  ]);
}

/** Burstiness in words. */
export function burstWords(burstiness: number): string {
  if (burstiness < -0.5) return t('even');
  if (burstiness < -0.15) return t('rather even');
  if (burstiness < 0.15) return t('as at random');
  return burstiness < 0.4 ? t('uneven') : t('in bursts');
}

/**
 * The bars of a histogram of gaps, and what stands below the first: gaps of 0 stand apart, as no
 * number of doublings leads to them.
 */
export function gapPiles(histogram: readonly GapBin[]): {
  readonly piles: readonly (readonly number[])[];
  readonly first: string;
} {
  const [zero, next] = histogram;
  if (zero?.from !== 0) {
    const piles = histogram.map(({ count }) => [count]);
    return { piles, first: groupDigits(zero?.from ?? 0) };
  }
  const rest = histogram.slice(1).map(({ count }) => [count]);
  const first =
    next === undefined ? '0' : t('0, then from {from}', { from: groupDigits(next.from) });
  return { piles: next === undefined ? [[0, zero.count]] : [[0, zero.count], [], ...rest], first };
}
