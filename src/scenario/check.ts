import { t } from '../base/language.ts';
import { isSplit, MAX_CORES, MAX_REPLICAS } from '../base/vocabulary.ts';
import type { CostName } from '../kernel/costs.ts';
import { COST_NAMES, COST_PARAMETERS, COST_PRESET_IDS } from '../kernel/costs.ts';
import type { InputProblem } from '../workload/problems.ts';
import { MAX_SEGMENTS } from '../workload/segments.ts';
import { checkDriver } from './check-driver.ts';
import { checkFaults } from './check-faults.ts';
import { checkPhases } from './check-phases.ts';
import type { AppSpec, MachineSpec, Scenario, SegmentSpec, WorkloadSpec } from './scenario.ts';
import { didYouMean } from './suggest.ts';
import { MAX_WRITABLE_KIB, MIN_WRITABLE_KIB } from './writable.ts';

/** Largest cost value: beyond it sums could leave the range of exact integers. */
export const MAX_COST = 1_000_000_000;

/** Shortest time slice: shorter ones would make a run of little else than switches. */
export const LEAST_SLICE = 1000;

/** Does Romain serve this app on its Res core? Not when it is native, alone or handled locally. */
export function usesResCore(app: Pick<AppSpec, 'redundancy' | 'signalling'>): boolean {
  return app.redundancy !== 'native' && app.redundancy > 1 && app.signalling !== 'local';
}

/** Has this app a handler thread of Romain's own? */
export function hasManagerThread(app: Pick<AppSpec, 'redundancy' | 'signalling'>): boolean {
  return usesResCore(app) && isSplit(app.signalling);
}

/** All that is wrong with the meaning of a scenario, placement and profiles apart; empty when it can run. */
export function checkScenario(scenario: Scenario): InputProblem[] {
  const problems = [
    ...checkMachine(scenario.machine),
    ...checkCosts(scenario.costs),
    ...checkCostChanges(scenario.costChanges),
  ];
  if (!isWhole(scenario.seed, 0, 0xffffffff)) {
    problems.push({ path: 'seed', message: t('must be a whole number from 0 to 4294967295') });
  }
  if (scenario.apps.length === 0) {
    problems.push({ path: 'apps', message: t('must have at least one application') });
  }
  scenario.apps.forEach((app, index) => {
    problems.push(...checkApp(app, `apps[${index}]`, scenario.machine));
  });
  return [...problems, ...checkFaults(scenario)];
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function checkMachine(machine: MachineSpec): InputProblem[] {
  const problems: InputProblem[] = [];
  const report = (field: string, message: string) =>
    problems.push({ path: `machine${field}`, message });
  const cores = machine.sockets * machine.coresPerSocket;
  if (!isWhole(machine.sockets, 1, MAX_CORES)) {
    report('.sockets', t('must be a whole number from 1 to {most}', { most: MAX_CORES }));
  } else if (!isWhole(machine.coresPerSocket, 1, MAX_CORES)) {
    report('.coresPerSocket', t('must be a whole number from 1 to {most}', { most: MAX_CORES }));
  } else if (cores > MAX_CORES) {
    report(
      '',
      t('has {cores} cores (sockets x coresPerSocket); the most is {most}', {
        cores,
        most: MAX_CORES,
      }),
    );
  }
  machine.resCores.forEach((core, i) => {
    if (!isWhole(core, 0, cores - 1)) {
      report(
        `.resCores[${i}]`,
        t('there is no core {core}; the cores are 0 to {last}', { core, last: cores - 1 }),
      );
    } else if (machine.resCores.indexOf(core) < i) {
      report(`.resCores[${i}]`, t('core {core} is listed twice', { core }));
    }
  });
  if (!(machine.clockGHz > 0 && machine.clockGHz <= 100)) {
    report('.clockGHz', t('must be above 0 and at most 100'));
  }
  for (const field of ['cpi', 'cycleScale'] as const) {
    const value = machine[field];
    if (!(value >= 0 && value <= 1000)) report(`.${field}`, t('must be from 0 to 1000'));
  }
  return problems;
}

function checkCosts(costs: Scenario['costs']): InputProblem[] {
  const problems: InputProblem[] = [];
  if (!COST_PRESET_IDS.includes(costs.preset)) {
    const message = t('there is no cost preset "{preset}"; choose one of {presets}', {
      preset: costs.preset,
      presets: COST_PRESET_IDS.join(', '),
    });
    problems.push({ path: 'costs.preset', message });
  }
  for (const [name, value] of Object.entries(costs.overrides)) {
    const message = costProblem(name, value);
    if (message !== null) problems.push({ path: `costs.overrides.${name}`, message });
  }
  return problems;
}

/** The native run takes these, and there is one native run for the whole scenario. */
export const NATIVE_COSTS: ReadonlySet<CostName> = new Set<CostName>([
  'native_pf',
  'native_sys',
  'mmio',
]);

function checkCostChanges(changes: Scenario['costChanges']): InputProblem[] {
  return changes.flatMap(({ at, overrides }, index) => {
    const path = `costChanges[${index}]`;
    const problems: InputProblem[] = [];
    const before = changes[index - 1]?.at.cycle ?? 0;
    if (!(Number.isSafeInteger(at.cycle) && at.cycle > before)) {
      const message = t(
        'must be a whole number above {before}: changes are listed in order of time',
        { before },
      );
      problems.push({ path: `${path}.at.cycle`, message });
    }
    for (const [name, value] of Object.entries(overrides)) {
      const message =
        isCostName(name) && NATIVE_COSTS.has(name)
          ? t(
              'cannot change during a run: it belongs to the native run, with which overhead is compared',
            )
          : costProblem(name, value);
      if (message !== null) problems.push({ path: `${path}.overrides.${name}`, message });
    }
    return problems;
  });
}

/** Why `name` cannot have `value`; `null` when it can. */
function costProblem(name: string, value: number): string | null {
  if (!isCostName(name)) {
    return t('there is no cost parameter "{name}"{hint}', {
      name,
      hint: didYouMean(name, COST_NAMES),
    });
  }
  if (!Number.isFinite(value) || value < 0 || value > MAX_COST) {
    return t('must be a number from 0 to {most}', { most: MAX_COST });
  }
  if (name === 'poll_period' && value < 1) return t('must be at least 1: polling takes time');
  if (name === 'time_slice' && value < LEAST_SLICE) {
    return t('must be at least {least}: a turn is longer than the switch to it', {
      least: LEAST_SLICE,
    });
  }
  if (name === 'memcpy_bw' && value < 0.001) return t('must be at least 0.001');
  return null;
}

/** Is this the name of a cost parameter? */
function isCostName(name: string): name is CostName {
  return Object.hasOwn(COST_PARAMETERS, name);
}

function checkApp(app: AppSpec, path: string, machine: MachineSpec): InputProblem[] {
  const problems = checkWorkload(app.workload, `${path}.workload`);
  const cores = machine.sockets * machine.coresPerSocket;
  if (app.redundancy !== 'native' && !isWhole(app.redundancy, 1, MAX_REPLICAS)) {
    const message = t('must be "native" or a whole number from 1 to {most}', {
      most: MAX_REPLICAS,
    });
    problems.push({ path: `${path}.redundancy`, message });
  }
  if (!isWhole(app.resCore, 0, cores - 1)) {
    const message = t('there is no core {core}; the cores are 0 to {last}', {
      core: app.resCore,
      last: cores - 1,
    });
    problems.push({ path: `${path}.resCore`, message });
  } else if (usesResCore(app) && machine.resCores.length === 0) {
    const message = t('needs a Res core, but machine.resCores is empty');
    problems.push({ path: `${path}.resCore`, message });
  } else if (usesResCore(app) && !machine.resCores.includes(app.resCore)) {
    const message = t('core {core} is not a Res core; the Res cores are {cores}', {
      core: app.resCore,
      cores: machine.resCores.join(', '),
    });
    problems.push({ path: `${path}.resCore`, message });
  }
  const { writableKiB = MIN_WRITABLE_KIB } = app;
  if (!isWhole(writableKiB, MIN_WRITABLE_KIB, MAX_WRITABLE_KIB)) {
    const message = t('must be a whole number from {least} to {most}', {
      least: MIN_WRITABLE_KIB,
      most: MAX_WRITABLE_KIB,
    });
    problems.push({ path: `${path}.writableKiB`, message });
  }
  return problems;
}

function checkWorkload(workload: WorkloadSpec, path: string): InputProblem[] {
  const problems: InputProblem[] = [];
  const report = (field: string, message: string) => problems.push({ path: path + field, message });
  if (workload.kind === 'profile') return problems;
  if (workload.kind === 'segments') return checkSegments(workload.segments, path);
  if (workload.kind === 'phases') return checkPhases(workload, path);
  if (workload.kind === 'driver') return checkDriver(workload, path);
  if (!isWhole(workload.events, 1, MAX_SEGMENTS - 1)) {
    report('.events', t('must be a whole number from 1 to {most}', { most: MAX_SEGMENTS - 1 }));
  }
  if (!isAmount(workload.instructions)) {
    report('.instructions', t('must be a number from 0 to 1e15'));
  }
  if (workload.kind === 'periodic' && workload.trap === 'exit') {
    report(
      '.trap',
      t('an exit ends the program and cannot come periodically; one is added at the end'),
    );
  }
  if (
    workload.kind === 'random' &&
    !(workload.pagefaultShare >= 0 && workload.pagefaultShare <= 1)
  ) {
    report('.pagefaultShare', t('must be from 0 to 1'));
  }
  if (workload.kind === 'random' && !isWhole(workload.seed, 0, 0xffffffff)) {
    report('.seed', t('must be a whole number from 0 to 4294967295'));
  }
  return problems;
}

function isAmount(value: number): boolean {
  return value >= 0 && value <= 1e15;
}

function checkSegments(segments: readonly SegmentSpec[], path: string): InputProblem[] {
  const problems: InputProblem[] = [];
  let length = 1;
  segments.forEach((segment, i) => {
    const { repeat = 1, bytesIn = 0, bytesOut = 0 } = segment;
    const report = (field: string, message: string) =>
      problems.push({ path: `${path}.segments[${i}].${field}`, message });
    for (const [field, value] of Object.entries({
      instructions: segment.instructions,
      bytesIn,
      bytesOut,
    })) {
      if (!isAmount(value)) report(field, t('must be a number from 0 to 1e15'));
    }
    if (!isWhole(repeat, 1, MAX_SEGMENTS)) {
      report('repeat', t('must be a whole number from 1 to {most}', { most: MAX_SEGMENTS }));
    }
    const last = i === segments.length - 1 && repeat === 1;
    if (segment.trap === 'exit' && !last)
      report('trap', t('an exit ends the program: it must come last, once'));
    length += repeat;
  });
  if (segments.length === 0)
    problems.push({ path: `${path}.segments`, message: t('must not be empty') });
  if (length > MAX_SEGMENTS) {
    const message = t('repeats make {length} segments; the most is {most}', {
      length,
      most: MAX_SEGMENTS,
    });
    problems.push({ path: `${path}.segments`, message });
  }
  return problems;
}
