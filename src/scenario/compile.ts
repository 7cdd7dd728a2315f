import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { assertUnreachable } from '../base/assert.ts';
import { t } from '../base/language.ts';
import { TRAP_KINDS } from '../base/vocabulary.ts';
import type { CostName, Costs } from '../kernel/costs.ts';
import { COST_NAMES, resolveCosts } from '../kernel/costs.ts';
import { nativeTrapCost } from '../kernel/handling.ts';
import type { AppPlan, CostPhase, CostTables, MachinePlan, ThreadPlan } from '../kernel/plan.ts';
import type { Program } from '../kernel/program.ts';
import { expandProfile } from '../workload/expand.ts';
import { listedSegments, periodicSegments, randomSegments } from '../workload/generators.ts';
import { driverSegments } from '../workload/driver.ts';
import { phaseSegments } from '../workload/phases.ts';
import type { Profile } from '../workload/profile.ts';
import type { SegmentColumns } from '../workload/segments.ts';
import { MAX_SEGMENTS } from '../workload/segments.ts';
import {
  checkScenario,
  hasManagerThread,
  LEAST_SLICE,
  NATIVE_COSTS,
  usesResCore,
} from './check.ts';
import { distanceTables } from './distance.ts';
import { devicePlanOf, executedWorkload, nativeDeviceTime, nativeWaits } from './compile-device.ts';
import { checkFaultPlaces } from './check-faults.ts';
import { compileFaults, watchdogCycles } from './compile-faults.ts';
import { lowerProgram, watchedLength, watchedProgram } from './lower.ts';
import { placeReplicas, replicaCount } from './placement.ts';
import type { AppSpec, Scenario, ScenarioProblem, WorkloadSpec } from './scenario.ts';
import { didYouMean } from './suggest.ts';
import { writableBytesOf } from './writable.ts';

/** The profiles a scenario needs, each id once, in order of first use. */
export function profileIdsOf(scenario: Scenario): string[] {
  const ids = scenario.apps.flatMap(({ workload }) =>
    workload.kind === 'profile' ? [workload.id] : [],
  );
  return [...new Set(ids)];
}

/**
 * Turns a scenario into what the kernel runs. `profiles` maps ids to profiles and must hold those of
 * `profileIdsOf(scenario)`; the others in it serve as suggestions. Every problem found is reported.
 */
export function compilePlan(
  scenario: Scenario,
  profiles: ReadonlyMap<string, Profile>,
): Result<MachinePlan, ScenarioProblem[]> {
  const problems: ScenarioProblem[] = [
    ...checkScenario(scenario),
    ...missingProfiles(scenario, profiles),
  ];
  if (problems.length > 0) return err(problems);
  const cores = placeReplicas(scenario, problems);
  if (problems.length > 0) return err(problems);

  const programs = programsOf(scenario, profiles, problems);
  if (problems.length > 0) return err(problems);
  const faultless = buildPlan(scenario, cores, programs);
  problems.push(...lengthProblems(faultless), ...checkFaultPlaces(scenario.faults, faultless));
  if (problems.length > 0) return err(problems);
  return ok({ ...faultless, faults: compileFaults(scenario, faultless.apps) });
}

function missingProfiles(
  scenario: Scenario,
  profiles: ReadonlyMap<string, Profile>,
): ScenarioProblem[] {
  return scenario.apps.flatMap(({ workload }, index) => {
    if (workload.kind !== 'profile' || profiles.has(workload.id)) return [];
    const hint = didYouMean(workload.id, [...profiles.keys()]);
    const message = t('there is no workload profile "{id}"{hint}', { id: workload.id, hint });
    return [{ path: `apps[${index}].workload.id`, message }];
  });
}

/** One program per app; apps with the same workload share it. The watchdog cuts those under Romain. */
function programsOf(
  scenario: Scenario,
  profiles: ReadonlyMap<string, Profile>,
  problems: ScenarioProblem[],
): Program[] {
  const shared = new Map<string, Program>();
  const most = watchdogCycles(scenario.protection, scenario.machine);
  return scenario.apps.map((app) => {
    const { redundancy, name } = app;
    const workload = executedWorkload(app);
    const watched = most > 0 && redundancy !== 'native';
    const key = workload.kind === 'profile' ? `${workload.id}${watched ? ' watched' : ''}` : null;
    const known = key === null ? undefined : shared.get(key);
    if (known !== undefined) return known;
    const plain = lowerProgram(segmentsOf(workload, profiles), scenario.machine);
    const length = watched ? watchedLength(plain, most) : 0;
    if (length > MAX_SEGMENTS) problems.push(tooOften(name, length));
    const program = watched && length <= MAX_SEGMENTS ? watchedProgram(plain, most) : plain;
    if (key !== null) shared.set(key, program);
    return program;
  });
}

function tooOften(app: string, segments: number): ScenarioProblem {
  const message = t(
    'cuts app "{app}" into {segments} segments; the most is {most}: let more instructions pass',
    { app, segments, most: MAX_SEGMENTS },
  );
  return { path: 'protection.watchdog', message };
}

/** A valid workload laid flat; a profile must be in `profiles`. */
export function segmentsOf(
  workload: WorkloadSpec,
  profiles: ReadonlyMap<string, Profile>,
): SegmentColumns {
  switch (workload.kind) {
    case 'profile':
      return expandProfile(profiles.get(workload.id) as Profile);
    case 'periodic':
      return periodicSegments(workload);
    case 'random':
      return randomSegments(workload);
    case 'phases':
      return phaseSegments(workload);
    case 'driver':
      return driverSegments(workload);
    case 'segments':
      return listedSegments(workload.segments);
    default:
      return assertUnreachable(workload);
  }
}

function buildPlan(
  scenario: Scenario,
  cores: readonly number[][],
  programs: readonly Program[],
): Omit<MachinePlan, 'faults'> {
  const { machine } = scenario;
  const coreCount = machine.sockets * machine.coresPerSocket;
  const resolved = resolveCosts(scenario.costs.preset, scenario.costs.overrides);
  const costs = wholeCosts(resolved);
  const threads: ThreadPlan[] = [];
  const apps = scenario.apps.map((spec, id) => {
    const program = programs[id];
    return planApp({ id, spec, cores: cores[id], program, costs, threads });
  });
  return {
    seed: scenario.seed,
    clockGHz: machine.clockGHz,
    era: scenario.era,
    sockets: machine.sockets,
    coresPerSocket: machine.coresPerSocket,
    coreCount,
    resilient: Array.from({ length: coreCount }, (_, core) => machine.resCores.includes(core)),
    apps,
    threads,
    appsOnCore: Array.from({ length: coreCount }, (_, core) =>
      apps.filter((app) => usesResCore(app) && app.resCore === core).map((app) => app.id),
    ),
    shared: Array.from({ length: coreCount }, (_, core) => isShared(apps, core)),
    ...costTables(machine, costs),
    phases: phasesOf(scenario, resolved),
  };
}

/** Do replicas of several apps live on `core`? */
function isShared(apps: readonly AppPlan[], core: number): boolean {
  return apps.filter(({ cores }) => cores.includes(core)).length > 1;
}

function costTables(machine: Scenario['machine'], costs: Costs): CostTables {
  return { costs, ...distanceTables(machine, costs) };
}

/** Each change of costs stands on what held before. */
function phasesOf({ machine, costChanges }: Scenario, first: Costs): CostPhase[] {
  let costs = first;
  return costChanges.map(({ at, overrides }) => {
    costs = { ...costs, ...overrides };
    return { from: at.cycle, ...costTables(machine, wholeCosts(costs)) };
  });
}

/** Durations are whole cycles, and so is a number of lines; only a bandwidth is not. */
function wholeCosts(costs: Costs): Costs {
  const whole = { ...costs };
  for (const name of COST_NAMES) {
    if (name !== 'memcpy_bw') whole[name] = Math.round(costs[name]);
  }
  return {
    ...whole,
    poll_period: Math.max(1, whole.poll_period),
    time_slice: Math.max(LEAST_SLICE, whole.time_slice),
  };
}

interface AppInput {
  readonly id: number;
  readonly spec: AppSpec;
  readonly cores: readonly number[];
  readonly program: Program;
  readonly costs: Costs;
  /** The app's threads are appended. */
  readonly threads: ThreadPlan[];
}

function planApp({ id, spec, cores, program, costs, threads }: AppInput): AppPlan {
  const replicaThreads = cores.map((home, replica) => threads.push({ app: id, replica, home }) - 1);
  const managerThread = hasManagerThread(spec)
    ? threads.push({ app: id, replica: -1, home: spec.resCore }) - 1
    : -1;
  const workload = executedWorkload(spec);
  const device = workload.kind === 'driver' ? devicePlanOf(workload, program) : null;
  return {
    id,
    name: spec.name,
    workload: spec.workload.kind === 'profile' ? spec.workload.id : spec.workload.kind,
    program,
    redundancy: spec.redundancy,
    signalling: spec.signalling,
    resCore: spec.resCore,
    cores,
    replicaThreads,
    managerThread,
    writableBytes: writableBytesOf(spec, program),
    device,
    ...nativeRun({ program, device }, costs),
  };
}

/** What an unreplicated run of the app takes under `costs`. */
function nativeRun(
  app: Pick<AppPlan, 'program' | 'device'>,
  costs: Costs,
): Pick<AppPlan, 'nativeAt' | 'nativeWaitAt'> {
  const nativeAt = nativePrefix(app, costs);
  return { nativeAt, nativeWaitAt: nativeWaits(app, nativeAt, costs) };
}

/** Element k: native cycles of the first k segments with their traps; a driver waits for its interrupts. */
function nativePrefix(
  { program, device }: Pick<AppPlan, 'program' | 'device'>,
  costs: Costs,
): Float64Array {
  const trapCosts = TRAP_KINDS.map((kind) => nativeTrapCost(costs, kind));
  const sums = new Float64Array(program.length + 1);
  for (let i = 0; i < program.length; i++) {
    const trap = trapCosts[program.trap[i]];
    const sum = sums[i] + program.cycles[i];
    sums[i + 1] = device === null ? sum + trap : nativeDeviceTime(device, i, { sum, trap, costs });
  }
  return sums;
}

function highestCost({ costs, phases }: Omit<MachinePlan, 'faults'>, name: CostName): number {
  return Math.max(costs[name], ...phases.map((phase) => phase.costs[name]));
}

/**
 * `plan`, which must come from a scenario that differs from `scenario` in costs alone, with the costs
 * of `scenario`. Programs are shared, and so is the native run where its costs are the same. The
 * problems are those that `compilePlan` would report.
 */
export function withCostsOf(
  scenario: Scenario,
  plan: MachinePlan,
): Result<MachinePlan, ScenarioProblem[]> {
  const problems: ScenarioProblem[] = checkScenario(scenario);
  if (problems.length > 0) return err(problems);
  const resolved = resolveCosts(scenario.costs.preset, scenario.costs.overrides);
  const costs = wholeCosts(resolved);
  const sameNative = [...NATIVE_COSTS].every((name) => costs[name] === plan.costs[name]);
  const priced: MachinePlan = {
    ...plan,
    apps: sameNative ? plan.apps : plan.apps.map((app) => ({ ...app, ...nativeRun(app, costs) })),
    ...costTables(scenario.machine, costs),
    phases: phasesOf(scenario, resolved),
  };
  problems.push(...lengthProblems(priced));
  return problems.length > 0 ? err(problems) : ok(priced);
}

/** A run must end before instants leave the range of exact integers; judged by a generous bound on its length. */
function lengthProblems(plan: Omit<MachinePlan, 'faults'>): ScenarioProblem[] {
  // A time slice is not spent: it says who spends.
  const spent = COST_NAMES.filter((name) => name !== 'time_slice');
  const costPerTrap = spent.reduce((sum, name) => sum + highestCost(plan, name), 0);
  let bound = 0;
  for (const app of plan.apps) {
    const perEvent = 20 * replicaCount(app) * costPerTrap;
    bound += app.nativeAt[app.program.length] + app.program.length * perEvent;
  }
  if (bound <= Number.MAX_SAFE_INTEGER) return [];
  const message = t(
    'the run could last longer than 2^53 cycles; lower the costs, instructions or events',
  );
  return [{ path: 'apps', message }];
}
