import { msg, t } from '../../../base/language.ts';
import type { AppSpec, WorkloadSpec } from '../../../scenario/scenario.ts';
import type { TrapKind } from '../../../base/vocabulary.ts';
import { programName, workloadName } from '../../scenario/workload-names.ts';

/** Programs of one kind of trap alone. */
const TRAPS: Readonly<Record<TrapKind, string>> = {
  pagefault: msg('page faults'),
  syscall: msg('system calls'),
  ipc: msg('IPCs'),
  exception: msg('exceptions'),
  irq: msg('interrupts'),
  exit: msg('exits'),
  watchdog: msg('watchdogs'),
};

/** What a sweep is of, in two or three words. */
export function draftWorkloadName(workload: WorkloadSpec | null, own: readonly AppSpec[]): string {
  if (workload?.kind === 'periodic') return t(TRAPS[workload.trap]);
  if (workload?.kind === 'random') return t('random traps');
  if (workload !== null) return workloadName(workload);
  const [first] = own;
  if (first === undefined) return t('the Lab');
  const name = programName(first);
  return own.length > 1 ? t('{name} and {count} more', { name, count: own.length - 1 }) : name;
}
