import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryComparison, arbitraryNotes, arbitraryView } from '../testing/arbitrary-link.ts';
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts';
import { DICTIONARY_V1 } from './codec/base-v1.ts';
import { DICTIONARY_V2 } from './codec/base-v2.ts';
import { BASE_V3, DICTIONARY_V3 } from './codec/base-v3.ts';
import { writeCurrent } from './codec/content-v3.ts';
import { LINK_VERSIONS } from './codec/versions.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import { decodeLink, encodeLink, sealLink } from './link.ts';
import { PRESETS } from './presets.ts';
import type { Note } from './note.ts';
import type { FaultSpec, Scenario, SegmentSpec } from './scenario.ts';

const scenario = defaultScenario();
const plain = encodeLink({ scenario, view: {} });

const kindOf = (link: string, versions = LINK_VERSIONS) => {
  const decoded = decodeLink(link, versions);
  return decoded.ok ? 'ok' : decoded.error.kind;
};
const DICTIONARIES = { 1: DICTIONARY_V1, 2: DICTIONARY_V2, 3: DICTIONARY_V3 };
const seal = (code: Uint8Array, version: 1 | 2 | 3 = 3) =>
  sealLink(version, deflateSync(code, { level: 9, dictionary: DICTIONARIES[version] }));

it('gives back any valid scenario, view, notes and comparison', () => {
  fc.assert(
    fc.property(
      arbitraryScenario(),
      arbitraryView,
      arbitraryNotes,
      fc.option(fc.tuple(arbitraryComparison, arbitraryScenario())),
      (given, view, notes, compared) => {
        const compare = compared && { ...compared[0], scenario: compared[1] };
        const content = { scenario: given, view, notes, ...(compare && { compare }) };
        const link = encodeLink(content);
        expect(link).toMatch(/^w3\.[\w-]+$/);
        expect(decodeLink(link)).toEqual({ ok: true, value: { ...content, notices: [] } });
      },
    ),
    { numRuns: 200 },
  );
});

it('gives back a scenario beside one that it nearly equals', () => {
  fc.assert(
    fc.property(arbitraryScenario(), arbitraryScenario(), arbitraryComparison, (a, b, rest) => {
      const parts = Object.entries(b).filter((_, i) => (a.seed >> i) & 1);
      const compare = { ...rest, scenario: { ...a, ...(Object.fromEntries(parts) as object) } };
      const decoded = decodeLink(encodeLink({ scenario: a, view: {}, compare }));
      expect(decoded.ok && decoded.value.compare).toEqual(compare);
    }),
  );
});

it.each(PRESETS.map((preset) => [preset.id, preset.scenario] as const))(
  'carries preset %s',
  (_, given) => {
    const decoded = decodeLink(encodeLink({ scenario: given, view: {} }));
    expect(decoded.ok && decoded.value.scenario).toEqual(given);
  },
);
it('says nothing of the screen when it is the lab', () => {
  expect(encodeLink({ scenario, view: { screen: 'lab' } })).toBe(plain);
});

it('leaves out exactly what the default scenario says', () => {
  expect(BASE_V3).toEqual(scenario);
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

/** Ten notes as a person would write them. */
const NOTES: readonly Note[] = Array.from({ length: 10 }, (_, i) => ({
  time: 12_345_678 * (i + 1),
  step: 34_567 * (i + 1),
  text:
    [
      'Here R2 waits for the manager, which is busy with R1.',
      'Why is R0 the leader? Predict before you step on.',
      'Der Res-Kern prüft: alle drei gleich, also weiter.',
      'First mismatch: bx of R1 differs in bit 17.',
      'Recovery copies 64 KiB from the leader.',
    ][i % 5] ?? '',
  bookmark: i < 9 ? i + 1 : null,
}));

it('keeps a usual scenario with ten notes, a selection and a comparison within 1,500 characters', () => {
  const [first] = scenario.apps;
  const usual: Scenario = {
    ...scenario,
    title: 'What if interrupts became slower half way?',
    seed: 123_456_789,
    costChanges: [{ at: { cycle: 123_456_789 }, overrides: { ipi_latency: 9000 } }],
    faults: [{ at: { event: 331 }, app: 0, replica: 1, target: 'gpr', register: 'bx', bit: 17 }],
  };
  const content = {
    scenario: usual,
    view: {
      time: 123_456_789,
      step: 123_456,
      window: [120_000_000, 130_000_000] as const,
      axis: 'event' as const,
      closeGaps: true,
      selection: { kind: 'span' as const, core: 3, start: 123_400_000 },
    },
    notes: NOTES,
    compare: {
      scenario: { ...usual, apps: [{ ...(first ?? DEFAULT_APP), redundancy: 2 }] },
      name: 'DMR instead',
      at: null,
      layout: 'side' as const,
      align: 'event' as const,
    },
  };
  const link = encodeLink(content);
  expect(decodeLink(link)).toEqual({ ok: true, value: { ...content, notices: [] } });
  expect(link.length).toBeLessThanOrEqual(700);
});

it.each([
  [[{ ...NOTES[0], text: 'x'.repeat(281) }], 'notes[0].text must be at most 280 characters long'],
  [[NOTES[0], { ...NOTES[1], bookmark: 1 }], 'each bookmark number to one note only'],
  [[{ ...NOTES[0], bookmark: 10 }], 'notes[0].bookmark must be at most 9'],
  [Array.from({ length: 65 }, () => NOTES[9]), 'must be at most 64 notes'],
])('leaves out notes beyond the limits and says why', (notes, why) => {
  const decoded = decodeLink(encodeLink({ scenario, view: {}, notes }));
  expect(decoded).toMatchObject({ ok: true, value: { scenario, notes: [] } });
  const [notice] = decoded.ok ? decoded.value.notices : [];
  expect(notice).toContain(why);
});

it('leaves out a compared scenario that is not valid and says why', () => {
  const compare = { name: '', at: null, layout: 'side', align: 'time' } as const;
  const apps = [{ ...DEFAULT_APP, redundancy: 9 }];
  const decoded = decodeLink(
    encodeLink({ scenario, view: {}, compare: { ...compare, scenario: { ...scenario, apps } } }),
  );
  expect(decoded).toMatchObject({ ok: true, value: { scenario } });
  expect(decoded.ok && decoded.value.compare).toBeUndefined();
  expect(decoded.ok && decoded.value.notices).toEqual([
    expect.stringContaining(
      'compares with is left out, because it is not valid: apps[0].redundancy',
    ),
  ]);
});

it('notices every changed, missing and added character', () => {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.#%w';
  const link = encodeLink({ scenario: largeScenario(), view: {}, notes: NOTES });
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
    .string({ unit: fc.constantFrom(...'w3.ABCxyz09-_'.split('')) })
    .map((text) => `w3.${text}`);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), nearly, prefixed), (text) => {
      const decoded = decodeLink(text);
      expect(decoded.ok ? decoded.value.scenario : scenario).toEqual(scenario);
    }),
    { numRuns: 500 },
  );
});

it('never throws on any code with a right checksum', () => {
  const code = writeCurrent({
    scenario: largeScenario(),
    view: { selection: { kind: 'wait', app: 0, replica: 1, event: 3 } },
    notes: NOTES,
    compare: { scenario, name: 'other', at: 5, layout: 'ghost', align: 'work' },
  });
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
      fc.constantFrom(1 as const, 2 as const, 3 as const),
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
      const decoded = decodeLink(sealLink(3, bytes));
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
  [plain.replace('w3', 'w1'), 'damaged'],
  [plain.replace('w3', 'w4'), 'damaged'],
  [`w3.${'A'.repeat(3_000_000)}`, 'too-large'],
  [sealLink(4, new Uint8Array([1, 2, 3])), 'newer'],
  [sealLink(999, new Uint8Array([1, 2, 3])), 'newer'],
])('says of %.40j that it is %s', (link, kind) => {
  expect(kindOf(link)).toBe(kind);
});

it('takes a choice beyond its list as made by a newer version', () => {
  expect(kindOf(seal(new Uint8Array([0, 4, 99]), 2))).toBe('newer');
  // The era; the kind of selection; a bit of the view; a part of the content.
  expect(kindOf(seal(new Uint8Array([0, 0, 4, 99])))).toBe('newer');
  expect(kindOf(seal(new Uint8Array([128, 8, 9, 0, 0])))).toBe('newer');
  expect(kindOf(seal(new Uint8Array([128, 32, 0, 0])))).toBe('newer');
  expect(kindOf(seal(new Uint8Array([0, 4, 0])))).toBe('newer');
});

it('refuses a link that inflates without end', () => {
  const bomb = sealLink(3, deflateSync(new Uint8Array(20_000_000), { level: 9 }));
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
