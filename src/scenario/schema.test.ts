import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts';
import { defaultScenario } from './default-scenario.ts';
import { PRESETS } from './presets.ts';
import { parseScenario } from './schema.ts';

const workload = { kind: 'profile', id: 'susan-e-large.l4re-4k' };
const problemsOf = (json: unknown) => {
  const parsed = parseScenario(json);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
};

it('takes a file that names a workload only and fills in the rest', () => {
  const base = defaultScenario();
  expect(parseScenario({ apps: [{ workload }] })).toEqual({
    ok: true,
    value: {
      ...base,
      title: '',
      apps: [{ ...base.apps[0], name: 'susan-e-large', workload }],
    },
  });
});

it('takes a fault that names target and time only, and part of the protection', () => {
  const faults = [{ at: { event: 3 }, target: 'gpr' }];
  const parsed = parseScenario({ apps: [{ workload }], faults, protection: { watchdog: 5000 } });
  expect(parsed.ok && parsed.value).toMatchObject({
    faults: [{ at: { event: 3 }, target: 'gpr', app: 0, replica: 0 }],
    protection: { ...defaultScenario().protection, watchdog: 5000 },
  });
});

it('takes the first Res core of the machine for apps that name none', () => {
  const parsed = parseScenario({ machine: { resCores: [7, 3] }, apps: [{ workload }] });
  expect(parsed.ok && parsed.value.apps[0]?.resCore).toBe(7);
});

it.each(PRESETS.map((preset) => [preset.id, preset.scenario] as const))(
  'takes preset %s as it is',
  (_, scenario) => {
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({
      ok: true,
      value: scenario,
    });
  },
);

it('takes any valid scenario as it is', () => {
  fc.assert(
    fc.property(arbitraryScenario(), (scenario) => {
      expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario });
    }),
    { numRuns: 50 },
  );
});

const valid = { apps: [{ workload }] };
it.each([
  [{ ...valid, sede: 1 }, 'sede: unknown field "sede"; did you mean "seed"?'],
  [
    { apps: [{ workload, redundency: 2 }] },
    'apps[0].redundency: unknown field "redundency"; did you mean "redundancy"?',
  ],
  [
    { ...valid, costs: { overrides: { csun: 1 } } },
    'costs.overrides.csun: unknown field "csun"; did you mean "csum"?',
  ],
  [{ ...valid, costs: { overrides: { csum: -1 } } }, 'costs.overrides.csum: must be at least 0'],
  [{ ...valid, costs: { preset: 'fast' } }, 'costs.preset: must be one of "fast-ipi"'],
  [{ ...valid, version: 2 }, 'version: must be 1; a higher number is from a newer version'],
  [{ ...valid, seed: 2 ** 32 }, 'seed: must be at most 4294967295'],
  [{ ...valid, seed: 'x' }, 'seed: must be a number, but is "x"'],
  [{ ...valid, era: 2014 }, 'era: must be one of 2012, 2013, but is 2014'],
  [{ ...valid, title: 'x'.repeat(201) }, 'title: must be at most 200 characters long'],
  [{ ...valid, machine: { cpi: Infinity } }, 'machine.cpi: must be a finite number'],
  [{}, 'apps: is missing'],
  [{ apps: {} }, 'apps: must be a list'],
  [{ apps: [] }, 'apps: must have at least one application'],
  [
    { apps: Array.from({ length: 17 }, () => ({ workload })) },
    'apps: must have at most 16 applications',
  ],
  [{ apps: [{}] }, 'apps[0].workload: is missing'],
  [
    { apps: [{ workload: { kind: 'profiles' } }] },
    'apps[0].workload.kind: must be one of "profile", "periodic"',
  ],
  [{ apps: [{ workload: { kind: 'profile' } }] }, 'apps[0].workload.id: is missing'],
  [{ apps: [{ workload, name: '' }] }, 'apps[0].name: must not be empty'],
  [{ apps: [{ workload, redundancy: 8 }] }, 'apps[0].redundancy: must be at most 7'],
  [
    { apps: [{ workload, redundancy: 'tmr' }] },
    'apps[0].redundancy: must be "native" or a whole number from 1 to 7',
  ],
  [{ apps: [{ workload, placement: 'near' }] }, 'apps[0].placement: must be "same-socket", '],
  [{ apps: [{ workload, placement: [1, 64] }] }, 'apps[0].placement[1]: must be at most 63'],
  [
    { apps: [{ workload: { kind: 'segments', segments: [] } }] },
    'apps[0].workload.segments: must not be empty',
  ],
  [
    { apps: [{ workload: { kind: 'segments', segments: [{ instructions: 1, trap: 'trap' }] } }] },
    'apps[0].workload.segments[0].trap: must be one of "pagefault", ',
  ],
  [
    { ...valid, faults: [{ at: { time: 5 }, app: 0, replica: 0, target: 'gpr' }] },
    'faults[0].at: must be { "cycle": n } or { "event": n }',
  ],
  [
    { ...valid, faults: [{ at: { cycle: 5 }, app: 0, replica: 0, target: 'gpr', register: 'r8' }] },
    'faults[0].register: must be one of "ax"',
  ],
  [
    { ...valid, faults: [{ at: { cycle: 5 }, target: 'gpr', bit: 64 }] },
    'faults[0].bit: must be at most 31',
  ],
  [
    { ...valid, faults: [{ at: { cycle: 5 }, target: 'gpr', regster: 'ax' }] },
    'faults[0].regster: unknown field "regster"; did you mean "register"?',
  ],
  [
    { ...valid, faults: [{ at: { cycle: 5 }, target: 'core', core: 99 }] },
    'faults[0].core: must be at most 63',
  ],
  [
    { apps: [{ workload: { kind: 'periodic', events: 1, instructions: 1, trap: 'watchdog' } }] },
    'apps[0].workload.trap: must be one of "pagefault", ',
  ],
  [
    { ...valid, protection: { comparision: 'full' } },
    'protection.comparision: unknown field "comparision"; did you mean "comparison"?',
  ],
  [{ ...valid, protection: { watchdog: 5 } }, 'protection.watchdog: must be at least 1000'],
  [
    { ...valid, flow: { data_dyes: 0.1 } },
    'flow.data_dyes: unknown field "data_dyes"; did you mean "data_dies"',
  ],
  [{ ...valid, flow: { data_dies: 2 } }, 'flow.data_dies: must be at most 1'],
  [
    { ...valid, faultRate: { meanCycles: 5, targets: [] } },
    'faultRate.targets: must name at least one target',
  ],
  [null, ': must be an object, but is null'],
  ['x', ': must be an object, but is "x"'],
])('refuses %j', (json, problem) => {
  expect(problemsOf(json)[0]).toContain(problem);
});

it('refuses more segments and faults than allowed', () => {
  const segments = Array.from({ length: 100_001 }, () => ({ instructions: 1, trap: 'ipc' }));
  expect(problemsOf({ apps: [{ workload: { kind: 'segments', segments } }] })).toEqual([
    'apps[0].workload.segments: must have at most 100000 segments',
  ]);
  const fault = { at: { cycle: 1 }, app: 0, replica: 0, target: 'gpr' };
  const faults = Array.from({ length: 10_001 }, () => fault);
  expect(problemsOf({ ...valid, faults })).toEqual(['faults: must have at most 10000 faults']);
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.anything(), (json) => {
      expect(parseScenario(json).ok).toBe(false);
    }),
  );
});

it('takes no field from a prototype', () => {
  expect(problemsOf(JSON.parse('{"__proto__": {"x": 1}, "apps": []}')).length).toBeGreaterThan(0);
});
