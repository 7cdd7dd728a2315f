import { assertUnreachable } from '../../base/assert.ts';
import { msg, t } from '../../base/language.ts';
import type { FaultMode } from '../../base/vocabulary.ts';
import type { FaultSpec } from '../../scenario/scenario.ts';
import { cyclesText, hexText } from './place-words.ts';
import { coreOf, whoOf } from './subject-words.ts';
import type { Machine } from './subject-words.ts';
import { FATE_WORDS, OWN_FATE_WORDS } from './target-words.ts';

/** A fault of the scenario in one sentence without its full stop: what, where, when. */
export function faultSentence(fault: FaultSpec, machine: Machine): string {
  const { target, at } = fault;
  const what = deed(fault, machine);
  if (fault.fate === undefined) {
    return 'cycle' in at
      ? t('{what} at cycle {cycle}', { what, cycle: cyclesText(at.cycle) })
      : t('{what} before event {event}', { what, event: cyclesText(at.event + 1) });
  }
  const fate = t(OWN_FATE_WORDS[target]?.[fault.fate] ?? FATE_WORDS[fault.fate]);
  return 'cycle' in at
    ? t('{what} at cycle {cycle}; it {fate}', { what, cycle: cyclesText(at.cycle), fate })
    : t('{what} before event {event}; it {fate}', { what, event: cyclesText(at.event + 1), fate });
}

/** A fault as the short name of a branch: `Flip in R1 bx`, `NOTIFY of R2 lost`. */
export function faultName(fault: FaultSpec): string {
  const { target, register, replica, message, mode = 'drop', core } = fault;
  switch (target) {
    case 'message':
      return t(MESSAGE_NAMES[mode], { message: message ?? 'none', replica });
    case 'core':
      return coreName(fault);
    case 'kernel':
      return core === undefined ? t('Kernel fault') : t('Kernel fault on C{core}', { core });
    case 'gpr':
      return register === undefined
        ? t('Flip in R{replica}', { replica })
        : t('Flip in R{replica} {register}', { replica, register });
    default:
      return t('{target} fault in R{replica}', { target, replica });
  }
}

function coreName({ mode, core, replica }: FaultSpec): string {
  if (core === undefined) {
    return mode === 'stick'
      ? t('R{replica}’s core sticks', { replica })
      : t('R{replica}’s core stops', { replica });
  }
  return mode === 'stick' ? t('C{core} sticks', { core }) : t('C{core} stops', { core });
}

const MESSAGE_NAMES: Readonly<Record<FaultMode, string>> = {
  drop: msg('{message, select, none {Message} other {{message}}} of R{replica} lost'),
  delay: msg('{message, select, none {Message} other {{message}}} of R{replica} late'),
  corrupt: msg('{message, select, none {Message} other {{message}}} of R{replica} corrupted'),
  stop: msg('{message, select, none {Message} other {{message}}} of R{replica} stopped'),
  stick: msg('{message, select, none {Message} other {{message}}} of R{replica} stuck'),
};

function deed(fault: FaultSpec, machine: Machine): string {
  const who = whoOf(fault, machine);
  const core = coreOf(fault, machine);
  const bit = fault.bit ?? 'none';
  const register = fault.register ?? 'none';
  switch (fault.target) {
    case 'gpr':
      return t(
        'Flip {bit, select, none {a drawn bit} other {bit {bit}}} of {register, select, none {a drawn register} other {{register}}} in {who}',
        { bit, register, who },
      );
    case 'instr':
      return t('Flip a bit of one instruction in {who}', { who });
    case 'alu':
      return t(
        'Falsify an arithmetic result in {register, select, none {a drawn register} other {{register}}} of {who}',
        { register, who },
      );
    case 'rat':
      return t(
        "Put another register's value into {register, select, none {a drawn register} other {{register}}} of {who}",
        { register, who },
      );
    case 'mem':
      return t(
        'Flip {bit, select, none {a drawn bit} other {bit {bit}}} at {address, select, none {a drawn memory address} other {memory {address}}} in {who}',
        { bit, address: fault.address === undefined ? 'none' : hexText(fault.address), who },
      );
    case 'utcb':
      return t(
        'Flip {bit, select, none {a drawn bit} other {bit {bit}}} of {word, select, none {a drawn UTCB word} other {UTCB word {word}}} in {who}',
        { bit, word: fault.word ?? 'none', who },
      );
    case 'message':
      return messageDeed(fault, who);
    case 'core':
      return coreDeed(fault, core);
    case 'kernel':
      return t('Flip a bit of kernel state on {core}, below {who}', { core, who });
    case 'slot':
      return t('Falsify the pointer in the slot of {who}', { who });
    case 'romain':
      return t('Flip a bit of Romain on C{core}', { core: machine.apps[fault.app]?.resCore ?? 0 });
    default:
      return assertUnreachable(fault.target);
  }
}

function coreDeed({ mode, bit, register }: FaultSpec, core: string): string {
  switch (mode) {
    case 'stick':
      return t(
        'Let {bit, select, none {a drawn bit} other {bit {bit}}} of {register, select, none {a drawn register} other {{register}}} stick at 1 on {core}',
        { bit: bit ?? 'none', register: register ?? 'none', core },
      );
    case 'stop':
      return t('Stop {core} for ever', { core });
    default:
      return t('Break {core}', { core });
  }
}

function messageDeed({ mode, delay, message }: FaultSpec, who: string): string {
  const values = { message: message ?? 'none', who };
  switch (mode) {
    case 'drop':
      return t(
        'Lose the next {message, select, none {message} other {{message}}} of {who}',
        values,
      );
    case 'delay':
      return delay === undefined
        ? t('Delay the next {message, select, none {message} other {{message}}} of {who}', values)
        : t(
            'Delay the next {message, select, none {message} other {{message}}} of {who} by {cycles} cycles',
            { ...values, cycles: cyclesText(delay) },
          );
    case 'corrupt':
      return t(
        'Corrupt the next {message, select, none {message} other {{message}}} of {who}',
        values,
      );
    default:
      return t(
        'Disturb the next {message, select, none {message} other {{message}}} of {who}',
        values,
      );
  }
}
