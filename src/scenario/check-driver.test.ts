import { expect, it } from 'vitest';
import { DEFAULT_DRIVER } from '../workload/driver-spec.ts';
import { compilePlan } from './compile.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import { DRIVER_PRESETS } from './driver-presets.ts';
import type { Scenario } from './scenario.ts';
import { parseScenario } from './schema.ts';

const planOf = (scenario: Scenario) => {
  const plan = compilePlan(scenario, new Map());
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value.apps[0];
};
const scenarioOf = (driver: object) => ({
  ...defaultScenario(),
  apps: [{ ...DEFAULT_APP, workload: { kind: 'driver', ...DEFAULT_DRIVER, ...driver } }],
});

const traps = (scenario: Scenario) => planOf(scenario).program.length;

it('fills in what a driver leaves out', () => {
  const parsed = parseScenario({ apps: [{ workload: { kind: 'driver', interrupts: 200 } }] });
  expect(parsed.ok && parsed.value.apps[0]).toMatchObject({
    name: 'driver',
    workload: { kind: 'driver', ...DEFAULT_DRIVER },
  });
});

it.each([
  [{ interrupts: 0 }, 'interrupts: must be at least 1'],
  [{ every: 0 }, 'every: must be at least 1'],
  [{ reads: 65 }, 'reads: must be at most 64'],
  [{ input: 'queue' }, 'input: must be one of "fifo", "counter"'],
  [{ acces: 'naive' }, 'acces: unknown field "acces"; did you mean "access"?'],
])('refuses %j in a file', (driver, problem) => {
  const parsed = parseScenario(scenarioOf(driver));
  const problems = parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
  expect(problems[0]).toContain(`apps[0].workload.${problem}`);
});

it('refuses what a running page may make', () => {
  const bad = { interrupts: 0.5, every: -1, instructions: Number.NaN, reads: 65, writes: -1 };
  const plan = compilePlan(scenarioOf({ ...bad, seed: -1 }) as Scenario, new Map());
  const fields = plan.ok ? [] : plan.error.map(({ path }) => path.replace('apps[0].workload.', ''));
  expect(fields).toEqual(['interrupts', 'every', 'instructions', 'reads', 'writes', 'seed']);
  const many = compilePlan(scenarioOf({ interrupts: 1_000_000 }) as Scenario, new Map());
  expect(many.ok ? '' : many.error[0].message).toContain('makes 3000001 traps with its accesses');
});

it('cannot change the price of an access during a run, as native runs pay it, too', () => {
  const costChanges = [{ at: { cycle: 5 }, overrides: { mmio: 5 } }];
  const plan = compilePlan({ ...(scenarioOf({}) as Scenario), costChanges }, new Map());
  expect(plan.ok ? '' : plan.error[0].message).toContain('belongs to the native run');
});

it('traps for every access only where Romain proxies', () => {
  const driver = { interrupts: 10, reads: 2, writes: 3 };
  const scenario = (access: string) => scenarioOf({ ...driver, access }) as Scenario;
  expect(traps(scenario('proxied'))).toBe(10 * 6 + 1);
  expect(traps(scenario('naive'))).toBe(10 + 1);
  const [app] = scenario('proxied').apps;
  const native = { ...scenario('proxied'), apps: [{ ...app, redundancy: 'native' as const }] };
  expect(traps(native)).toBe(11);
});

it('waits for the same interrupts where the instruction counter cuts the program up', () => {
  const scenario = scenarioOf({ interrupts: 5, instructions: 50_000 }) as Scenario;
  const watched = { ...scenario, protection: { ...scenario.protection, watchdog: 10_000 } };
  const [plain, cut] = [planOf(scenario), planOf(watched)];
  expect(cut.program.length).toBeGreaterThan(plain.program.length);
  const waits = ({ device }: typeof cut) => [...(device?.waitsFor ?? [])].filter((i) => i !== -1);
  expect(waits(cut)).toEqual([0, 1, 2, 3, 4]);
  expect(cut.device?.arrivals).toEqual(plain.device?.arrivals);
});

it('has a pair of presets that differ in the access alone', () => {
  const [naive, proxied] = DRIVER_PRESETS.map(({ scenario }) => scenario);
  const [a, b] = [naive.apps[0], proxied.apps[0]];
  expect(a.workload).toEqual({ ...b.workload, access: 'naive' });
  expect({ ...naive, title: '', apps: [{ ...a, workload: b.workload }] }).toEqual({
    ...proxied,
    title: '',
  });
});
