import { msg } from '../../base/language.ts';
import type { ProtectionSpec } from '../../scenario/scenario.ts';

/** One way in which Romain compares or reacts: what it does where it acts, and whose idea it is; messages but for `value`. */
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
    title: msg('Comparison'),
    options: [
      {
        value: 'prototype',
        name: msg('prototype'),
        does: msg(
          'Romain compares the sum of ip sp ax bx cx dx bp: blind to si, di, flags, trap, UTCB and memory, and to changes that cancel.',
        ),
        source: msg('2012 source'),
      },
      {
        value: 'full',
        name: msg('full'),
        does: msg(
          'Romain compares all registers one by one, the trap and the UTCB; memory is still left out.',
        ),
        source: msg('what-if'),
      },
    ],
  },
  {
    field: 'noMajority',
    title: msg('All three differ'),
    options: [
      {
        value: 'prototype',
        name: msg('prototype'),
        does: msg('Romain copies R1 to R2, lets R0 go on as it is, and raises no alarm.'),
        source: msg('2012 source'),
      },
      {
        value: 'strict',
        name: msg('strict'),
        does: msg('Romain stops the application.'),
        source: msg('what-if'),
      },
    ],
  },
  {
    field: 'splitRecovery',
    title: msg('Mismatch under IPC and polling'),
    options: [
      {
        value: 'prototype',
        name: msg('prototype'),
        does: msg(
          'Romain enters the kernel debugger, which halts the whole machine: these builds never recovered.',
        ),
        source: msg('2012 source'),
      },
      {
        value: 'what-if',
        name: msg('recover'),
        does: msg('Romain recovers on its Res core as it does under migration.'),
        source: msg('what-if'),
      },
    ],
  },
  {
    field: 'watchdog',
    title: msg('Watchdog'),
    options: [
      {
        value: 'off',
        name: msg('off'),
        does: msg('A replica that loops raises no trap; its group waits for ever.'),
        source: msg('2012 source'),
      },
      {
        value: 'on',
        name: msg('on'),
        does: msg(
          'An instruction counter traps every so many instructions, so that a replica that loops is compared too.',
        ),
        source: msg('2013 source'),
      },
    ],
  },
  {
    field: 'memoryIsolation',
    title: msg('Memory isolation'),
    options: [
      {
        value: 'off',
        name: msg('off'),
        does: msg(
          'A faulty NonRes core may write into the memory, slot or UTCB of another replica.',
        ),
        source: msg('2012 source'),
      },
      {
        value: 'on',
        name: msg('on'),
        does: msg('The hardware refuses such a write, and the core stops.'),
        source: msg('what-if'),
      },
    ],
  },
];
