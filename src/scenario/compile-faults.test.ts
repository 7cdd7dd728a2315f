import { expect, it } from 'vitest';
import { FATES, FAULT_MODES, FAULT_TARGETS, REGISTERS, TRAP_KINDS } from '../base/vocabulary.ts';
import { MESSAGE_KINDS } from '../kernel/events.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { planOf } from '../testing/plans.ts';
import { shippedProfiles } from '../testing/profiles.ts';
import { faultPlanOf } from './compile-faults.ts';
import { DEFAULT_APP, defaultScenario, PROTOTYPE_PROTECTION } from './default-scenario.ts';
import { MAX_DRAWN_FAULTS } from './fault-rules.ts';
import type { AppSpec, FaultSpec, Scenario } from './scenario.ts';

const base = defaultScenario();
const profiles = shippedProfiles();
const TMR: AppSpec = {
  ...DEFAULT_APP,
  workload: { kind: 'periodic', events: 3, instructions: 10_000, trap: 'syscall' },
};
const FLIP: FaultSpec = { at: { cycle: 9 }, app: 0, replica: 1, target: 'gpr' };

function plan(changes: Partial<Scenario> = {}): MachinePlan {
  return planOf({ ...base, apps: [TMR, { ...TMR, redundancy: 2 }], ...changes }, profiles);
}

it('orders faults as the kernel meets them, equal ones as listed', () => {
  const at = [{ cycle: 7 }, { event: 2 }, { cycle: 3 }, { event: 1 }, { cycle: 7 }] as const;
  const places = [0, 0, 1, 1, 0];
  const faults = at.map((when, i) => ({
    ...FLIP,
    at: when,
    app: places[i],
    replica: 1 - places[i],
  }));
  const { atCycle, atEvent } = plan({ faults }).faults;
  expect(atCycle.map(({ index, cycle, event }) => [index, cycle, event])).toEqual([
    [2, 3, -1],
    [0, 7, -1],
    [4, 7, -1],
  ]);
  expect(atEvent.map(({ index, app, replica, event }) => [index, app, replica, event])).toEqual([
    [1, 0, 1, 2],
    [3, 1, 0, 1],
  ]);
});

it('hands on what a fault says', () => {
  const context = plan();
  const flip = faultPlanOf({ ...FLIP, register: 'bp', bit: 17, fate: 'hang' }, 0, context);
  expect([REGISTERS[flip.register], flip.bit, FATES[flip.fate]]).toEqual(['bp', 17, 'hang']);
  const lost = { ...FLIP, target: 'message', message: 'NOTIFY', mode: 'delay', delay: 77 } as const;
  const message = faultPlanOf(lost, 0, context);
  expect(MESSAGE_KINDS[message.message]).toBe('NOTIFY');
  expect([FAULT_MODES[message.mode], message.delay]).toEqual(['delay', 77]);
  expect(faultPlanOf({ ...FLIP, target: 'utcb', word: 5 }, 0, context).address).toBe(5);
  expect(faultPlanOf({ ...FLIP, target: 'mem', address: 512 }, 0, context).address).toBe(512);
});

const hitOn = (target: 'core' | 'kernel', core?: number): number[] => {
  const named = core === undefined ? {} : { core };
  const fault = faultPlanOf({ ...FLIP, target, ...named }, 0, plan());
  return [fault.app, fault.replica, fault.core];
};

it('hits the replica that lives on the core named, else the core of the replica named', () => {
  expect(hitOn('kernel', 4)).toEqual([1, 0, 4]);
  expect(hitOn('core', 5)).toEqual([1, 1, 5]);
  expect(hitOn('core', 0)).toEqual([0, 1, 0]);
  expect(hitOn('core', 11)).toEqual([0, 1, 11]);
  expect(hitOn('core')).toEqual([0, 1, 2]);
});

it('draws what a fault leaves open within bounds, differently by seed and index', () => {
  const context = plan();
  const seeds = Array.from({ length: 300 }, (_, seed) => seed);
  const drawn = seeds.map((seed) => faultPlanOf({ ...FLIP, target: 'message', seed }, 0, context));
  const ranges: [(typeof drawn)[number][keyof (typeof drawn)[number]][], number][] = [
    [drawn.map((fault) => fault.register), REGISTERS.length],
    [drawn.map((fault) => fault.bit), 32],
    [drawn.map((fault) => MESSAGE_KINDS[fault.message] as unknown as number), 4],
    [drawn.map((fault) => FAULT_MODES[fault.mode] as unknown as number), 3],
    [drawn.map((fault) => fault.salt), 300],
  ];
  for (const [values, size] of ranges) expect(new Set(values).size).toBe(size);
  expect(drawn.every(({ address }) => address >= 0 && address < 65_536)).toBe(true);
  expect(drawn.every(({ fate, core }) => fate === -1 && core === 2)).toBe(true);
  expect(faultPlanOf(FLIP, 1, context).salt).not.toBe(faultPlanOf(FLIP, 0, context).salt);
});

it('leaves the other draws alone when one field is given', () => {
  const context = plan();
  const open = faultPlanOf(FLIP, 3, context);
  const fixed = faultPlanOf({ ...FLIP, register: 'flags' }, 3, context);
  expect({ ...fixed, register: open.register }).toEqual(open);
});

it('delays a message for which only a delay is given', () => {
  const faults = Array.from({ length: 20 }, (_, seed) =>
    faultPlanOf({ ...FLIP, target: 'message', delay: 5, seed }, 0, plan()),
  );
  expect(faults.every(({ mode }) => FAULT_MODES[mode] === 'delay')).toBe(true);
});

it('lets a core stick for which only a bit is given', () => {
  const faults = Array.from({ length: 20 }, (_, seed) =>
    faultPlanOf({ ...FLIP, target: 'core', bit: 5, seed }, 0, plan()),
  );
  expect(faults.every(({ mode }) => FAULT_MODES[mode] === 'stick')).toBe(true);
});

it('draws faults by rate, exponentially in time and evenly over all replicas', () => {
  const faultRate = { meanCycles: 1000, targets: ['gpr', 'mem'] as const };
  const { atCycle } = plan({ faultRate }).faults;
  expect(atCycle).toHaveLength(MAX_DRAWN_FAULTS);
  expect(atCycle.every(({ cycle }, i) => i === 0 || cycle > atCycle[i - 1].cycle)).toBe(true);
  expect((atCycle.at(-1)?.cycle ?? 0) / MAX_DRAWN_FAULTS / 1000).toBeCloseTo(1, 0);
  const counts = new Map<string, number>();
  for (const { app, replica, target } of atCycle) {
    const key = `${app}.${replica} ${FAULT_TARGETS[target]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect(counts.size).toBe(10);
  expect(Math.min(...counts.values())).toBeGreaterThan(60);
});

it('numbers drawn faults after listed ones and hits only apps that can have them', () => {
  const faultRate = { meanCycles: 1e4, targets: ['romain'] as const };
  const apps = [TMR, { ...TMR, redundancy: 'native' as const }];
  const { atCycle } = plan({ apps, faultRate, faults: [FLIP] }).faults;
  expect(atCycle.slice(0, 3).map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(atCycle.every(({ app }) => app === 0)).toBe(true);
});

it('stops drawing where cycles leave the range of exact integers', () => {
  const faultRate = { meanCycles: 1e15, targets: ['gpr'] as const };
  const { atCycle } = plan({ faultRate }).faults;
  expect(atCycle.length).toBeLessThan(30);
  expect(atCycle.every(({ cycle }) => Number.isSafeInteger(cycle))).toBe(true);
});

it('passes protection and flow on, defaults filled in', () => {
  const protection = {
    ...PROTOTYPE_PROTECTION,
    comparison: 'full',
    noMajority: 'strict',
    watchdog: 4001,
  } as const;
  const { faults } = plan({ protection, flow: { data_dies: 0.25 } });
  expect(faults.protection).toEqual({
    comparison: 'full',
    strictMajority: true,
    splitRecovers: false,
    watchdogCycles: 2001,
    memoryIsolation: false,
  });
  expect([faults.flow.data_dies, faults.flow.ip_crash]).toEqual([0.25, 0.6]);
});

it('cuts segments that last longer than the watchdog lets them, of apps under Romain', () => {
  const apps = [TMR, { ...TMR, redundancy: 'native' as const }];
  const protection = { ...PROTOTYPE_PROTECTION, watchdog: 4000 };
  const [watched, native] = plan({ apps, protection }).apps;
  const rows = (app: typeof watched) =>
    [...app.program.cycles].map((cycles, i) => [cycles, TRAP_KINDS[app.program.trap[i]]]);
  expect(rows(watched).slice(0, 4)).toEqual([
    [2000, 'watchdog'],
    [2000, 'watchdog'],
    [1000, 'syscall'],
    [2000, 'watchdog'],
  ]);
  expect(watched.program.names[watched.program.name[0]]).toBe('watchdog');
  expect(rows(native)).toEqual(rows(plan({ apps }).apps[0]));
  expect(watched.nativeAt.at(-1)).toBe(native.nativeAt.at(-1));
});

it('leaves a segment whole that lasts exactly as long as the watchdog lets it', () => {
  const protection = { ...PROTOTYPE_PROTECTION, watchdog: 10_000 };
  expect(plan({ protection }).apps[0].program).toEqual(plan().apps[0].program);
});

it.each([
  ['crc32-small.l4re-4k', 13 * 4096],
  ['crc32-small.l4re-64k', 3 * 65_536],
  ['susan-c-large.l4re-4m', 7 * 4_194_304],
])('counts the writable memory that %s touches', (id, bytes) => {
  const [app] = plan({ apps: [{ ...TMR, workload: { kind: 'profile', id } }] }).apps;
  expect(app.writableBytes).toBe(bytes);
});

it('takes the writable memory that an app states, and 64 KiB for generated workloads', () => {
  const { apps } = plan({ apps: [TMR, { ...TMR, writableKiB: 1024 }] });
  expect(apps.map((app) => app.writableBytes)).toEqual([65_536, 1_048_576]);
});
