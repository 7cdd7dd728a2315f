import { expect, it } from 'vitest';
import type { FaultTarget } from '../base/vocabulary.ts';
import { FAULT_TARGETS } from '../base/vocabulary.ts';
import { flowNamesOf } from '../kernel/faults/flow-parameters.ts';
import { checkFaults } from './check-faults.ts';
import { compilePlan } from './compile.ts';
import { DEFAULT_APP, defaultScenario, PROTOTYPE_PROTECTION } from './default-scenario.ts';
import { appliesTo, TARGET_FIELDS } from './fault-rules.ts';
import type { AppSpec, FaultSpec, Scenario } from './scenario.ts';

const base = defaultScenario();
const TMR: AppSpec = {
  ...DEFAULT_APP,
  workload: { kind: 'periodic', events: 5, instructions: 20_000, trap: 'syscall' },
};
const APPS: readonly AppSpec[] = [
  TMR,
  { ...TMR, redundancy: 'native' },
  { ...TMR, redundancy: 1 },
  { ...TMR, redundancy: 2, signalling: 'migration' },
];
const FLIP: FaultSpec = { at: { event: 1 }, app: 0, replica: 0, target: 'gpr' };

function problemsOf(changes: Partial<Scenario>): string[] {
  const plan = compilePlan({ ...base, apps: APPS, ...changes }, new Map());
  return plan.ok ? [] : plan.error.map(({ path, message }) => `${path}: ${message}`);
}

it.each<[Partial<FaultSpec>, string]>([
  [{ core: 99, target: 'core' }, 'faults[0].core: there is no core 99; the cores are 0 to 11'],
  [{ app: 4 }, 'faults[0].app: there is no app 4; the apps are 0 to 3'],
  [{ replica: 3 }, 'faults[0].replica: app 0 has no replica 3; the replicas are 0 to 2'],
  [{ app: 1, replica: 1 }, 'faults[0].replica: app 1 has no replica 1; the replicas are 0 to 0'],
  [{ app: 2, replica: 1 }, 'faults[0].replica: app 2 has no replica 1'],
  [{ at: { event: 6 } }, 'faults[0].at.event: there is no event 6; those of app 0 are 0 to 5'],
  [{ at: { event: -1 } }, 'faults[0].at.event: must be a whole number'],
  [{ at: { cycle: 0.5 } }, 'faults[0].at.cycle: must be a whole number'],
  [{ bit: 64 }, 'faults[0].bit: there is no bit 64; the bits are 0 to 31'],
  [{ target: 'utcb', word: 128 }, 'faults[0].word: there is no word 128'],
  [
    { target: 'mem', address: 65_536 },
    'faults[0].address: is beyond the 65536 bytes of writable memory',
  ],
  [{ seed: -1 }, 'faults[0].seed: must be a whole number'],
  [
    { address: 4 },
    'faults[0].address: a fault of target "gpr" takes register, bit, fate, not this',
  ],
  [{ target: 'mem', register: 'ax' }, 'faults[0].register: a fault of target "mem" takes address'],
  [{ target: 'romain', bit: 3 }, 'faults[0].bit: a fault of target "romain" takes fate, not this'],
  [
    { target: 'slot', app: 0, bit: 3 },
    'faults[0].bit: a fault of target "slot" takes nothing else',
  ],
  [
    { target: 'kernel', fate: 'hang' },
    'faults[0].fate: must be one of dies, spreads, stores, crash',
  ],
  [{ target: 'slot', app: 3 }, 'faults[0].target: app 3 signals by migration, which has no slots'],
  [{ target: 'slot', app: 2 }, 'faults[0].target: app 2 has one replica'],
  [{ target: 'romain', app: 1 }, 'faults[0].target: app 1 runs without Romain'],
  [
    { target: 'kernel', core: 11 },
    'faults[0].core: no replica lives on core 11; they live on 1, 2, 3, 4, 5, 6, 7',
  ],
  [
    { target: 'message', message: 'POST' },
    'faults[0].message: app 0 signals by ipc and never sends POST, only CALL',
  ],
  [{ target: 'message', mode: 'stop' }, 'faults[0].mode: must be one of drop, delay, corrupt'],
  [
    { target: 'core', mode: 'drop' },
    'faults[0].mode: must be one of stop, stick for target "core"',
  ],
  [{ target: 'message', mode: 'delay', delay: 0 }, 'faults[0].delay: must be a whole number of cy'],
  [
    { target: 'message', mode: 'drop', delay: 9 },
    'faults[0].delay: only a message that is delayed',
  ],
  [{ target: 'core', mode: 'stop', register: 'ax' }, 'faults[0].register: is of a bit that sticks'],
  [
    { target: 'gprs' as FaultTarget },
    'faults[0].target: there is no target "gprs"; did you mean "gpr"?',
  ],
])('refuses fault %j', (changes, problem) => {
  expect(problemsOf({ faults: [{ ...FLIP, ...changes }] })[0]).toContain(problem);
});

it('counts events in the app whose replica lives on the core that is hit', () => {
  const longer: AppSpec = {
    ...TMR,
    workload: { ...TMR.workload, events: 9 } as AppSpec['workload'],
  };
  const fault: FaultSpec = { ...FLIP, at: { event: 8 }, target: 'kernel' };
  const apps = [TMR, longer];
  expect(problemsOf({ apps, faults: [{ ...fault, core: 4 }] })).toEqual([]);
  expect(problemsOf({ apps, faults: [{ ...fault, core: 3 }] })[0]).toContain('faults[0].at.event');
});

it('takes every target with all of its fields left open', () => {
  for (const target of FAULT_TARGETS) {
    expect(problemsOf({ faults: [{ ...FLIP, target }] })).toEqual([]);
  }
});

it('names fields for every target and knows which apps it suits', () => {
  expect(Object.keys(TARGET_FIELDS)).toEqual([...FAULT_TARGETS]);
  const suited = FAULT_TARGETS.map((target) => [
    target,
    APPS.flatMap((app, i) => (appliesTo(target, app) ? [i] : [])),
  ]);
  expect(suited.filter(([, apps]) => (apps as number[]).length < 4)).toEqual([
    ['message', [0, 3]],
    ['slot', [0]],
    ['romain', [0, 2, 3]],
  ]);
});

const protection = PROTOTYPE_PROTECTION;
it.each<[Partial<Scenario>, string]>([
  [{ protection: { ...protection, watchdog: 999 } }, 'protection.watchdog: must be a whole number'],
  [
    { protection: { ...protection, watchdog: 5000 }, machine: { ...base.machine, cpi: 0 } },
    'protection.watchdog: counts instructions, which take no time while machine.cpi is 0',
  ],
  [
    {
      protection: { ...protection, watchdog: 1000 },
      apps: [{ ...TMR, workload: { kind: 'periodic', events: 9, instructions: 1e9, trap: 'irq' } }],
    },
    'protection.watchdog: cuts app "crc32-large" into 9000001 segments; the most is 2000000',
  ],
  [{ flow: { data_dies: 1.5 } }, 'flow.data_dies: must be from 0 to 1'],
  [
    { flow: { data_crash: 0.5 } },
    'flow.data_crash: the fates of class "data" (data_dies, data_spreads, data_stores, data_argument, data_trap, data_crash, data_hang) sum to 1.355; the most is 1',
  ],
  [
    { flow: { data_dyes: 0.5 } as Scenario['flow'] },
    'flow.data_dyes: there is no flow probability "data_dyes"; did you mean "data_dies"',
  ],
  [{ faultRate: { meanCycles: 0, targets: ['gpr'] } }, 'faultRate.meanCycles: must be from 1'],
  [{ faultRate: { meanCycles: 5, targets: [] } }, 'faultRate.targets: must name at least one'],
  [
    { faultRate: { meanCycles: 5, targets: ['gpr', 'slot'] }, apps: [APPS[3]] },
    'faultRate.targets[1]: no app of this scenario can have a fault of target "slot"',
  ],
  [{ apps: [{ ...TMR, writableKiB: 3 }] }, 'apps[0].writableKiB: must be a whole number from 4'],
])('refuses %j', (changes, problem) => {
  expect(problemsOf(changes)[0]).toContain(problem);
});

it('lets the fates of a class sum to 1', () => {
  const names = flowNamesOf('data');
  const tenth = Object.fromEntries(names.map((name) => [name, 0.1]));
  expect(problemsOf({ flow: { ...tenth, data_dies: 0.4 } })).toEqual([]);
});

it('lists twenty problems of thousands of faults', () => {
  const faults = Array.from({ length: 5000 }, () => ({ ...FLIP, bit: 40 }));
  expect(checkFaults({ ...base, faults })).toHaveLength(20);
});
