import { REGISTERS } from '../../base/vocabulary.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { registerSum } from '../../kernel/faults/registers.ts';
import type { AppView, ReplicaView } from '../../run/machine-view.ts';
import { listOf, wrongList } from '../machine/wrong-words.ts';
import { isCompared } from './register-table.ts';

/** Most sentences; replicas with equal wrong values share one. */
const MOST = 3;

/**
 * What is wrong now in each corrupt replica and whether a comparison would see it: a sentence each;
 * empty when all are healthy.
 */
export function divergenceWords(plan: MachinePlan, app: AppView): string[] {
  const who = new Map<string, string[]>();
  const program = plan.apps[app.id];
  for (const one of app.replicas) {
    if (one.deviations.length === 0 && !one.garbled) continue;
    const clause = clauseOf(plan, one, app.replicas.length > 1);
    const name = program?.redundancy === 'native' ? program.name : `R${one.id}`;
    who.set(clause, [...(who.get(clause) ?? []), name]);
  }
  const lines = [...who].map(([clause, names]) => sentence(names, clause));
  const more = lines.length - MOST;
  if (more <= 0) return lines;
  return [...lines.slice(0, MOST), `${more} more hold other wrong values.`];
}

function sentence(names: readonly string[], clause: string): string {
  const verb = names.length === 1 ? 'differs' : 'differ';
  return `${listOf(names)} ${verb} ${clause}.`;
}

function clauseOf(plan: MachinePlan, replica: ReplicaView, compared: boolean): string {
  if (replica.garbled)
    return "in Romain's pointer to the state; what is compared is something else";
  const wrong = `in ${wrongList(replica.deviations)}`;
  return `${wrong}; ${compared ? seen(plan, replica) : 'there is no replica to compare with'}`;
}

function seen(plan: MachinePlan, { segment, deviations }: ReplicaView): string {
  const { comparison } = plan.faults.protection;
  const visible = deviations.filter(({ place }) => isCompared(place, comparison));
  if (comparison === 'full')
    return visible.length === 0
      ? 'memory is not compared'
      : 'the next comparison covers all but memory';
  if (visible.length === 0) return 'the sum does not cover that';
  if (registerSum(segment, deviations) === registerSum(segment, []))
    return 'in the sum they cancel';
  const names = [...new Set(visible.map(({ place }) => REGISTERS[place] ?? ''))];
  return visible.length === deviations.length
    ? `the sum covers ${listOf(names)}`
    : `of that the sum covers only ${listOf(names)}`;
}

/** Which limit of the comparison in force matters here. */
export function comparisonLimit(plan: MachinePlan): string {
  return plan.faults.protection.comparison === 'full'
    ? 'All registers, the trap and the UTCB are compared; memory is not.'
    : 'Only these 7 registers are compared; memory, flags, si, di are not.';
}
