import { assertUnreachable } from '../../base/assert.ts';
import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { FaultSpec } from '../../scenario/scenario.ts';
import { coreOf, whoOf } from './subject-words.ts';
import type { Machine } from './subject-words.ts';

/** The faults of a scenario for its sentence: `no fault`, `a bit flip in R1`, `3 faults`. */
export function faultsInShort(
  { faults, faultRate }: { readonly faults: readonly FaultSpec[]; readonly faultRate: unknown },
  machine: Machine,
): string {
  const [fault, ...rest] = faults;
  if (fault === undefined) return faultRate === null ? t('no fault') : t('random faults');
  const n = faults.length;
  const count = groupDigits(n);
  if (faultRate !== null) {
    return t(
      '{n, plural, one {{count} fault and random ones} other {{count} faults and random ones}}',
      { n, count },
    );
  }
  if (rest.length === 0) return oneInShort(fault, machine);
  return t('{n, plural, one {{count} fault} other {{count} faults}}', { n, count });
}

function oneInShort(fault: FaultSpec, machine: Machine): string {
  const who = whoOf(fault, machine);
  const core = coreOf(fault, machine);
  switch (fault.target) {
    case 'gpr':
      return t('a bit flip in {who}', { who });
    case 'instr':
      return t('a wrong instruction in {who}', { who });
    case 'alu':
      return t('a wrong result in {who}', { who });
    case 'rat':
      return t('a wrong register in {who}', { who });
    case 'mem':
      return t('a memory flip in {who}', { who });
    case 'utcb':
      return t('a UTCB flip in {who}', { who });
    case 'message':
      return messageInShort(fault);
    case 'core':
      return fault.mode === 'stick'
        ? t('a stuck core {core}', { core })
        : t('a stopped core {core}', { core });
    case 'kernel':
      return t('a kernel flip on {core}', { core });
    case 'slot':
      return t('a wrong slot of {who}', { who });
    case 'romain':
      return t('a flip in Romain');
    default:
      return assertUnreachable(fault.target);
  }
}

function messageInShort({ mode, ...fault }: FaultSpec): string {
  const message = fault.message ?? 'none';
  switch (mode) {
    case 'drop':
      return t('a lost {message, select, none {message} other {{message}}}', { message });
    case 'delay':
      return t('a late {message, select, none {message} other {{message}}}', { message });
    case 'corrupt':
      return t('a corrupted {message, select, none {message} other {{message}}}', { message });
    default:
      return t('a faulty {message, select, none {message} other {{message}}}', { message });
  }
}
