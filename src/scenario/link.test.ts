import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts';
import { DICTIONARY_V1 } from './codec/base-v1.ts';
import { BASE_V2, DICTIONARY_V2 } from './codec/base-v2.ts';
import { ByteWriter } from './codec/bytes.ts';
import { writeScenarioV2 } from './codec/code-v2.ts';
import type { LinkVersions } from './codec/versions.ts';
import { LINK_VERSIONS, UPGRADERS } from './codec/versions.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import { decodeLink, encodeLink, sealLink } from './link.ts';
import { PRESETS } from './presets.ts';
import type { FaultSpec, Scenario, SegmentSpec } from './scenario.ts';

const scenario = defaultScenario();
const plain = encodeLink({ scenario, view: {} });

const kindOf = (link: string, versions = LINK_VERSIONS) => {
  const decoded = decodeLink(link, versions);
  return decoded.ok ? 'ok' : decoded.error.kind;
};
const DICTIONARIES = { 1: DICTIONARY_V1, 2: DICTIONARY_V2 };
const seal = (code: Uint8Array, version: 1 | 2 = 2) =>
  sealLink(version, deflateSync(code, { level: 9, dictionary: DICTIONARIES[version] }));

const sealed = (version: number, content: object) =>
  sealLink(version, deflateSync(new TextEncoder().encode(JSON.stringify(content))));

const arbitraryView = fc.record(
  {
    time: fc.maxSafeNat(),
    step: fc.maxSafeNat(),
    window: fc
      .tuple(fc.maxSafeNat(), fc.maxSafeNat())
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
    theme: fc.constantFrom('light' as const, 'dark' as const),
    screen: fc.constant('explore' as const),
  },
  { requiredKeys: [] },
);

it('gives back any valid scenario and view', () => {
  fc.assert(
    fc.property(arbitraryScenario(), arbitraryView, (given, view) => {
      const link = encodeLink({ scenario: given, view });
      expect(link).toMatch(/^w2\.[\w-]+$/);
      expect(decodeLink(link)).toEqual({ ok: true, value: { scenario: given, view, notices: [] } });
    }),
    { numRuns: 200 },
  );
});

it.each(PRESETS.map((preset) => [preset.id, preset.scenario] as const))(
  'carries preset %s',
  (_, given) => {
    const decoded = decodeLink(encodeLink({ scenario: given, view: {} }));
    expect(decoded.ok && decoded.value.scenario).toEqual(given);
  },
);

it('still opens links that were made before', () => {
  const view = { time: 1000, step: 20, window: [500, 2500] as const, theme: 'dark' as const };
  expect(decodeLink('w1.k3_BLvKF-YgwEysAoINK0g')).toEqual({
    ok: true,
    value: { scenario: { ...scenario, seed: 5 }, view, notices: [] },
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
    notices: [],
  });
});

it('says nothing of the screen when it is the lab', () => {
  expect(encodeLink({ scenario, view: { screen: 'lab' } })).toBe(plain);
});

it('leaves out exactly what the default scenario says', () => {
  expect(BASE_V2).toEqual(scenario);
});

it('opens a whole address and a fragment with its hash sign', () => {
  expect(kindOf(`https://example.org/watchmen/?theme=dark#${plain}`)).toBe('ok');
  expect(kindOf(`#${plain}\n`)).toBe('ok');
});

it('writes a fractional or negative instant as a whole one', () => {
  const decoded = decodeLink(encodeLink({ scenario, view: { time: 10.6, step: -3 } }));
  expect(decoded.ok && decoded.value.view).toEqual({ time: 11, step: 0 });
});

it('keeps presets with a few changes within 300 characters', () => {
  for (const preset of PRESETS) {
    const changed: Scenario = {
      ...preset.scenario,
      title: 'What if interrupts were slower on the other socket?',
      seed: 123_456_789,
      costs: {
        preset: 'slow-ipi',
        overrides: { ipi_latency: 1234, cold_cache: 1850.5, mutex: 75 },
      },
      apps: preset.scenario.apps.map((app) => ({ ...app, placement: 'spread' })),
    };
    const view = { time: 123_456_789, step: 123_456, window: [120_000_000, 130_000_000] } as const;
    expect(encodeLink({ scenario: changed, view }).length).toBeLessThanOrEqual(200);
  }
});

it('keeps 40 segments and 20 faults within 1,500 characters', () => {
  const link = encodeLink({ scenario: largeScenario(), view: { time: 123_456_789 } });
  expect(decodeLink(link)).toMatchObject({ ok: true });
  expect(link.length).toBeLessThanOrEqual(600);
});

function largeScenario(): Scenario {
  const segments: SegmentSpec[] = Array.from({ length: 40 }, (_, i) => ({
    instructions: (i * 48_271 * 97) % 400_000,
    trap: (['pagefault', 'syscall', 'ipc'] as const)[(i * i) % 3] ?? 'ipc',
    ...(i % 3 === 0 ? { repeat: 1 + ((i * 31) % 50) } : {}),
    ...(i % 4 === 1 ? { bytesIn: (i * 4096) % 65_536 } : {}),
  }));
  const faults: FaultSpec[] = Array.from({ length: 20 }, (_, i) => ({
    at: i % 2 === 0 ? { event: (i * 331) % 6585 } : { cycle: (i * 48_271_331) % 350_000_000 },
    app: 0,
    replica: i % 3,
    target: 'gpr',
    register: (['ax', 'bx', 'sp', 'ip'] as const)[i % 4] ?? 'ax',
    bit: (i * 7) % 32,
  }));
  return { ...withSegments(segments), faults };
}

function withSegments(segments: readonly SegmentSpec[]): Scenario {
  return { ...scenario, apps: [{ ...DEFAULT_APP, workload: { kind: 'segments', segments } }] };
}

it('notices every changed, missing and added character', () => {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.#%w';
  const link = encodeLink({ scenario: largeScenario(), view: {} });
  const unnoticed: string[] = [];
  for (const whole of [plain, link]) {
    for (let i = 0; i < whole.length; i++) {
      const [before, after] = [whole.slice(0, i), whole.slice(i + 1)];
      if (kindOf(before + after) === 'ok') unnoticed.push(`without ${i}`);
      for (const digit of digits) {
        if (digit === whole[i]) continue;
        if (kindOf(before + digit + after) === 'ok') unnoticed.push(`${digit} at ${i}`);
      }
    }
  }
  expect(unnoticed).toEqual([]);
});

it('never throws on any text', () => {
  const nearly = fc
    .tuple(fc.nat({ max: plain.length }), fc.string())
    .map(([at, text]) => plain.slice(0, at) + text + plain.slice(at));
  const prefixed = fc
    .string({ unit: fc.constantFrom(...'w2.ABCxyz09-_'.split('')) })
    .map((text) => `w2.${text}`);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), nearly, prefixed), (text) => {
      const decoded = decodeLink(text);
      expect(decoded.ok ? decoded.value.scenario : scenario).toEqual(scenario);
    }),
    { numRuns: 500 },
  );
});

it('never throws on any code with a right checksum', () => {
  const valid = new ByteWriter();
  valid.byte(0);
  writeScenarioV2(valid, largeScenario());
  const code = valid.finish();
  const mutated = fc
    .tuple(fc.nat({ max: code.length - 1 }), fc.nat({ max: 255 }))
    .map(([at, value]) => {
      const bytes = code.slice();
      bytes[at] = value;
      return bytes;
    });
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 60 }), mutated),
      fc.constantFrom(1 as const, 2 as const),
      (bytes, version) => {
        const decoded = decodeLink(seal(bytes, version));
        expect(decoded.ok || decoded.error.message !== '').toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

it('never throws on any deflated data with a right checksum', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
      const decoded = decodeLink(sealLink(2, bytes));
      expect(decoded.ok || decoded.error.message !== '').toBe(true);
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['', 'empty'],
  ['#', 'empty'],
  ['section-3', 'unknown'],
  ['w', 'unknown'],
  ['w1', 'damaged'],
  ['w1.', 'damaged'],
  ['w0.AAAAAAAAAA', 'damaged'],
  [plain.slice(0, -1), 'damaged'],
  [plain.replace('w2', 'w1'), 'damaged'],
  [plain.replace('w2', 'w3'), 'damaged'],
  [`w2.${'A'.repeat(3_000_000)}`, 'too-large'],
  [sealLink(3, new Uint8Array([1, 2, 3])), 'newer'],
  [sealLink(999, new Uint8Array([1, 2, 3])), 'newer'],
])('says of %.40j that it is %s', (link, kind) => {
  expect(kindOf(link)).toBe(kind);
});

it('takes a choice beyond its list as made by a newer version', () => {
  expect(kindOf(seal(new Uint8Array([0, 4, 99])))).toBe('newer');
});

it('refuses a link that inflates without end', () => {
  const bomb = sealLink(2, deflateSync(new Uint8Array(20_000_000), { level: 9 }));
  expect(bomb.length).toBeLessThan(50_000);
  expect(kindOf(bomb)).toBe('too-large');
});

it('says where an undamaged link holds no valid scenario', () => {
  const decoded = decodeLink(
    encodeLink({ scenario: { ...scenario, apps: [{ ...DEFAULT_APP, redundancy: 9 }] }, view: {} }),
  );
  expect(decoded).toMatchObject({
    ok: false,
    error: { kind: 'invalid', problems: [{ path: 'apps[0].redundancy' }] },
  });
});

it('keeps the scenario and says so when the view makes no sense', () => {
  const decoded = decodeLink(encodeLink({ scenario, view: { window: [20, 10] } }));
  expect(decoded).toMatchObject({ ok: true, value: { scenario, view: {} } });
  expect(decoded.ok && decoded.value.notices).toHaveLength(1);
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
