import { assertUnreachable } from '../../base/assert.ts';
import type { FaultMode } from '../../base/vocabulary.ts';
import type { FaultSpec } from '../../scenario/scenario.ts';
import { cyclesText, hexText } from './place-words.ts';
import { coreOf, whoOf } from './subject-words.ts';
import type { Machine } from './subject-words.ts';
import { FATE_WORDS, OWN_FATE_WORDS } from './target-words.ts';

/** A fault of the scenario in one sentence without its full stop: what, where, when. */
export function faultSentence(fault: FaultSpec, machine: Machine): string {
  const { target, fate } = fault;
  const what = deed(fault, machine);
  const words = fate === undefined ? '' : (OWN_FATE_WORDS[target]?.[fate] ?? FATE_WORDS[fate]);
  return `${what} ${whenWords(fault.at)}${words === '' ? '' : `; it ${words}`}`;
}

/** A fault as the short name of a branch: `Flip of R1’s bx`, `NOTIFY to R2 lost`. */
export function faultName({ target, register, replica, message, mode, core }: FaultSpec): string {
  switch (target) {
    case 'message':
      return `${message ?? 'Message'} of R${replica} ${MODE_NAMES[mode ?? 'drop']}`;
    case 'core':
      return core === undefined
        ? `R${replica}’s core ${mode === 'stick' ? 'sticks' : 'stops'}`
        : `C${core} ${mode === 'stick' ? 'sticks' : 'stops'}`;
    case 'kernel':
      return core === undefined ? 'Kernel fault' : `Kernel fault on C${core}`;
    case 'gpr':
      return `Flip in R${replica}${register === undefined ? '' : ` ${register}`}`;
    default:
      return `${target} fault in R${replica}`;
  }
}

const MODE_NAMES: Readonly<Record<FaultMode, string>> = {
  drop: 'lost',
  delay: 'late',
  corrupt: 'corrupted',
  stop: 'stopped',
  stick: 'stuck',
};

/** `at cycle 3 967 410`, `before event 41`; events are counted from 1 as everywhere on the page. */
function whenWords(at: FaultSpec['at']): string {
  return 'cycle' in at
    ? `at cycle ${cyclesText(at.cycle)}`
    : `before event ${cyclesText(at.event + 1)}`;
}

function deed(fault: FaultSpec, machine: Machine): string {
  const { target, register } = fault;
  const who = whoOf(fault, machine);
  const bit = fault.bit === undefined ? 'a drawn bit' : `bit ${fault.bit}`;
  const where = register ?? 'a drawn register';
  switch (target) {
    case 'gpr':
      return `Flip ${bit} of ${where} in ${who}`;
    case 'instr':
      return `Flip a bit of one instruction in ${who}`;
    case 'alu':
      return `Falsify an arithmetic result in ${where} of ${who}`;
    case 'rat':
      return `Put another register's value into ${where} of ${who}`;
    case 'mem':
      return `Flip ${bit} at ${addressWords(fault)} in ${who}`;
    case 'utcb':
      return `Flip ${bit} of ${fault.word === undefined ? 'a drawn UTCB word' : `UTCB word ${fault.word}`} in ${who}`;
    case 'message':
      return messageDeed(fault, who);
    case 'core':
      return fault.mode === 'stick'
        ? `Let ${bit} of ${where} stick at 1 on ${coreOf(fault, machine)}`
        : fault.mode === 'stop'
          ? `Stop ${coreOf(fault, machine)} for ever`
          : `Break ${coreOf(fault, machine)}`;
    case 'kernel':
      return `Flip a bit of kernel state on ${coreOf(fault, machine)}, below ${who}`;
    case 'slot':
      return `Falsify the pointer in the slot of ${who}`;
    case 'romain':
      return `Flip a bit of Romain on C${machine.apps[fault.app]?.resCore ?? 0}`;
    default:
      return assertUnreachable(target);
  }
}

function addressWords({ address }: FaultSpec): string {
  return address === undefined ? 'a drawn memory address' : `memory ${hexText(address)}`;
}

function messageDeed({ mode, delay, message }: FaultSpec, who: string): string {
  const which = `the next ${message ?? 'message'} of ${who}`;
  switch (mode) {
    case 'drop':
      return `Lose ${which}`;
    case 'delay':
      return `Delay ${which}${delay === undefined ? '' : ` by ${cyclesText(delay)} cycles`}`;
    case 'corrupt':
      return `Corrupt ${which}`;
    default:
      return `Disturb ${which}`;
  }
}
