import { assertUnreachable } from '../../base/assert.ts';
import type { FaultSpec } from '../../scenario/scenario.ts';
import { coreOf, whoOf } from './subject-words.ts';
import type { Machine } from './subject-words.ts';

/** The faults of a scenario for its sentence: `no fault`, `a bit flip in R1`, `3 faults`. */
export function faultsInShort(
  { faults, faultRate }: { readonly faults: readonly FaultSpec[]; readonly faultRate: unknown },
  machine: Machine,
): string {
  const [fault, ...rest] = faults;
  if (fault === undefined) return faultRate === null ? 'no fault' : 'random faults';
  if (rest.length > 0 || faultRate !== null) {
    const count = `${faults.length} fault${rest.length === 0 ? '' : 's'}`;
    return faultRate === null ? count : `${count} and random ones`;
  }
  return oneInShort(fault, machine);
}

function oneInShort(fault: FaultSpec, machine: Machine): string {
  const who = whoOf(fault, machine);
  switch (fault.target) {
    case 'gpr':
      return `a bit flip in ${who}`;
    case 'instr':
      return `a wrong instruction in ${who}`;
    case 'alu':
      return `a wrong result in ${who}`;
    case 'rat':
      return `a wrong register in ${who}`;
    case 'mem':
      return `a memory flip in ${who}`;
    case 'utcb':
      return `a UTCB flip in ${who}`;
    case 'message':
      return `a ${MESSAGE_ADJECTIVES[fault.mode ?? 'stop'] ?? 'faulty'} ${fault.message ?? 'message'}`;
    case 'core':
      return `a ${fault.mode === 'stick' ? 'stuck' : 'stopped'} core ${coreOf(fault, machine)}`;
    case 'kernel':
      return `a kernel flip on ${coreOf(fault, machine)}`;
    case 'slot':
      return `a wrong slot of ${who}`;
    case 'romain':
      return 'a flip in Romain';
    default:
      return assertUnreachable(fault.target);
  }
}

const MESSAGE_ADJECTIVES: Partial<Record<NonNullable<FaultSpec['mode']>, string>> = {
  drop: 'lost',
  delay: 'late',
  corrupt: 'corrupted',
};
