import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../base/result.ts';
import { valuesOfAxis } from './axis-values.ts';
import { createSweep } from './job.ts';
import { parseSweep } from './parse-spec.ts';
import type { SweepSpec } from './spec.ts';
import { ipiSweep, shortScenario, valueOfResult } from '../../testing/sweep-runs.ts';

const scenario = shortScenario();
const find = (name: string) => (name === 'short' ? ok(scenario) : err(`there is no "${name}"`));

function parsed(json: object): SweepSpec {
  return valueOfResult(parseSweep(json, find));
}

function problemsOf(json: unknown): string[] {
  const spec = parseSweep(json, find);
  return spec.ok ? [] : spec.error.map(({ path, message }) => `${path}: ${message}`);
}

describe('reading a sweep', () => {
  it('fills in what is left out', () => {
    expect(parsed({ scenario: 'short', axes: [{ parameter: 'skew_sigma' }] })).toEqual({
      scenario,
      axes: [{ parameter: 'skew_sigma', scale: 'linear', from: 100, to: 1500, steps: 17 }],
      methods: ['migration', 'ipc', 'polling'],
      redundancies: [3],
      scope: 'all',
      seeds: [scenario.seed],
    });
    const axes = [{ parameter: 'gap' }, { parameter: 'placement' }];
    expect(parsed({ scenario: 'short', axes }).axes).toEqual([
      { parameter: 'gap', scale: 'log', from: 1000, to: 1_000_000, steps: 17 },
      { parameter: 'placement', scale: 'list', values: ['same-socket', 'other-socket', 'spread'] },
    ]);
  });

  it('has so many seeds from that of the scenario on', () => {
    const spec = parsed({ scenario: 'short', axes: [{ parameter: 'ipi' }], seeds: 3 });
    expect(spec.seeds).toEqual([0, 1, 2].map((i) => scenario.seed + i));
  });

  it('gives a whole sweep back as it is', () => {
    const spec = ipiSweep({ redundancies: [1, 2], scope: 'first', seeds: [3, 4] });
    expect(parsed(JSON.parse(JSON.stringify(spec)) as object)).toEqual(spec);
  });

  it('puts a shipped workload in the place of the first', () => {
    const axes = [{ parameter: 'ipi' }];
    const [app] = parsed({ scenario: 'short', workload: 'crc32-small.l4re-4k', axes }).scenario
      .apps;
    expect(app).toMatchObject({ name: 'crc32-small', workload: { id: 'crc32-small.l4re-4k' } });
  });

  const axis = { parameter: 'ipi' };
  const short = { scenario: 'short', axes: [axis] };
  it.each<readonly [unknown, RegExp]>([
    [[], /^: must be an object/],
    [{ axes: [axis] }, /^scenario: is missing/],
    [{ ...short, scenario: 'shrt' }, /^scenario: there is no "shrt"/],
    [{ ...short, scenario: { apps: [{}] } }, /^scenario\.apps\[0\]\.workload: is missing/],
    [{ ...short, axis: 1 }, /^axis: there is no such field; did you mean "axes"/],
    [{ ...short, axes: axis }, /^axes: must be a list/],
    [{ ...short, axes: [] }, /^axes: must be one or two, but are 0/],
    [{ ...short, axes: [axis, axis] }, /^axes\[1\]\.parameter: "ipi" is on the other axis/],
    [{ ...short, axes: [axis, { parameter: 'ipi_latency' }] }, /set the same cost/],
    [{ ...short, axes: [{ parameter: 'ipi_latncy' }] }, /^axes\[0\]\.parameter: .*"ipi_latency"/],
    [{ ...short, axes: [{ parameter: 'ipi', step: 3 }] }, /^axes\[0\]\.step: .*"steps"/],
    [{ ...short, axes: [{ ...axis, scale: 'logarithmic' }] }, /^axes\[0\]\.scale: must be one of/],
    [
      { ...short, axes: [{ ...axis, scale: 'log', from: 0 }] },
      /^axes\[0\]\.from: must be above 0 on a logarithmic axis, but is 0; the scale "linear" takes it$/,
    ],
    [{ ...short, axes: [{ ...axis, from: 9, to: 9 }] }, /^axes\[0\]\.to: must be above "from"/],
    [
      { ...short, axes: [{ ...axis, from: 9000, to: 8000 }] },
      /^axes\[0\]\.to: must be above "from", which is 9\u202f000$/mu,
    ],
    [
      { ...short, axes: [{ ...axis, from: -1, to: -2 }] },
      /^axes\[0\]\.from: must be a whole number from 0 to [\d\u202f]+\naxes\[0\]\.to: must be a whole number from 0/u,
    ],
    [
      { ...short, axes: [{ ...axis, from: '9' }] },
      /^axes\[0\]\.from: must be a number, but is "9"/,
    ],
    [
      { ...short, axes: [{ ...axis, from: -1 }] },
      /^axes\[0\]\.from: must be a whole number from 0/,
    ],
    [{ ...short, axes: [{ ...axis, steps: 1 }] }, /^axes\[0\]\.steps: must be .* from 2 to 256/],
    [{ ...short, axes: [{ ...axis, values: [] }] }, /^axes\[0\]\.values: must have 1 to 256/],
    [
      { ...short, axes: [{ ...axis, values: [1, 1] }] },
      /^axes\[0\]\.values\[1\]: 1 is listed twice/,
    ],
    [{ ...short, axes: [{ ...axis, values: [1], from: 1 }] }, /^axes\[0\]\.from: has no meaning/],
    [{ ...short, axes: [{ parameter: 'era', values: ['2014'] }] }, /must be one of "2012", "2013"/],
    [{ ...short, axes: [{ parameter: 'watchdog', values: ['on'] }] }, /a number or "off"/],
    [{ ...short, axes: [{ parameter: 'era', scale: 'log' }] }, /^axes\[0\]\.scale: must be "list"/],
    [{ ...short, methods: ['icp'] }, /^methods\[0\]: .*did you mean "ipc"/],
    [{ ...short, methods: [] }, /^methods: must not be empty/],
    [{ ...short, methods: ['ipc', 'ipc'] }, /^methods: lists ipc twice/],
    [{ ...short, redundancies: [8] }, /^redundancies\[0\]: must be "native" or/],
    [{ ...short, redundancies: ['two'] }, /^redundancies\[0\]: must be "native" or/],
    [
      { ...short, redundancies: [2, 3], axes: [{ parameter: 'replicas' }] },
      /^redundancies: must be one/,
    ],
    [{ ...short, seeds: 0 }, /^seeds: must be a number of seeds from 1/],
    [{ ...short, seeds: [-1] }, /^seeds\[0\]: must be a whole number/],
    [{ ...short, scope: 'some' }, /^scope: must be "all" or "first"/],
    [
      {
        ...short,
        axes: [
          { ...axis, steps: 256 },
          { parameter: 'cpi', steps: 256 },
        ],
        seeds: 6,
      },
      /make 1\u202f179\u202f648 runs; the most is 1\u202f000\u202f000/u,
    ],
  ])('refuses %j', (json, message) => {
    expect(problemsOf(json).join('\n')).toMatch(message);
  });

  it('never throws, and says what is wrong', () => {
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constant('short'),
      fc.array(fc.record({ parameter: fc.constant('ipi'), from: fc.jsonValue() })),
    );
    const fields = fc.constantFrom('scenario', 'axes', 'methods', 'redundancies', 'seeds');
    const bent = fc.oneof(fc.jsonValue(), fc.dictionary(fields, values));
    fc.assert(
      fc.property(bent, (json) => {
        const spec = parseSweep(json, find);
        expect(spec.ok || spec.error.length > 0).toBe(true);
      }),
    );
  });
});

describe('values of an axis', () => {
  it('are whole where the parameter is, each once, with both ends', () => {
    expect(
      valuesOfAxis({ parameter: 'replicas', scale: 'linear', from: 1, to: 4, steps: 9 }),
    ).toEqual([1, 2, 3, 4]);
    expect(valuesOfAxis({ parameter: 'ipi', scale: 'log', from: 1, to: 1000, steps: 4 })).toEqual([
      1, 10, 100, 1000,
    ]);
    expect(
      valuesOfAxis({ parameter: 'cpi', scale: 'linear', from: 0.1, to: 0.2, steps: 3 }),
    ).toEqual([0.1, 0.15, 0.2]);
  });
});

describe('a sweep that cannot be made', () => {
  it('says at which point and why', () => {
    const spec = {
      ...ipiSweep(),
      axes: [
        { parameter: 'copies', scale: 'list', values: [16] },
        { parameter: 'replicas', scale: 'list', values: [7] },
      ],
    } as const;
    const sweep = createSweep(spec, new Map());
    expect(sweep.ok ? [] : sweep.error).toEqual([
      {
        path: 'axes',
        message: 'needs 113 cores where most is asked for; a machine has at most 64',
      },
    ]);
    const profile = { kind: 'profile', id: 'none' } as const;
    const lacking = createSweep(
      { ...ipiSweep(), scenario: shortScenario({ workload: profile }) },
      new Map(),
    );
    expect(lacking.ok ? [] : lacking.error).toMatchObject([
      {
        path: 'apps[0].workload.id',
        message: expect.stringMatching(/at ipi = 250, redundancy 3, local/) as string,
      },
    ]);
  });

  it('refuses a parameter that the workload does not have', () => {
    const axes = [{ parameter: 'gap' as const, scale: 'list' as const, values: [5] }];
    const spec = {
      ...ipiSweep({}, axes),
      scenario: shortScenario({
        workload: { kind: 'segments', segments: [{ instructions: 5, trap: 'syscall' }] },
      }),
    };
    const sweep = createSweep(spec, new Map());
    expect(sweep.ok ? '' : sweep.error[0].message).toMatch(/needs a periodic or random workload/);
  });
});
