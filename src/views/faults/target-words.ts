import { msg } from '../../base/language.ts';
import type { Fate, FaultMode, FaultTarget } from '../../base/vocabulary.ts';

/** What each target is, in one line; the names are those of the prototype's injector and of the model. */
export const TARGET_WORDS: Readonly<Record<FaultTarget, string>> = {
  gpr: msg('one bit of a general-purpose register flips'),
  instr: msg('one bit of an instruction that runs once flips'),
  alu: msg('an arithmetic result is wrong in any bits'),
  rat: msg('register renaming hands out the value of another register'),
  mem: msg('one bit of writable private memory flips'),
  utcb: msg('one bit of the message buffer shared with the kernel flips'),
  message: msg('a message between a replica and Romain is lost, late or wrong'),
  core: msg('a core stops for ever, or one bit of a register sticks at 1'),
  kernel: msg('one bit of kernel state on a NonRes core flips'),
  slot: msg('the pointer in a slot that Romain reads is wrong'),
  romain: msg('one bit of Romain itself flips, on its Res core'),
};

/** Targets inside a replica, then those around it. */
export const TARGET_GROUPS: readonly (readonly [name: string, targets: readonly FaultTarget[]])[] =
  [
    [msg('In a replica'), ['gpr', 'instr', 'alu', 'rat', 'mem', 'utcb']],
    [msg('Around it'), ['message', 'core', 'kernel', 'slot', 'romain']],
  ];

/** What becomes of a wrong value until the next trap. */
export const FATE_WORDS: Readonly<Record<Fate, string>> = {
  dies: msg('dies: overwritten unread'),
  stays: msg('stays where it is'),
  spreads: msg('spreads to another register'),
  stores: msg('is stored to memory'),
  argument: msg('becomes an argument of the next call'),
  trap: msg('leads to another trap'),
  crash: msg('makes the program crash'),
  hang: msg('makes the program loop for ever'),
};

/** Fates that mean something else for a target. */
export const OWN_FATE_WORDS: Partial<Record<FaultTarget, Partial<Record<Fate, string>>>> = {
  kernel: {
    spreads: msg('changes the saved registers of the replica'),
    stores: msg('makes the kernel write into foreign memory'),
    crash: msg('makes the kernel panic'),
  },
  romain: {
    spreads: msg('makes Romain compute a wrong result'),
    crash: msg('makes Romain crash'),
  },
};

export const MODE_WORDS: Readonly<Record<FaultMode, string>> = {
  drop: msg('drop'),
  delay: msg('delay'),
  corrupt: msg('corrupt'),
  stop: msg('stops for ever'),
  stick: msg('a bit sticks at 1'),
};
