import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TRAP_KINDS } from '../base/vocabulary.ts';
import { nativeTrapCost } from '../kernel/handling.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { arbitraryRunnable } from '../testing/arbitrary-runnable.ts';
import { shippedProfiles } from '../testing/profiles.ts';
import { compilePlan, profileIdsOf } from './compile.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import { PRESETS } from './presets.ts';
import type { AppSpec, PlacementSpec, Scenario } from './scenario.ts';
import { parseScenario } from './schema.ts';

const profiles = shippedProfiles();
const small: AppSpec = {
  ...DEFAULT_APP,
  workload: { kind: 'periodic', events: 2, instructions: 101, trap: 'syscall' },
};

function scenarioOf(apps: Partial<AppSpec>[], changes: Partial<Scenario> = {}): Scenario {
  return { ...defaultScenario(), ...changes, apps: apps.map((app) => ({ ...small, ...app })) };
}

function planOf(scenario: Scenario): MachinePlan {
  const plan = compilePlan(scenario, profiles);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

function problemsOf(scenario: Scenario): string[] {
  const plan = compilePlan(scenario, profiles);
  return plan.ok ? [] : plan.error.map(({ path, message }) => `${path}: ${message}`);
}

const machine = defaultScenario().machine;

it.each(PRESETS.map((preset) => [preset.id, preset.scenario] as const))(
  'compiles preset %s',
  (_, scenario) => {
    expect(problemsOf(scenario)).toEqual([]);
  },
);

it('compiles CRC32 large to the cycles that its instructions take', () => {
  const [app] = planOf(defaultScenario()).apps;
  const cycles = app?.program.cycles.reduce((a, b) => a + b, 0) ?? 0;
  // 666,283,642 instructions at 0.5 cycles each; means in loops round by less than a cycle a segment.
  expect(Math.abs(cycles - 333_141_821)).toBeLessThan(6585);
});

it('scales measured cycles where a profile has no instruction counts', () => {
  const workload = { kind: 'profile', id: 'gzip-1mb.linux' } as const;
  const at = (cycleScale: number) =>
    planOf(scenarioOf([{ workload }], { machine: { ...machine, cycleScale } })).apps[0]?.program
      .cycles[0];
  expect(at(1.5)).toBe(Math.round(at(1) * 1.5));
});

it('rounds instructions times cpi to whole cycles', () => {
  const [app] = planOf(scenarioOf([{}])).apps;
  expect([...(app?.program.cycles ?? [])]).toEqual([51, 51, 0]);
});

it('sums native time over computation and native traps', () => {
  const plan = planOf(scenarioOf([{}]));
  const call = nativeTrapCost(plan.costs, 'syscall');
  const exit = nativeTrapCost(plan.costs, 'exit');
  expect([...(plan.apps[0]?.nativeAt ?? [])]).toEqual([
    0,
    51 + call,
    102 + 2 * call,
    102 + 2 * call + exit,
  ]);
});

it('lists threads app by app, replicas first, then the handler thread of ipc and polling', () => {
  const plan = planOf(
    scenarioOf([
      { redundancy: 2, signalling: 'ipc' },
      { redundancy: 2, signalling: 'migration' },
      { redundancy: 1, signalling: 'polling' },
      { redundancy: 'native' },
    ]),
  );
  expect(plan.threads.map(({ app, replica, home }) => [app, replica, home])).toEqual([
    [0, 0, 1],
    [0, 1, 2],
    [0, -1, 0],
    [1, 0, 3],
    [1, 1, 4],
    [2, 0, 5],
    [3, 0, 6],
  ]);
  expect(plan.apps.map((app) => app.managerThread)).toEqual([2, -1, -1, -1]);
  expect(plan.apps.map((app) => app.replicaThreads)).toEqual([[0, 1], [3, 4], [5], [6]]);
  expect(plan.appsOnCore[0]).toEqual([0, 1]);
});

it.each<[PlacementSpec, number, number[]]>([
  ['same-socket', 0, [1, 2, 3, 4, 5, 7, 8]],
  ['other-socket', 0, [7, 8, 9, 10, 11, 1, 2]],
  ['spread', 0, [1, 7, 2, 8, 3, 9, 4]],
  ['same-socket', 6, [7, 8, 9, 10, 11, 1, 2]],
  ['other-socket', 6, [1, 2, 3, 4, 5, 7, 8]],
  ['spread', 6, [7, 1, 8, 2, 9, 3, 10]],
  [[11, 1, 10, 2, 9, 3, 8], 0, [11, 1, 10, 2, 9, 3, 8]],
])('places replicas by %j around Res core %d', (placement, resCore, cores) => {
  const twoRes = { ...machine, resCores: [0, 6] };
  const plan = planOf(scenarioOf([{ redundancy: 7, resCore, placement }], { machine: twoRes }));
  expect(plan.apps[0]?.cores).toEqual(cores);
});

it('serves apps that name their cores before those that take what is free', () => {
  const plan = planOf(scenarioOf([{ redundancy: 2 }, { redundancy: 2, placement: [1, 3] }]));
  expect(plan.apps.map((app) => app.cores)).toEqual([
    [2, 4],
    [1, 3],
  ]);
});

it('makes other sockets farther for interrupts, lines and slots', () => {
  const plan = planOf(scenarioOf([{}]));
  const at = (table: readonly number[], from: number, to: number) =>
    table[from * plan.coreCount + to];
  expect([0, 5, 6].map((to) => at(plan.ipiFlight, 0, to))).toEqual([0, 500, 725]);
  expect([0, 5, 6].map((to) => at(plan.lineFetch, 0, to))).toEqual([0, 75, 300]);
  expect([0, 5, 6].map((to) => at(plan.slotStore, 0, to))).toEqual([100, 100, 325]);
  expect(at(plan.ipiFlight, 6, 0)).toBe(725);
});

it('never makes a store to another socket shorter than nothing', () => {
  const costs = { preset: 'fast-ipi', overrides: { line_remote: 0, store: 10 } } as const;
  expect(planOf(scenarioOf([{}], { costs })).slotStore[6]).toBe(0);
});

it('rounds costs to whole cycles, bandwidth apart', () => {
  const overrides = { csum: 60.5, poll_period: 1.2, memcpy_bw: 2.75 };
  const { costs } = planOf(scenarioOf([{}], { costs: { preset: 'fast-ipi', overrides } }));
  expect([costs.csum, costs.poll_period, costs.memcpy_bw]).toEqual([61, 1, 2.75]);
});

it.each<[string, Scenario]>([
  ['machine.sockets', scenarioOf([{}], { machine: { ...machine, sockets: 0 } })],
  ['machine: has 72 cores', scenarioOf([{}], { machine: { ...machine, sockets: 12 } })],
  ['machine.resCores[1]', scenarioOf([{}], { machine: { ...machine, resCores: [0, 12] } })],
  ['machine.resCores[1]', scenarioOf([{}], { machine: { ...machine, resCores: [0, 0] } })],
  ['machine.clockGHz', scenarioOf([{}], { machine: { ...machine, clockGHz: 0 } })],
  ['machine.cpi', scenarioOf([{}], { machine: { ...machine, cpi: NaN } })],
  ['seed', scenarioOf([{}], { seed: -1 })],
  ['apps', scenarioOf([])],
  ['apps[0].resCore', scenarioOf([{}], { machine: { ...machine, resCores: [] } })],
  ['apps[1].resCore', scenarioOf([{}, { resCore: 3 }])],
  ['apps[0].resCore', scenarioOf([{ resCore: 12 }])],
  ['apps[0].redundancy', scenarioOf([{ redundancy: 0 }])],
  ['apps[0].redundancy', scenarioOf([{ redundancy: 8 }])],
  ['apps[0].redundancy', scenarioOf([{ redundancy: 2.5 }])],
  ['apps[0].placement', scenarioOf([{ placement: [1, 2] }])],
  ['apps[0].placement[2]: core 0 is a Res core', scenarioOf([{ placement: [1, 2, 0] }])],
  ['apps[0].placement[1]: core 1 has a replica of this', scenarioOf([{ placement: [1, 1, 2] }])],
  ['apps[0].placement[2]: there is no core 12', scenarioOf([{ placement: [1, 2, 12] }])],
  ['apps[1].placement: needs 5', scenarioOf([{ redundancy: 7 }, { redundancy: 5 }])],
  [
    'apps[0].workload.id: there is no workload profile "crc32-larg"; did you mean "crc32-large',
    scenarioOf([{ workload: { kind: 'profile', id: 'crc32-larg' } }]),
  ],
  [
    'apps[0].workload.trap',
    scenarioOf([{ workload: { kind: 'periodic', events: 2, instructions: 1, trap: 'exit' } }]),
  ],
  [
    'apps[0].workload.events',
    scenarioOf([{ workload: { kind: 'periodic', events: 3e6, instructions: 1, trap: 'irq' } }]),
  ],
  [
    'apps[0].workload.pagefaultShare',
    scenarioOf([
      { workload: { kind: 'random', events: 2, instructions: 1, pagefaultShare: 1.1, seed: 1 } },
    ]),
  ],
  [
    'apps[0].workload.segments[0].trap',
    scenarioOf([
      {
        workload: {
          kind: 'segments',
          segments: [
            { instructions: 1, trap: 'exit' },
            { instructions: 1, trap: 'ipc' },
          ],
        },
      },
    ]),
  ],
  [
    'apps[0].workload.segments: repeats make',
    scenarioOf([
      {
        workload: {
          kind: 'segments',
          segments: [{ instructions: 1, trap: 'ipc', repeat: 2_000_000 }],
        },
      },
    ]),
  ],
  [
    'apps: the run could last longer than 2^53 cycles',
    scenarioOf([{ workload: { kind: 'periodic', events: 100, instructions: 1e15, trap: 'irq' } }]),
  ],
  [
    'costs.overrides.csum',
    scenarioOf([{}], { costs: { preset: 'fast-ipi', overrides: { csum: -1 } } }),
  ],
  [
    'costs.overrides.poll_period',
    scenarioOf([{}], { costs: { preset: 'fast-ipi', overrides: { poll_period: 0 } } }),
  ],
  [
    'costs.overrides.memcpy_bw',
    scenarioOf([{}], { costs: { preset: 'fast-ipi', overrides: { memcpy_bw: 0 } } }),
  ],
])('refuses at %s', (problem, scenario) => {
  expect(problemsOf(scenario)[0]).toContain(problem);
});

it('suggests the cost parameter that was probably meant', () => {
  const overrides: Record<string, number> = { ipi_latancy: 5 };
  expect(problemsOf(scenarioOf([{}], { costs: { preset: 'fast-ipi', overrides } }))).toEqual([
    'costs.overrides.ipi_latancy: there is no cost parameter "ipi_latancy"; did you mean "ipi_latency"?',
  ]);
});

it('needs no Res core for native, single and locally handled apps', () => {
  const resCores: number[] = [];
  const apps = [
    { redundancy: 'native' as const },
    { redundancy: 1 },
    { signalling: 'local' as const },
  ];
  expect(problemsOf(scenarioOf(apps, { machine: { ...machine, resCores } }))).toEqual([]);
});

it('names each profile that is needed once', () => {
  const scenario = defaultScenario();
  const apps = [...scenario.apps, small, ...scenario.apps];
  expect(profileIdsOf({ ...scenario, apps })).toEqual(['crc32-large.l4re-4k']);
});

it('gives the replicas of an app NonRes cores of their own and the kernel whole numbers', () => {
  fc.assert(
    fc.property(arbitraryRunnable(), ({ scenario, plan }) => {
      expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario });
      for (const app of plan.apps) {
        expect(new Set(app.cores).size).toBe(app.cores.length);
        expect(app.cores.some((core) => plan.resilient[core])).toBe(false);
        expect(app.program.length).toBeLessThanOrEqual(40);
        expect([...app.program.cycles, ...app.nativeAt].every(Number.isSafeInteger)).toBe(true);
        expect(TRAP_KINDS[app.program.trap.at(-1) as number]).toBe('exit');
        app.replicaThreads.forEach((thread, replica) => {
          const home = app.cores[replica];
          expect(plan.threads[thread]).toEqual({ app: app.id, replica, home });
        });
      }
      for (const table of [plan.ipiFlight, plan.lineFetch, plan.slotStore]) {
        expect(table.length).toBe(plan.coreCount ** 2);
        expect(table.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
      }
    }),
  );
});
