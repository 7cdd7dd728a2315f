import type { Fate, FaultMode, FaultTarget } from '../../base/vocabulary.ts';

/** What each target is, in one line; the names are those of the prototype's injector and of the model. */
export const TARGET_WORDS: Readonly<Record<FaultTarget, string>> = {
  gpr: 'one bit of a general-purpose register flips',
  instr: 'one bit of an instruction that runs once flips',
  alu: 'an arithmetic result is wrong in any bits',
  rat: 'register renaming hands out the value of another register',
  mem: 'one bit of writable private memory flips',
  utcb: 'one bit of the message buffer shared with the kernel flips',
  message: 'a message between a replica and Romain is lost, late or wrong',
  core: 'a core stops for ever, or one bit of a register sticks at 1',
  kernel: 'one bit of kernel state on a NonRes core flips',
  slot: 'the pointer in a slot that Romain reads is wrong',
  romain: 'one bit of Romain itself flips, on its Res core',
};

/** Targets inside a replica, then those around it. */
export const TARGET_GROUPS: readonly (readonly [name: string, targets: readonly FaultTarget[]])[] =
  [
    ['In a replica', ['gpr', 'instr', 'alu', 'rat', 'mem', 'utcb']],
    ['Around it', ['message', 'core', 'kernel', 'slot', 'romain']],
  ];

/** What becomes of a wrong value until the next trap. */
export const FATE_WORDS: Readonly<Record<Fate, string>> = {
  dies: 'dies: overwritten unread',
  stays: 'stays where it is',
  spreads: 'spreads to another register',
  stores: 'is stored to memory',
  argument: 'becomes an argument of the next call',
  trap: 'leads to another trap',
  crash: 'makes the program crash',
  hang: 'makes the program loop for ever',
};

/** Fates that mean something else for a target. */
export const OWN_FATE_WORDS: Partial<Record<FaultTarget, Partial<Record<Fate, string>>>> = {
  kernel: {
    spreads: 'changes the saved registers of the replica',
    stores: 'makes the kernel write into foreign memory',
    crash: 'makes the kernel panic',
  },
  romain: { spreads: 'makes Romain compute a wrong result', crash: 'makes Romain crash' },
};

export const MODE_WORDS: Readonly<Record<FaultMode, string>> = {
  drop: 'drop',
  delay: 'delay',
  corrupt: 'corrupt',
  stop: 'stops for ever',
  stick: 'a bit sticks at 1',
};
