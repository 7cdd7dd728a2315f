import { deflateSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ProgramTrapKind } from '../base/vocabulary.ts';

import type { LinkVersions } from './codec/versions.ts';
import { LINK_VERSIONS, UPGRADERS } from './codec/versions.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import { decodeLink, sealLink } from './link.ts';
import { PRESETS } from './presets.ts';

const scenario = defaultScenario();

const sealed = (version: number, content: object) =>
  sealLink(version, deflateSync(new TextEncoder().encode(JSON.stringify(content))));

const traps = (trap: ProgramTrapKind) => [{ trap, weight: 1 }];

it('still opens links that were made before', () => {
  const view = { time: 1000, step: 20, window: [500, 2500] as const, theme: 'dark' as const };
  expect(decodeLink('w1.k3_BLvKF-YgwEysAoINK0g')).toEqual({
    ok: true,
    value: { scenario: { ...scenario, seed: 5 }, view, notes: [], notices: [] },
  });
  const driver =
    'w1.Y586673VgSPs7Wu9z03tZ1TUJDrumJnZIAoYX7Av6GVjYeeFehdiAYMoChdmH4MyVBnUHTBlaM5iBAC_4f3z';
  const decoded = decodeLink(driver);
  expect(decoded.ok && decoded.value.scenario).toEqual(
    PRESETS.find((preset) => preset.id === 'driver-beside-apps')?.scenario,
  );
});

it('still opens links of version 1 with faults, machine and costs of their own', () => {
  const decoded = decodeLink(
    'w1.Y6hkrBBknsnIwsjELFXVys3EqMTMySHIyMEoyMHIyLB-ruC9Vq7ed0x7ukVef-aZdYf15E-xHw_5GXVUGxQaFjDWM7OwsjFbuHAzMjGcZno8v0mcnVGwQQEAXRWSVQ',
  );
  expect(decoded.ok && decoded.value.scenario).toEqual({
    ...scenario,
    title: 'x',
    machine: { ...scenario.machine, sockets: 3, cpi: 0.75 },
    costs: { preset: 'slow-ipi', overrides: { csum: 61, mutex: 70.5 } },
    apps: [
      {
        ...DEFAULT_APP,
        placement: [4, 5, 6],
        workload: {
          kind: 'segments',
          segments: [
            { instructions: 0, trap: 'pagefault', repeat: 1 },
            { instructions: 282_287, trap: 'syscall', bytesIn: 4096 },
            { instructions: 164_574, trap: 'syscall' },
            { instructions: 46_861, trap: 'pagefault', repeat: 44 },
            { instructions: 329_148, trap: 'syscall' },
            { instructions: 211_435, trap: 'syscall', bytesIn: 20_480 },
            { instructions: 93_722, trap: 'pagefault', repeat: 37 },
            { instructions: 376_009, trap: 'syscall' },
            { instructions: 258_296, trap: 'syscall' },
          ],
        },
      },
    ],
    faults: [
      { at: { event: 331 }, app: 0, replica: 1, target: 'gpr', register: 'bx', bit: 17 },
      { at: { cycle: 48_271_331 }, app: 0, replica: 2, target: 'mem', address: 4096 },
      { at: { event: 7 }, app: 0, replica: 0, target: 'rat' },
    ],
  });
});

it('still opens links of version 2 with all that faults brought', () => {
  expect(decodeLink('w2.Y2AAANWVpOI')).toMatchObject({ ok: true, value: { scenario, view: {} } });
  const decoded = decodeLink(
    'w2.U2R_wM7o0MDC9uEAY5vMVKYpjNM1pBiZGIDgBOPj-U3i7BycnIyCDQr1LIzMHerMjA0X1nzm6334WpyJiYFDnpGR8UCLLVC9diELEwDBFhYp',
  );
  expect(decoded.ok && decoded.value).toEqual({
    scenario: {
      ...scenario,
      apps: [{ ...DEFAULT_APP, writableKiB: 512 }],
      faults: [
        {
          at: { event: 200 },
          app: 0,
          replica: 1,
          target: 'gpr',
          register: 'bx',
          bit: 17,
          fate: 'stays',
          seed: 4_000_000_000,
        },
        {
          at: { cycle: 48_271_331 },
          app: 0,
          replica: 2,
          target: 'message',
          message: 'NOTIFY',
          mode: 'delay',
          delay: 5000,
        },
        { at: { event: 7 }, app: 0, replica: 0, target: 'utcb', word: 127 },
        { at: { event: 8 }, app: 0, replica: 0, target: 'mem', address: 4096 },
        { at: { event: 9 }, app: 0, replica: 0, target: 'core', core: 3, mode: 'stop' },
        { at: { event: 9 }, app: 0, replica: 0, target: 'romain' },
      ],
      faultRate: { meanCycles: 2_500_000.5, targets: ['gpr', 'kernel'] },
      protection: {
        comparison: 'full',
        noMajority: 'strict',
        splitRecovery: 'what-if',
        watchdog: 1_000_000,
        memoryIsolation: true,
      },
      flow: { data_dies: 0.55, wild_unmapped: 1 },
    },
    view: { time: 7, screen: 'explore' },
    notes: [],
    notices: [],
  });
});
it('still opens links of version 3 with notes, a comparison and costs that change', () => {
  const decoded = decodeLink(
    'w3.O8jNzsjAtIaJuYGDsUOdkfkiJxMTews7MzMjg3B4YlFpLjALF5WklgCLInuFvRuYD-1hZmBk6lTnDgclV3ABVNzBKTCTkYXxwLSNTIwMDADCs_I9',
  );
  expect(decoded).toEqual({
    ok: true,
    value: {
      scenario: { ...scenario, costChanges: [{ at: { cycle: 5000 }, overrides: { csum: 61.5 } }] },
      view: {
        time: 7,
        axis: 'event',
        closeGaps: false,
        selection: { kind: 'wait', app: 0, replica: 2, event: 300 },
      },
      notes: [
        { time: 7, step: 3, text: 'Warum wartet R2? 🙂', bookmark: 1 },
        { time: 900, step: 3, text: '', bookmark: null },
      ],
      compare: {
        scenario: {
          ...scenario,
          faultRate: { meanCycles: 2.5e6, targets: ['gpr'] },
          machine: { ...scenario.machine, cpi: 0.75 },
        },
        name: 'With faults',
        at: 5000,
        layout: 'ghost',
        align: 'work',
      },
      notices: [],
    },
  });
});
it('still opens links of version 3 with a program as phases', () => {
  const decoded = decodeLink(
    'w3.Y2BQYGRmS8sEhTCLLxMrM0tOfmLKGiamB7FMDEKcikwNCswcF_gZbJgbtkr8ZWRhFGFiZGBkYGVkYmJgYmT9wszIDGSwABmmLIyMTABLAPuJ',
  );
  expect(decoded.ok && decoded.value.scenario.apps[0]).toEqual({
    ...DEFAULT_APP,
    name: 'filter',
    workload: {
      kind: 'phases',
      seed: 77,
      repeat: 2,
      phases: [
        {
          name: 'load',
          events: 300,
          gap: { kind: 'exponential', mean: 12_000 },
          traps: [
            { trap: 'pagefault', weight: 9 },
            { trap: 'syscall', weight: 1.5, bytesIn: 4096 },
          ],
          bursts: { every: 3, length: 8, gap: 2000 },
        },
        {
          events: 60,
          gap: { kind: 'lognormal', mean: 400_000, sigma: 1.25 },
          traps: [{ trap: 'irq', weight: 1, bytesOut: 1 }],
        },
        { events: 1, gap: { kind: 'constant', instructions: 5 }, traps: traps('ipc') },
        { events: 2, gap: { kind: 'uniform', least: 5, most: 500 }, traps: traps('exception') },
        {
          events: 2,
          gap: { kind: 'bimodal', short: 5, long: 500, longShare: 0.25 },
          traps: traps('syscall'),
        },
      ],
    },
  });
});
it('still opens links of version 3 with a driver', () => {
  const decoded = decodeLink('w3.Y2BQYGRmBuYO1jVMB46wM3ayMTEwMjZcWPOZDwC6k1Sr');
  expect(decoded.ok && decoded.value.scenario.apps[0]).toEqual({
    ...DEFAULT_APP,
    name: 'nic',
    workload: {
      kind: 'driver',
      interrupts: 300,
      every: 123_456,
      arrival: 'random',
      instructions: 777,
      reads: 2,
      writes: 0,
      input: 'counter',
      access: 'proxied',
      seed: 4_000_000_000,
    },
  });
});
it('has a reader for every version and an upgrader for every old one', () => {
  const versions = Array.from({ length: LINK_VERSIONS.current }, (_, i) => String(i + 1));
  expect(Object.keys(LINK_VERSIONS.readers)).toEqual(versions);
  expect(Object.keys(UPGRADERS)).toEqual(versions.slice(0, -1));
  expect(LINK_VERSIONS.upgraders).toBe(UPGRADERS);
});

it('upgrades links of older versions step by step', () => {
  // As if version 3 were current: 1 had no era, 2 called the seed a start value.
  const old = {
    read: (code: Uint8Array) => ({
      scenario: JSON.parse(new TextDecoder().decode(code)) as unknown,
      view: {},
    }),
  };
  const dictionary = new Uint8Array();
  const versions: LinkVersions = {
    current: 3,
    readers: { 1: { dictionary, ...old }, 2: { dictionary, ...old }, 3: { dictionary, ...old } },
    upgraders: {
      1: ({ scenario: s, view }) => ({ view, scenario: { ...(s as object), era: 2012 } }),
      2: ({ scenario: s, view }) => {
        const { start, ...rest } = s as { start: number };
        return { view, scenario: { ...rest, seed: start } };
      },
    },
  };
  const { seed, era, ...rest } = scenario;
  const links = [
    sealed(1, { ...rest, start: seed }),
    sealed(2, { ...rest, start: seed, era }),
    sealed(3, scenario),
  ];
  for (const link of links) {
    expect(decodeLink(link, versions)).toMatchObject({ ok: true, value: { scenario } });
  }
});
