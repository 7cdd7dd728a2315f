import { TRAP_KINDS } from '../../base/vocabulary.ts';
import { checkPhases } from '../../scenario/check-phases.ts';
import type { PhasesSpec } from '../../workload/phases.ts';
import { phaseSegments, phasesLength } from '../../workload/phases.ts';
import type { WorkloadStatistics } from '../../workload/statistics.ts';
import { trapsAlong, workloadStatistics } from '../../workload/statistics.ts';

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
  if (problem !== undefined) return `No preview: ${problem.path.slice(1)} ${problem.message}.`;
  if (phasesLength(spec) > MOST_PREVIEWED) return 'No preview: the program has too many traps.';
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
  if (burstiness < -0.5) return 'even';
  if (burstiness < -0.15) return 'rather even';
  if (burstiness < 0.15) return 'as at random';
  return burstiness < 0.4 ? 'uneven' : 'in bursts';
}
