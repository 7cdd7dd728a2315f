import fc from 'fast-check';
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
import { COST_PRESET_IDS } from '../kernel/costs.ts';
import { MESSAGE_KINDS } from '../kernel/events.ts';
import type { Flow } from '../kernel/faults/flow-parameters.ts';
import { FLOW_NAMES } from '../kernel/faults/flow-parameters.ts';
import { PROTOTYPE_PROTECTION } from '../scenario/default-scenario.ts';
import type {
  AppSpec,
  CostChange,
  FaultRate,
  FaultSpec,
  PlacementSpec,
  ProtectionSpec,
  Scenario,
  SegmentSpec,
  WorkloadSpec,
} from '../scenario/scenario.ts';
import { MIN_WATCHDOG, NO_MAJORITY_RULES, SPLIT_RECOVERIES } from '../scenario/schema-faults.ts';
import { PLACEMENT_RULES } from '../scenario/schema.ts';
import { driverWorkload } from './arbitrary-driver.ts';
import { overridesOf, uint32, withOptional } from './arbitrary-parts.ts';
import { phasesWorkload } from './arbitrary-phases.ts';

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
