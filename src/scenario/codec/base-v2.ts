import { strToU8 } from 'fflate';
import type { AppSpec, ProtectionSpec, Scenario } from '../scenario.ts';

const BASE_APP: AppSpec = {
  name: 'crc32-large',
  workload: { kind: 'profile', id: 'crc32-large.l4re-4k' },
  redundancy: 3,
  signalling: 'ipc',
  resCore: 0,
  placement: 'same-socket',
};

/** The protection of that time, which is also what runs of version 1 had. */
export const PROTECTION_V2: ProtectionSpec = {
  comparison: 'prototype',
  noMajority: 'prototype',
  splitRecovery: 'prototype',
  watchdog: null,
  memoryIsolation: false,
};

/** What links of version 2 leave out: the default scenario of that time, kept for ever. */
export const BASE_V2: Omit<Scenario, 'costChanges'> & {
  readonly apps: readonly [AppSpec, ...AppSpec[]];
} = {
  version: 1,
  title: 'CRC32, TMR, synchronous IPC',
  seed: 0x7f3a19c2,
  era: 2012,
  machine: {
    sockets: 2,
    coresPerSocket: 6,
    resCores: [0],
    clockGHz: 2.6,
    cpi: 0.5,
    cycleScale: 1.5,
  },
  costs: { preset: 'fast-ipi', overrides: {} },
  apps: [BASE_APP],
  faults: [],
  faultRate: null,
  protection: PROTECTION_V2,
  flow: {},
};

/** Texts that scenarios are likely to hold; the deflate dictionary of version 2, kept for ever. Likeliest last. */
export const DICTIONARY_V2 = strToU8(
  'A replica that loops keeps the others waiting for ever' +
    'Two flips that cancel in the sum: the leader hands its wrong state to all' +
    'A flip in kernel entry code on a NonRes core: panic, stopped by memory isolation' +
    'A flip in memory A flip in Romain itself, had the Res core not prevented it' +
    'All three differ: The same flip under full comparison, with what-if recovery' +
    'A flip in bx, outvoted 2:1 and corrected' +
    'hello-static.linuxpython-hello.linuxsqlite-72-inserts.linuxls-lR.linuxgzip-1mb.linux' +
    'periodicrandomsegmentsdriverReplicated driver beside two applications' +
    'Two applications queue for one Res coreAlternative 1: Alternative 2: Alternative 3: ' +
    '-small.linux-small.l4re-ipc256-small.l4re-4m-small.l4re-64k-small.l4re-4k' +
    '-large.linux-large.l4re-ipc256-large.l4re-4m-large.l4re-64k' +
    'susan-ssusan-csusan edges, native, one replica, local handling, migration' +
    ', shared-memory polling, DMR, TMR, synchronous IPCCRC32, ' +
    'crc32-large.l4re-4ksusan-e-large.l4re-4kcrc32-smallcrc32-small.l4re-4k',
);
