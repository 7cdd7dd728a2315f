import { REGISTERS } from '../../base/vocabulary.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { registerSum } from '../../kernel/faults/registers.ts';
import type { AppView, ReplicaView } from '../../run/machine-view.ts';
import { listOf, wrongList } from '../machine/wrong-words.ts';
import { isCompared } from './register-table.ts';

/** Most replicas that are described one by one. */
const MOST = 3;

/**
 * What is wrong now in each corrupt replica and whether a comparison would see it: a sentence each;
 * empty when all are healthy.
 */
export function divergenceWords(plan: MachinePlan, app: AppView): string[] {
  const compared = app.replicas.length > 1;
  const corrupt = app.replicas.filter((one) => one.deviations.length > 0 || one.garbled);
  const lines = corrupt
    .slice(0, MOST)
    .map((one) => `${subject(plan, app, one)}; ${compared ? seen(plan, one) : UNSEEN}.`);
  const more = corrupt.length - MOST;
  return more > 0 ? [...lines, `${more} more replicas hold wrong values.`] : lines;
}

const UNSEEN = 'there is no other replica to compare with';

function subject(plan: MachinePlan, app: AppView, replica: ReplicaView): string {
  const program = plan.apps[app.id];
  const who = program?.redundancy === 'native' ? program.name : `R${replica.id}`;
  if (replica.garbled) return `Romain's pointer to the state of ${who} is wrong`;
  return `${who} differs in ${wrongList(replica.deviations)}`;
}

function seen(plan: MachinePlan, { segment, deviations, garbled }: ReplicaView): string {
  const { comparison } = plan.faults.protection;
  if (garbled) return 'what is compared is not its state';
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
