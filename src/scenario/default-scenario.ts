import { asData } from '../base/language.ts';
import type { AppSpec, ProtectionSpec, Scenario } from './scenario.ts';

/** An application as it is when nothing else is said: CRC32 over 26,611,200 bytes under TMR and synchronous IPC. */
export const DEFAULT_APP: AppSpec = {
  name: 'crc32-large',
  workload: { kind: 'profile', id: 'crc32-large.l4re-4k' },
  redundancy: 3,
  signalling: 'ipc',
  resCore: 0,
  placement: 'same-socket',
};

/** What the prototype of 2012 does, without the counter that came in 2013. */
export const PROTOTYPE_PROTECTION: ProtectionSpec = {
  comparison: 'prototype',
  noMajority: 'prototype',
  splitRecovery: 'prototype',
  watchdog: null,
  memoryIsolation: false,
};

/** The scenario on the first screen, from which files and links leave out what they share with it. */
export function defaultScenario(): Scenario {
  return {
    version: 1,
    title: asData('CRC32, TMR, synchronous IPC'),
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
    costChanges: [],
    apps: [DEFAULT_APP],
    faults: [],
    faultRate: null,
    protection: PROTOTYPE_PROTECTION,
    flow: {},
  };
}
