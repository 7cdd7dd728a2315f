import { hash32 } from '../base/hash.ts';
import type { RngState } from '../base/rng.ts';
import { createRng, nextExponential, nextUint32, nextUniform } from '../base/rng.ts';
import { FATES, FAULT_MODES, FAULT_TARGETS, REGISTERS } from '../base/vocabulary.ts';
import { MESSAGE_INDEX, MESSAGE_KINDS } from '../kernel/events.ts';
import type { FaultPlan, FaultsPlan, Protection } from '../kernel/faults/fault-plan.ts';
import { resolveFlow } from '../kernel/faults/flow-parameters.ts';
import type { AppPlan } from '../kernel/plan.ts';
import { appliesTo, MAX_DRAWN_FAULTS, messagesOf, modesOf, subjectOf } from './fault-rules.ts';
import { firstDrawnStream } from './fault-streams.ts';
import type { FaultSpec, MachineSpec, ProtectionSpec, Scenario } from './scenario.ts';
import { UTCB_WORDS } from './schema-faults.ts';

/** Longest delay of a message that is drawn rather than given. */
const MAX_DRAWN_DELAY = 20_000;
/** Tells the generator of a rate from that of the machine. */
const RATE_STREAM = 0x72617465;

/** What a fault is planned against. */
export interface FaultContext {
  /** Seed of the scenario. */
  readonly seed: number;
  readonly apps: readonly Pick<
    AppPlan,
    'cores' | 'redundancy' | 'signalling' | 'resCore' | 'writableBytes'
  >[];
}

/** The faults, probabilities and reactions of a scenario, whose faults must be right (`checkFaults`). */
export function compileFaults(scenario: Scenario, apps: FaultContext['apps']): FaultsPlan {
  const context: FaultContext = { seed: scenario.seed, apps };
  const specs = [...scenario.faults, ...drawnFaults(scenario, context)];
  const plans = specs.map((spec, index) => faultPlanOf(spec, index, context));
  return {
    // Sorting is stable: at the same cycle, faults are injected in the order of the list.
    atCycle: plans.filter(({ event }) => event < 0).toSorted((a, b) => a.cycle - b.cycle),
    atEvent: plans.filter(({ event }) => event >= 0).toSorted(byEvent),
    flow: resolveFlow(scenario.flow),
    protection: protectionOf(scenario.protection, scenario.machine),
  };
}

function byEvent(a: FaultPlan, b: FaultPlan): number {
  return a.app - b.app || a.replica - b.replica || a.event - b.event;
}

/** Cycles of user code between two traps of the instruction counter; 0 = off. */
export function watchdogCycles(
  { watchdog }: Pick<ProtectionSpec, 'watchdog'>,
  { cpi }: Pick<MachineSpec, 'cpi'>,
): number {
  return watchdog === null ? 0 : Math.max(1, Math.round(watchdog * cpi));
}

function protectionOf(spec: ProtectionSpec, machine: MachineSpec): Protection {
  return {
    comparison: spec.comparison,
    strictMajority: spec.noMajority === 'strict',
    splitRecovers: spec.splitRecovery === 'what-if',
    watchdogCycles: watchdogCycles(spec, machine),
    memoryIsolation: spec.memoryIsolation,
  };
}

/**
 * Fault number `index` of a run as the kernel injects it. All that `spec` leaves open is drawn from
 * a generator of its own, each field always by the same draw, so that fixing one field leaves the
 * others as they were.
 */
export function faultPlanOf(spec: FaultSpec, index: number, context: FaultContext): FaultPlan {
  const subject = subjectOf(spec, context.apps);
  const app = context.apps[subject.app];
  const salt = hash32(context.seed, spec.stream ?? index, spec.seed ?? 0);
  const rng = createRng(salt);
  const register = nextUint32(rng) % REGISTERS.length;
  const bit = nextUint32(rng) % 32;
  const address = Math.floor(nextUniform(rng) * app.writableBytes);
  const word = nextUint32(rng) % UTCB_WORDS;
  const message = pick(rng, messagesOf(app)) ?? MESSAGE_KINDS[0];
  const mode = pick(rng, modesOf(spec));
  const delay = 1 + (nextUint32(rng) % MAX_DRAWN_DELAY);
  return {
    index,
    cycle: 'cycle' in spec.at ? spec.at.cycle : -1,
    event: 'event' in spec.at ? spec.at.event : -1,
    ...subject,
    target: FAULT_TARGETS.indexOf(spec.target),
    register: spec.register === undefined ? register : REGISTERS.indexOf(spec.register),
    bit: spec.bit ?? bit,
    address: spec.target === 'utcb' ? (spec.word ?? word) : (spec.address ?? address),
    message: MESSAGE_INDEX[spec.message ?? message],
    mode: indexIn(FAULT_MODES, spec.mode ?? mode),
    delay: spec.delay ?? delay,
    core: spec.core ?? app.cores[subject.replica],
    fate: indexIn(FATES, spec.fate),
    salt,
  };
}

/** One of `list`, or `undefined` when it is empty; takes one draw in any case. */
function pick<T>(rng: RngState, list: readonly T[]): T | undefined {
  return list[nextUint32(rng) % Math.max(1, list.length)];
}

function indexIn<T>(list: readonly T[], value: T | undefined): number {
  return value === undefined ? -1 : list.indexOf(value);
}

/** The faults that come by themselves, in order of time. */
function drawnFaults(scenario: Scenario, { apps }: FaultContext): FaultSpec[] {
  const { faultRate, seed } = scenario;
  if (faultRate === null) return [];
  const rng = createRng(hash32(seed, RATE_STREAM));
  const first = firstDrawnStream(scenario);
  const faults: FaultSpec[] = [];
  let cycle = 0;
  for (let i = 0; i < MAX_DRAWN_FAULTS; i++) {
    cycle += Math.max(1, Math.round(nextExponential(rng) * faultRate.meanCycles));
    if (cycle > Number.MAX_SAFE_INTEGER) break;
    const target = faultRate.targets[nextUint32(rng) % faultRate.targets.length];
    const places = apps.flatMap(({ cores, ...rest }, app) =>
      appliesTo(target, rest) ? cores.map((_, replica) => ({ app, replica })) : [],
    );
    const place = pick(rng, places);
    const stream = first + faults.length;
    if (place !== undefined) faults.push({ at: { cycle }, target, ...place, stream });
  }
  return faults;
}
