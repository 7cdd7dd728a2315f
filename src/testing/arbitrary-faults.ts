import fc from 'fast-check';
import type { FaultTarget } from '../base/vocabulary.ts';
import { COMPARISONS, FAULT_TARGETS, REGISTERS } from '../base/vocabulary.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { compilePlan } from '../scenario/compile.ts';
import type { FaultField } from '../scenario/fault-rules.ts';
import {
  appliesTo,
  fatesOf,
  messagesOf,
  modesOf,
  subjectOf,
  TARGET_FIELDS,
} from '../scenario/fault-rules.ts';
import type { FaultSpec, ProtectionSpec, Scenario } from '../scenario/scenario.ts';
import { NO_MAJORITY_RULES, SPLIT_RECOVERIES } from '../scenario/schema-faults.ts';
import type { Runnable } from './arbitrary-runnable.ts';
import { arbitraryRunnable } from './arbitrary-runnable.ts';

/** Which faults, how many, and under which protection. */
export interface Faulty {
  readonly targets?: readonly FaultTarget[];
  readonly maxFaults?: number;
  /** Fixes fields of the protection that is otherwise any. */
  readonly protection?: Partial<ProtectionSpec>;
  /** Changes the scenario that the faults are drawn for. */
  readonly change?: (scenario: Scenario) => Scenario;
}

/** Small scenarios as `arbitraryRunnable` makes them, with one to `maxFaults` faults that fit. */
export function arbitraryFaulty(options: Faulty = {}): fc.Arbitrary<Runnable> {
  const { maxFaults = 4, targets = FAULT_TARGETS, change = (scenario) => scenario } = options;
  return fc.tuple(arbitraryRunnable(), anyProtection).chain(([{ scenario }, any]) => {
    const base = change({ ...scenario, protection: { ...any, ...options.protection } });
    const plan = compiled(base);
    const fault = faultFor(base, plan, targets);
    return fc
      .array(fault, { minLength: 1, maxLength: maxFaults })
      .map((faults) => ({ ...base, faults }))
      .map((faulty) => ({ scenario: faulty, plan: compiled(faulty) }));
  });
}

/** Keeps the first app alone, with `replicas` replicas on a machine that has room for them. */
export function oneGroup(replicas: number): (scenario: Scenario) => Scenario {
  return (scenario) => ({
    ...scenario,
    machine: { ...scenario.machine, sockets: 2, coresPerSocket: 8, resCores: [0] },
    apps: [{ ...scenario.apps[0], redundancy: replicas, resCore: 0, placement: 'spread' }],
  });
}

function compiled(scenario: Scenario): MachinePlan {
  const plan = compilePlan(scenario, new Map());
  if (!plan.ok) throw new Error(`not runnable: ${JSON.stringify(plan.error)}`);
  return plan.value;
}

const anyProtection: fc.Arbitrary<ProtectionSpec> = fc.record({
  comparison: fc.constantFrom(...COMPARISONS),
  noMajority: fc.constantFrom(...NO_MAJORITY_RULES),
  splitRecovery: fc.constantFrom(...SPLIT_RECOVERIES),
  watchdog: fc.option(fc.integer({ min: 20_000, max: 500_000 })),
  memoryIsolation: fc.boolean(),
});

/** Any fault that `targets` allow on one of the apps: when, where, and some of its fields. */
function faultFor(
  scenario: Scenario,
  plan: MachinePlan,
  targets: readonly FaultTarget[],
): fc.Arbitrary<FaultSpec> {
  const places = scenario.apps.flatMap((app, id) =>
    targets
      .filter((target) => appliesTo(target, app))
      .flatMap((target) => plan.apps[id].cores.map((_, replica) => ({ app: id, replica, target }))),
  );
  return fc.constantFrom(...places).chain((place) => {
    const { program, nativeAt } = plan.apps[place.app];
    const end = Math.ceil((nativeAt.at(-1) ?? 0) * 1.3);
    return fc
      .record({
        at: fc.oneof(
          fc.record({ cycle: fc.nat({ max: end }) }),
          fc.record({ event: fc.nat({ max: program.length - 1 }) }),
        ),
        seed: fc.nat({ max: 0xffffffff }),
        fields: fieldsFor(scenario, plan, place),
      })
      .map(({ at, seed, fields }) => withoutLoose({ at, ...place, seed, ...fields }))
      .map((fault) => withinProgram(fault, plan));
  });
}

type Place = Pick<FaultSpec, 'app' | 'replica' | 'target'>;

function fieldsFor(
  scenario: Scenario,
  plan: MachinePlan,
  { app, target }: Place,
): fc.Arbitrary<Partial<Pick<FaultSpec, FaultField>>> {
  const { cores, writableBytes } = plan.apps[app];
  const anyCore = target === 'kernel' ? fc.constantFrom(...cores) : fc.nat(plan.coreCount - 1);
  const all = {
    register: fc.constantFrom(...REGISTERS),
    bit: fc.nat({ max: 31 }),
    address: fc.nat({ max: writableBytes - 1 }),
    word: fc.nat({ max: 127 }),
    message: anyOf(messagesOf(scenario.apps[app])),
    mode: anyOf(modesOf({ target })),
    delay: fc.integer({ min: 1, max: 300_000 }),
    core: anyCore,
    fate: anyOf(fatesOf(target)),
  };
  const taken = TARGET_FIELDS[target].map((field) => [field, all[field]] as const);
  return fc.record(Object.fromEntries(taken), { requiredKeys: [] });
}

function anyOf<T>(list: readonly T[]): fc.Arbitrary<T> {
  return list.length === 0 ? (fc.constant(undefined) as never) : fc.constantFrom(...list);
}

/** A fault that names a core hits the app that lives there, which may have fewer events. */
function withinProgram(fault: FaultSpec, { apps }: MachinePlan): FaultSpec {
  if (!('event' in fault.at)) return fault;
  const { length } = apps[subjectOf(fault, apps).app].program;
  return { ...fault, at: { event: fault.at.event % length } };
}

/** Drops the fields that do not go with the mode. */
function withoutLoose(fault: FaultSpec): FaultSpec {
  const { delay, register, bit, fate, ...rest } = fault;
  const kept = { ...rest, ...defined({ register, bit, fate }) } as FaultSpec;
  if (fault.target === 'core' && fault.mode !== 'stick') return rest;
  return fault.mode === 'delay' && delay !== undefined ? { ...kept, delay } : kept;
}

function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
