import type { AppSpec, WorkloadSpec } from '../../../scenario/scenario.ts';
import { TRAP_WORDS } from '../../../base/trap-words.ts';
import { programName, workloadName } from '../../scenario/workload-names.ts';

/** What a sweep is of, in two or three words. */
export function draftWorkloadName(workload: WorkloadSpec | null, own: readonly AppSpec[]): string {
  if (workload?.kind === 'periodic') return `${TRAP_WORDS[workload.trap]}s`;
  if (workload?.kind === 'random') return 'random traps';
  if (workload !== null) return workloadName(workload);
  const [first] = own;
  const more = own.length > 1 ? ` and ${own.length - 1} more` : '';
  return first === undefined ? 'the Lab' : `${programName(first)}${more}`;
}
