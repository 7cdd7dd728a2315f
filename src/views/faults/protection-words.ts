import type { ProtectionSpec } from '../../scenario/scenario.ts';

/** One way in which Romain compares or reacts: what it does where it acts, and whose idea it is. */
export interface ProtectionOption {
  readonly value: string;
  readonly name: string;
  readonly does: string;
  readonly source: '2012 source' | '2013 source' | 'what-if';
}

export interface ProtectionChoice {
  readonly field: keyof ProtectionSpec;
  readonly title: string;
  readonly options: readonly ProtectionOption[];
}

/** The fidelity switches of the model with their words; the first option is the prototype's. */
export const PROTECTION_CHOICES: readonly ProtectionChoice[] = [
  {
    field: 'comparison',
    title: 'Comparison',
    options: [
      {
        value: 'prototype',
        name: 'prototype',
        does: 'Romain compares the sum of ip sp ax bx cx dx bp: blind to si, di, flags, trap, UTCB and memory, and to changes that cancel.',
        source: '2012 source',
      },
      {
        value: 'full',
        name: 'full',
        does: 'Romain compares all registers one by one, the trap and the UTCB; memory is still left out.',
        source: 'what-if',
      },
    ],
  },
  {
    field: 'noMajority',
    title: 'All three differ',
    options: [
      {
        value: 'prototype',
        name: 'prototype',
        does: 'Romain copies R1 to R2, lets R0 go on as it is, and raises no alarm.',
        source: '2012 source',
      },
      {
        value: 'strict',
        name: 'strict',
        does: 'Romain stops the application.',
        source: 'what-if',
      },
    ],
  },
  {
    field: 'splitRecovery',
    title: 'Mismatch under IPC and polling',
    options: [
      {
        value: 'prototype',
        name: 'prototype',
        does: 'Romain enters the kernel debugger, which halts the whole machine: these builds never recovered.',
        source: '2012 source',
      },
      {
        value: 'what-if',
        name: 'recover',
        does: 'Romain recovers on its Res core as it does under migration.',
        source: 'what-if',
      },
    ],
  },
  {
    field: 'watchdog',
    title: 'Watchdog',
    options: [
      {
        value: 'off',
        name: 'off',
        does: 'A replica that loops raises no trap; its group waits for ever.',
        source: '2012 source',
      },
      {
        value: 'on',
        name: 'on',
        does: 'An instruction counter traps every so many instructions, so that a replica that loops is compared too.',
        source: '2013 source',
      },
    ],
  },
  {
    field: 'memoryIsolation',
    title: 'Memory isolation',
    options: [
      {
        value: 'off',
        name: 'off',
        does: 'A faulty NonRes core may write into the memory, slot or UTCB of another replica.',
        source: '2012 source',
      },
      {
        value: 'on',
        name: 'on',
        does: 'The hardware refuses such a write, and the core stops.',
        source: 'what-if',
      },
    ],
  },
];
