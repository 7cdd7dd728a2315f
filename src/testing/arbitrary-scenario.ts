import fc from 'fast-check';
import type { ProgramTrapKind } from '../base/vocabulary.ts';
import {
  COMPARISONS,
  ERAS,
  FATES,
  FAULT_MODES,
  FAULT_TARGETS,
  PROGRAM_TRAP_KINDS,
  REGISTERS,
  SIGNALLING_METHODS,
} from '../base/vocabulary.ts';
import type { CostName } from '../kernel/costs.ts';
import { COST_NAMES, COST_PARAMETERS, COST_PRESET_IDS } from '../kernel/costs.ts';
import { MESSAGE_KINDS } from '../kernel/events.ts';
import type { Flow } from '../kernel/faults/flow-parameters.ts';
import { FLOW_NAMES } from '../kernel/faults/flow-parameters.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { LEAST_SLICE, NATIVE_COSTS } from '../scenario/check.ts';
import { compilePlan } from '../scenario/compile.ts';
import type {
  AppSpec,
  CostChange,
  FaultRate,
  FaultSpec,
  MachineSpec,
  PlacementSpec,
  ProtectionSpec,
  Scenario,
  SegmentSpec,
  WorkloadSpec,
} from '../scenario/scenario.ts';
import { PROTOTYPE_PROTECTION } from '../scenario/default-scenario.ts';
import { MIN_WATCHDOG, NO_MAJORITY_RULES, SPLIT_RECOVERIES } from '../scenario/schema-faults.ts';
import { PLACEMENT_RULES } from '../scenario/schema.ts';
import { driverWorkload } from './arbitrary-driver.ts';
import { phasesWorkload } from './arbitrary-phases.ts';

/** A scenario that the kernel can run, with its plan. */
export interface Runnable {
  readonly scenario: Scenario;
  readonly plan: MachinePlan;
}

const uint32 = fc.nat({ max: 0xffffffff });
const positive = (max: number) => fc.double({ min: 0.001, max, noNaN: true });
const anyText = (maxLength: number, minLength = 0) =>
  fc.oneof(
    fc.string({ unit: 'grapheme-ascii', minLength, maxLength }),
    fc.string({
      unit: fc.nat({ max: 0xffff }).map((u) => String.fromCharCode(u)),
      minLength,
      maxLength,
    }),
  );

/** Optional fields are absent or present, never `undefined`. */
function withOptional<T extends object, O extends object>(
  required: { [K in keyof T]: fc.Arbitrary<T[K]> },
  optional: { [K in keyof O]: fc.Arbitrary<O[K]> },
): fc.Arbitrary<T & Partial<O>> {
  return fc
    .tuple(
      fc.record(required) as unknown as fc.Arbitrary<T>,
      fc.record(optional, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<O>>,
    )
    .map(([a, b]) => ({ ...a, ...b }));
}

const amount = fc.oneof(
  fc.nat({ max: 300 }),
  fc.nat({ max: 2_000_000 }),
  fc.maxSafeNat().map((n) => n % 1e15),
);

const anySegment: fc.Arbitrary<SegmentSpec> = withOptional(
  { instructions: amount, trap: fc.constantFrom(...PROGRAM_TRAP_KINDS) },
  { repeat: fc.integer({ min: 1, max: 2_000_000 }), bytesIn: amount, bytesOut: amount },
);

const anyWorkload: fc.Arbitrary<WorkloadSpec> = fc.oneof(
  fc.record({ kind: fc.constant('profile' as const), id: anyText(60, 1) }),
  fc.record({
    kind: fc.constant('periodic' as const),
    events: fc.integer({ min: 1, max: 1_999_999 }),
    instructions: amount,
    trap: fc.constantFrom(...PROGRAM_TRAP_KINDS),
  }),
  fc.record({
    kind: fc.constant('random' as const),
    events: fc.integer({ min: 1, max: 1_999_999 }),
    instructions: amount,
    pagefaultShare: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: uint32,
  }),
  fc.record({
    kind: fc.constant('segments' as const),
    segments: fc.array(anySegment, { minLength: 1, maxLength: 30 }),
  }),
  phasesWorkload({ phases: 5, events: 100_000, amount }),
  driverWorkload({ count: 10_000, amount }),
);

const anyCore = fc.nat({ max: 63 });

const anyApp: fc.Arbitrary<AppSpec> = withOptional<AppSpec, Pick<AppSpec, 'writableKiB'>>(
  {
    name: anyText(60, 1),
    workload: anyWorkload,
    redundancy: fc.oneof(fc.constant('native' as const), fc.integer({ min: 1, max: 7 })),
    signalling: fc.constantFrom(...SIGNALLING_METHODS),
    resCore: anyCore,
    placement: fc.oneof(
      fc.constantFrom<PlacementSpec[]>(...PLACEMENT_RULES),
      fc.array(anyCore, { maxLength: 7 }),
    ),
  },
  { writableKiB: fc.integer({ min: 4, max: 4_194_304 }) },
);

const anyFault: fc.Arbitrary<FaultSpec> = withOptional(
  {
    at: fc.oneof(fc.record({ cycle: amount }), fc.record({ event: amount })),
    app: fc.nat({ max: 15 }),
    replica: fc.nat({ max: 6 }),
    target: fc.constantFrom(...FAULT_TARGETS),
  },
  {
    register: fc.constantFrom(...REGISTERS),
    bit: fc.nat({ max: 31 }),
    address: uint32,
    word: fc.nat({ max: 127 }),
    message: fc.constantFrom(...MESSAGE_KINDS),
    mode: fc.constantFrom(...FAULT_MODES),
    delay: amount.map((n) => n + 1),
    core: anyCore,
    fate: fc.constantFrom(...FATES),
    seed: uint32,
    stream: uint32,
  },
);

const anyRate: fc.Arbitrary<FaultRate> = withOptional(
  {
    meanCycles: fc.oneof(
      fc.integer({ min: 1, max: 1e12 }),
      fc.double({ min: 1, max: 1e15, noNaN: true }),
    ),
    targets: fc.uniqueArray(fc.constantFrom(...FAULT_TARGETS), { minLength: 1 }),
  },
  { stream: uint32 },
);

const anyProtection: fc.Arbitrary<ProtectionSpec> = fc.oneof(
  fc.constant(PROTOTYPE_PROTECTION),
  fc.record({
    comparison: fc.constantFrom(...COMPARISONS),
    noMajority: fc.constantFrom(...NO_MAJORITY_RULES),
    splitRecovery: fc.constantFrom(...SPLIT_RECOVERIES),
    watchdog: fc.option(amount.map((n) => Math.max(n, MIN_WATCHDOG))),
    memoryIsolation: fc.boolean(),
  }),
);

const anyFlow: fc.Arbitrary<Partial<Flow>> = fc.oneof(
  fc.constant({}),
  fc.record(
    Object.fromEntries(
      FLOW_NAMES.map((name) => [name, fc.double({ min: 0, max: 1, noNaN: true })]),
    ),
    { requiredKeys: [] },
  ),
);

/** Any scenario that `parseScenario` accepts as it is, whether or not it can run. */
export function arbitraryScenario(): fc.Arbitrary<Scenario> {
  const cost = fc.oneof(fc.nat({ max: 5000 }), fc.double({ min: 0, max: 1e9, noNaN: true }));
  return fc.record({
    version: fc.constant(1 as const),
    title: anyText(200),
    seed: uint32,
    era: fc.constantFrom(...ERAS),
    machine: fc.record({
      sockets: fc.integer({ min: 1, max: 64 }),
      coresPerSocket: fc.integer({ min: 1, max: 64 }),
      resCores: fc.array(anyCore, { maxLength: 64 }),
      clockGHz: positive(100),
      cpi: positive(1000),
      cycleScale: positive(1000),
    }),
    costs: fc.record({
      preset: fc.constantFrom(...COST_PRESET_IDS),
      overrides: overridesOf(() => cost),
    }),
    costChanges: anyChanges(overridesOf(() => cost)),
    apps: fc.array(anyApp, { minLength: 1, maxLength: 16 }),
    faults: fc.array(anyFault, { maxLength: 30 }),
    faultRate: fc.option(anyRate),
    protection: anyProtection,
    flow: anyFlow,
  });
}

/** Changes of costs at different cycles, in their order. */
function anyChanges(
  overrides: fc.Arbitrary<CostChange['overrides']>,
): fc.Arbitrary<Scenario['costChanges']> {
  const cycle = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
  return fc
    .uniqueArray(fc.record({ at: fc.record({ cycle }), overrides }), {
      maxLength: 5,
      selector: ({ at }) => at.cycle,
    })
    .map((changes) => changes.toSorted((a, b) => a.at.cycle - b.at.cycle));
}

function overridesOf(
  costOf: (name: CostName) => fc.Arbitrary<number>,
): fc.Arbitrary<Partial<Record<CostName, number>>> {
  const costs = Object.fromEntries(COST_NAMES.map((name) => [name, costOf(name)]));
  const sparse = fc.record(costs, { requiredKeys: [] });
  return fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: sparse });
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

interface RawApp {
  readonly workload: WorkloadSpec;
  readonly redundancy: 'native' | number;
  readonly signalling: AppSpec['signalling'];
  readonly resCore: number;
  readonly rule: (typeof PLACEMENT_RULES)[number] | 'listed' | 'shared';
}

/**
 * One to three apps that fit on the machine: redundancy is cut to the cores that are left, or that
 * other apps name and may share.
 */
function arbitraryApps(machine: MachineSpec): fc.Arbitrary<AppSpec[]> {
  const nonRes = Array.from(
    { length: machine.sockets * machine.coresPerSocket },
    (_, i) => i,
  ).filter((core) => !machine.resCores.includes(core));
  const raw: fc.Arbitrary<RawApp> = fc.record({
    workload: smallWorkload(),
    redundancy: fc.oneof(
      { weight: 1, arbitrary: fc.constant('native' as const) },
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 7 }) },
    ),
    signalling: fc.constantFrom(...SIGNALLING_METHODS),
    resCore: fc.constantFrom(...machine.resCores),
    rule: fc.constantFrom(...PLACEMENT_RULES, 'listed' as const, 'shared' as const),
  });
  return fc
    .tuple(
      fc.array(raw, { minLength: 1, maxLength: 3 }),
      fc.shuffledSubarray(nonRes, { minLength: nonRes.length }),
    )
    .map(([apps, cores]) => fitApps(apps, cores));
}

function fitApps(raw: readonly RawApp[], cores: readonly number[]): AppSpec[] {
  let left = [...cores];
  const named = new Set<number>();
  const apps: AppSpec[] = [];
  raw.forEach(({ rule, ...rest }, index) => {
    const pool = rule === 'shared' ? [...named, ...left] : left;
    if (pool.length === 0) return;
    const redundancy =
      rest.redundancy === 'native' ? rest.redundancy : Math.min(rest.redundancy, pool.length);
    const taken = pool.slice(0, redundancy === 'native' ? 1 : redundancy);
    const lists = rule === 'listed' || rule === 'shared';
    if (lists) for (const core of taken) named.add(core);
    left = left.filter((core) => !taken.includes(core));
    const placement = lists ? taken : rule;
    apps.push({ ...rest, name: `app ${index}`, redundancy, placement });
  });
  return apps;
}

const gap = fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 20_000 }), fc.nat({ max: 400_000 }));
const PLAIN_TRAPS = PROGRAM_TRAP_KINDS.filter((kind) => kind !== 'exit');

function smallWorkload(): fc.Arbitrary<WorkloadSpec> {
  const events = fc.integer({ min: 1, max: 39 });
  const trap = fc.constantFrom<ProgramTrapKind[]>(...PLAIN_TRAPS);
  const segment = withOptional<SegmentSpec, Pick<SegmentSpec, 'bytesIn' | 'bytesOut'>>(
    { instructions: gap, trap },
    { bytesIn: fc.nat({ max: 70_000 }), bytesOut: fc.nat({ max: 70_000 }) },
  );
  const repeated = fc
    .tuple(segment, fc.integer({ min: 1, max: 3 }))
    .map(([spec, repeat]) => ({ ...spec, repeat }));
  return fc.oneof(
    fc.record({ kind: fc.constant('periodic' as const), events, instructions: gap, trap }),
    fc.record({
      kind: fc.constant('random' as const),
      events,
      instructions: gap,
      pagefaultShare: fc.constantFrom(0, 0.5, 1),
      seed: uint32,
    }),
    fc.record({
      kind: fc.constant('segments' as const),
      segments: fc.array(repeated, { minLength: 1, maxLength: 13 }),
    }),
    phasesWorkload({ phases: 3, events: 5, amount: gap }),
    // Replicas that touch a device themselves differ without any fault, so they have tests of their own.
    driverWorkload({ count: 5, amount: gap, access: 'proxied' }),
  );
}
