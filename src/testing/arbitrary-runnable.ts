import fc from 'fast-check';
import { ERAS } from '../base/vocabulary.ts';
import type { CostName } from '../kernel/costs.ts';
import { COST_NAMES, COST_PARAMETERS, COST_PRESET_IDS } from '../kernel/costs.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { LEAST_SLICE, NATIVE_COSTS } from '../scenario/check.ts';
import { compilePlan } from '../scenario/compile.ts';
import { PROTOTYPE_PROTECTION } from '../scenario/default-scenario.ts';
import type { MachineSpec, Scenario } from '../scenario/scenario.ts';
import { arbitraryApps } from './arbitrary-apps.ts';
import { overridesOf, uint32 } from './arbitrary-parts.ts';

/** A scenario that the kernel can run, with its plan. */
export interface Runnable {
  readonly scenario: Scenario;
  readonly plan: MachinePlan;
}

/**
 * Small scenarios that can run, compiled: 4 to 16 cores, one to three Res cores, one to three apps
 * of at most 40 events, every method, native and 1 to 7 replicas, costs at, inside and far below
 * their range. Native time is never 0.
 */
export function arbitraryRunnable(): fc.Arbitrary<Runnable> {
  return arbitraryMachine().chain((machine) =>
    fc
      .record({
        seed: uint32,
        era: fc.constantFrom(...ERAS),
        machine: fc.constant(machine),
        costs: fc.record({
          preset: fc.constantFrom(...COST_PRESET_IDS),
          overrides: overridesOf(runnableCost),
        }),
        costChanges: runnableChanges(),
        apps: arbitraryApps(machine),
      })
      .map((parts) => runnable({ ...FAULTLESS, ...parts })),
  );
}

/** Mostly none: a few changes of a few costs, early in the run. */
function runnableChanges(): fc.Arbitrary<Scenario['costChanges']> {
  const names = COST_NAMES.filter((name) => !NATIVE_COSTS.has(name));
  const few = fc.record(Object.fromEntries(names.map((name) => [name, runnableCost(name)])), {
    requiredKeys: [],
  });
  const changes = fc.uniqueArray(
    fc.record({ at: fc.record({ cycle: fc.integer({ min: 1, max: 400_000 }) }), overrides: few }),
    { maxLength: 3, selector: ({ at }) => at.cycle },
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: changes.map((all) => all.toSorted((a, b) => a.at.cycle - b.at.cycle)),
    },
  );
}

const FAULTLESS = {
  version: 1,
  title: '',
  faults: [],
  faultRate: null,
  protection: PROTOTYPE_PROTECTION,
  flow: {},
} as const;

function runnable(scenario: Scenario): Runnable {
  const plan = compilePlan(scenario, new Map());
  if (!plan.ok) throw new Error(`not runnable: ${JSON.stringify(plan.error)}`);
  return { scenario, plan: plan.value };
}

function arbitraryMachine(): fc.Arbitrary<MachineSpec> {
  const shapes = [1, 2, 3, 4].flatMap((sockets) =>
    [1, 2, 3, 4, 6, 8, 12, 16].map((coresPerSocket) => ({ sockets, coresPerSocket })),
  );
  const fitting = shapes.filter(({ sockets, coresPerSocket }) => {
    const cores = sockets * coresPerSocket;
    return cores >= 4 && cores <= 16;
  });
  return fc.constantFrom(...fitting).chain((shape) =>
    fc.record({
      sockets: fc.constant(shape.sockets),
      coresPerSocket: fc.constant(shape.coresPerSocket),
      resCores: fc.uniqueArray(fc.nat({ max: shape.sockets * shape.coresPerSocket - 1 }), {
        minLength: 1,
        maxLength: 3,
      }),
      clockGHz: fc.constantFrom(1, 2.6, 3.4),
      cpi: fc.constantFrom(0.5, 1, 0.01),
      cycleScale: fc.constant(1.5),
    }),
  );
}

function runnableCost(name: CostName): fc.Arbitrary<number> {
  const [low, high] = COST_PARAMETERS[name].range;
  // Polling, copying and the native run, by which overheads are divided, take time.
  const some = ['poll_period', 'memcpy_bw', 'native_pf', 'native_sys'].includes(name) ? 1 : 0;
  const least = name === 'time_slice' ? LEAST_SLICE : some;
  return fc.oneof(
    fc.integer({ min: low, max: high }),
    fc.constantFrom(least, least + 1),
    fc.integer({ min: least, max: high * 3 }),
  );
}
