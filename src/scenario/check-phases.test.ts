import { expect, it } from 'vitest';
import type { PhaseSpec } from '../workload/phases.ts';
import { compilePlan } from './compile.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import { parseScenario } from './schema.ts';

const good: PhaseSpec = {
  events: 10,
  gap: { kind: 'uniform', least: 1, most: 5 },
  traps: [{ trap: 'syscall', weight: 1 }],
};
const scenarioOf = (phase: object, spec: object = {}) => ({
  ...defaultScenario(),
  apps: [{ ...DEFAULT_APP, workload: { kind: 'phases', phases: [phase], seed: 1, ...spec } }],
});
/** What file or link would be told, and what a run would be. */
const problemsOf = (phase: object, spec: object = {}): string[] => {
  const parsed = parseScenario(scenarioOf(phase, spec));
  if (!parsed.ok) return parsed.error.map(({ path, message }) => `${path}: ${message}`);
  const plan = compilePlan(parsed.value, new Map());
  return plan.ok ? [] : plan.error.map(({ path, message }) => `${path}: ${message}`);
};

it('takes a program as phases', () => {
  expect(problemsOf(good)).toEqual([]);
  const bursts = { every: 2, length: 3, gap: 0 };
  expect(problemsOf({ ...good, name: 'load', bursts }, { repeat: 4 })).toEqual([]);
});

it('fills in the seed alone', () => {
  const parsed = parseScenario({ apps: [{ workload: { kind: 'phases', phases: [good] } }] });
  expect(parsed.ok && parsed.value.apps[0]).toMatchObject({
    name: 'phases',
    workload: { seed: 1, phases: [good] },
  });
});

it.each<[object, object, string]>([
  [{ ...good, events: 0 }, {}, 'phases[0].events: must be at least 1'],
  [{ ...good, gap: { kind: 'normal' } }, {}, 'phases[0].gap.kind: must be one of "constant"'],
  [
    { ...good, gap: { kind: 'uniform', least: 6, most: 5 } },
    {},
    'phases[0].gap.most: must be at least "least", which is 6',
  ],
  [
    { ...good, gap: { kind: 'lognormal', mean: 5, sigma: 4 } },
    {},
    'phases[0].gap.sigma: must be at most 3',
  ],
  [
    { ...good, gap: { kind: 'bimodal', short: 1, long: 2, longShare: 1.5 } },
    {},
    'phases[0].gap.longShare: must be at most 1',
  ],
  [{ ...good, traps: [] }, {}, 'phases[0].traps: must have at least one trap'],
  [{ ...good, traps: [{ trap: 'syscall', weight: 0 }] }, {}, 'phases[0].traps: no trap ever comes'],
  [
    { ...good, traps: [{ trap: 'exit', weight: 1 }] },
    {},
    'phases[0].traps[0].trap: an exit ends the program',
  ],
  [
    { ...good, bursts: { every: 0, length: 3, gap: 0 } },
    {},
    'phases[0].bursts.every: must be at least 1',
  ],
  [{ ...good, burst: {} }, {}, 'phases[0].burst: unknown field "burst"; did you mean "bursts"?'],
  [
    { ...good, events: 1_000_000 },
    { repeat: 2 },
    'repeat: the phases make 2000000 traps; the most is 1999999',
  ],
  [good, { phases: [] }, 'phases: must have at least one phase'],
])('refuses %j %j', (phase, spec, problem) => {
  expect(problemsOf(phase, spec)[0]).toContain(`apps[0].workload.${problem}`);
});

it('refuses without the schema, too, what a running page may make', () => {
  const plan = compilePlan(
    {
      ...defaultScenario(),
      apps: [
        {
          ...DEFAULT_APP,
          workload: {
            kind: 'phases',
            seed: -1,
            repeat: 0.5,
            phases: [
              {
                events: 1.5,
                gap: { kind: 'bimodal', short: -1, long: Number.NaN, longShare: 2 },
                traps: [{ trap: 'syscall', weight: Number.NaN, bytesIn: -1, bytesOut: 0.5 }],
                bursts: { every: 0, length: 0, gap: -1 },
              },
            ],
          },
        },
      ],
    },
    new Map(),
  );
  const base = 'apps[0].workload.';
  expect(plan.ok ? [] : plan.error.map(({ path }) => path.replace(base, ''))).toEqual([
    'phases[0].events',
    'phases[0].gap.short',
    'phases[0].gap.long',
    'phases[0].gap.longShare',
    'phases[0].traps[0].weight',
    'phases[0].traps[0].bytesIn',
    'phases[0].traps[0].bytesOut',
    'phases[0].traps',
    'phases[0].bursts.every',
    'phases[0].bursts.length',
    'phases[0].bursts.gap',
    'repeat',
    'seed',
  ]);
});
