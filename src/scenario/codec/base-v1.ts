import { strToU8 } from 'fflate';
import type { AppSpec, Scenario } from '../scenario.ts';

/** What a scenario was at the time of version 1. */
type ScenarioV1 = Omit<Scenario, 'costChanges' | 'faultRate' | 'protection' | 'flow'>;

const BASE_APP: AppSpec = {
  name: 'crc32-large',
  workload: { kind: 'profile', id: 'crc32-large.l4re-4k' },
  redundancy: 3,
  signalling: 'ipc',
  resCore: 0,
  placement: 'same-socket',
};

/** What links of version 1 leave out: the default scenario of that time, kept for ever. */
export const BASE_V1: ScenarioV1 & {
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
};

/** Texts that scenarios are likely to hold; the deflate dictionary of version 1, kept for ever. Likeliest last. */
export const DICTIONARY_V1 = strToU8(
  'hello-static.linuxpython-hello.linuxsqlite-72-inserts.linuxls-lR.linuxgzip-1mb.linux' +
    'periodicrandomsegmentsdriverReplicated driver beside two applications' +
    'Two applications queue for one Res coreAlternative 1: Alternative 2: Alternative 3: ' +
    '-small.linux-small.l4re-ipc256-small.l4re-4m-small.l4re-64k-small.l4re-4k' +
    '-large.linux-large.l4re-ipc256-large.l4re-4m-large.l4re-64k' +
    'susan-ssusan-csusan edges, native, one replica, local handling, migration' +
    ', shared-memory polling, DMR, TMR, synchronous IPCCRC32, ' +
    'crc32-large.l4re-4ksusan-e-large.l4re-4k',
);
