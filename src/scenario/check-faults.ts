import { t } from '../base/language.ts';
import { FAULT_TARGETS } from '../base/vocabulary.ts';
import {
  FLOW_CLASSES,
  FLOW_NAMES,
  flowNamesOf,
  resolveFlow,
} from '../kernel/faults/flow-parameters.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import type { InputProblem } from '../workload/problems.ts';
import type { FaultField } from './fault-rules.ts';
import {
  appliesTo,
  fatesOf,
  messagesOf,
  modesOf,
  subjectOf,
  TARGET_FIELDS,
} from './fault-rules.ts';
import type { FaultRate, FaultSpec, ProtectionSpec, Scenario } from './scenario.ts';
import { MIN_WATCHDOG, UTCB_WORDS } from './schema-faults.ts';
import { didYouMean } from './suggest.ts';

/** Most problems of faults that are listed: ten thousand of one sort help nobody. */
const MAX_PROBLEMS = 20;

/** All that is wrong with how a scenario's faults, rate, protection and flow are meant; the plan aside. */
export function checkFaults(scenario: Scenario): InputProblem[] {
  return [
    ...scenario.faults.flatMap((fault, index) => checkFault(fault, `faults[${index}]`, scenario)),
    ...(scenario.faultRate === null ? [] : checkRate(scenario.faultRate, scenario)),
    ...checkProtection(scenario.protection, scenario),
    ...checkFlow(scenario.flow),
  ].slice(0, MAX_PROBLEMS);
}

/** What can only be said once workloads are known: events and addresses beyond the end, cores without a replica. */
export function checkFaultPlaces(
  faults: readonly FaultSpec[],
  { apps }: Pick<MachinePlan, 'apps'>,
): InputProblem[] {
  const problems: InputProblem[] = [];
  faults.forEach((fault, index) => {
    const subject = subjectOf(fault, apps);
    const { program, writableBytes } = apps[subject.app];
    const report = (field: string, message: string) =>
      problems.push({ path: `faults[${index}].${field}`, message });
    if ('event' in fault.at && fault.at.event >= program.length) {
      const last = program.length - 1;
      report(
        'at.event',
        t('there is no event {event}; those of app {app} are 0 to {last}', {
          event: fault.at.event,
          app: subject.app,
          last,
        }),
      );
    }
    if (fault.address !== undefined && fault.address >= writableBytes) {
      const message = t(
        'is beyond the {writableBytes} bytes of writable memory of a replica of app {app}',
        { writableBytes, app: fault.app },
      );
      report('address', message);
    }
    if (fault.target === 'kernel' && fault.core !== undefined) {
      const homes = apps.flatMap(({ cores }) => cores);
      const known = homes.toSorted((a, b) => a - b).join(', ');
      if (!homes.includes(fault.core)) {
        report(
          'core',
          t('no replica lives on core {core}; they live on {known}', { core: fault.core, known }),
        );
      }
    }
  });
  return problems.slice(0, MAX_PROBLEMS);
}

function checkFault(fault: FaultSpec, path: string, scenario: Scenario): InputProblem[] {
  const problems: InputProblem[] = [];
  const report: Report = (field, message) => problems.push({ path: `${path}.${field}`, message });
  if (!FAULT_TARGETS.includes(fault.target)) {
    const hint =
      didYouMean(fault.target, FAULT_TARGETS) ||
      t('; choose one of {targets}', { targets: FAULT_TARGETS.join(', ') });
    report('target', t('there is no target "{target}"{hint}', { target: fault.target, hint }));
    return problems;
  }
  checkPlace(fault, scenario, report);
  checkNumbers(fault, scenario, report);
  checkCombination(fault, report);
  return problems;
}

type Report = (field: string, message: string) => void;

/** App, replica, and whether they can be hit like that at all. */
function checkPlace(fault: FaultSpec, { apps }: Scenario, report: Report): void {
  const app = apps[fault.app];
  if (app === undefined) {
    report(
      'app',
      t('there is no app {app}; the apps are 0 to {last}', {
        app: fault.app,
        last: apps.length - 1,
      }),
    );
    return;
  }
  const replicas = app.redundancy === 'native' ? 1 : app.redundancy;
  if (!isIndex(fault.replica, replicas)) {
    const message = t('app {app} has no replica {replica}; the replicas are 0 to {last}', {
      app: fault.app,
      replica: fault.replica,
      last: replicas - 1,
    });
    report('replica', message);
  }
  if (!appliesTo(fault.target, app)) report('target', whyNot(fault, app));
  else if (fault.message !== undefined && fault.target === 'message') {
    const sent = messagesOf(app);
    if (sent.includes(fault.message)) return;
    const message = t('app {app} signals by {signalling} and never sends {message}, only {sent}', {
      app: fault.app,
      signalling: app.signalling,
      message: fault.message,
      sent: sent.join(', '),
    });
    report('message', message);
  }
}

function whyNot({ target, app }: FaultSpec, spec: Scenario['apps'][number]): string {
  if (spec.redundancy === 'native')
    return t('app {app} runs without Romain: it has no {target}', { app, target });
  if (spec.redundancy === 1)
    return t('app {app} has one replica, which signals to nobody: it has no {target}', {
      app,
      target,
    });
  return t('app {app} signals by {signalling}, which has no slots; ipc and polling have', {
    app,
    signalling: spec.signalling,
  });
}

function checkNumbers(fault: FaultSpec, { machine }: Scenario, report: Report): void {
  const cores = machine.sockets * machine.coresPerSocket;
  const at = 'event' in fault.at ? fault.at.event : fault.at.cycle;
  const field = 'event' in fault.at ? 'at.event' : 'at.cycle';
  if (!isIndex(at, Number.MAX_SAFE_INTEGER))
    report(field, t('must be a whole number that is not negative'));
  if (fault.core !== undefined && !isIndex(fault.core, cores)) {
    report(
      'core',
      t('there is no core {core}; the cores are 0 to {last}', {
        core: fault.core,
        last: cores - 1,
      }),
    );
  }
  if (fault.bit !== undefined && !isIndex(fault.bit, 32)) {
    report(
      'bit',
      t('there is no bit {bit}; the bits are 0 to {last}', { bit: fault.bit, last: 31 }),
    );
  }
  if (fault.word !== undefined && !isIndex(fault.word, UTCB_WORDS)) {
    report(
      'word',
      t('there is no word {word}; the words of a UTCB are 0 to {last}', {
        word: fault.word,
        last: UTCB_WORDS - 1,
      }),
    );
  }
  if (fault.address !== undefined && !isIndex(fault.address, 2 ** 32)) {
    report('address', t('must be a whole number from 0 to 4294967295'));
  }
  if (fault.seed !== undefined && !isIndex(fault.seed, 2 ** 32)) {
    report('seed', t('must be a whole number from 0 to 4294967295'));
  }
  if (fault.stream !== undefined && !isIndex(fault.stream, 2 ** 32)) {
    report('stream', t('must be a whole number from 0 to 4294967295'));
  }
  if (fault.delay !== undefined && !isIndex(fault.delay - 1, 1e15)) {
    report('delay', t('must be a whole number of cycles that is at least 1'));
  }
}

/** Fields that the target, or the mode, does not take. */
function checkCombination(fault: FaultSpec, report: Report): void {
  const taken = TARGET_FIELDS[fault.target];
  for (const field of FIELDS) {
    if (fault[field] === undefined || taken.includes(field)) continue;
    report(field, notTaken(fault.target, taken));
  }
  if (fault.fate !== undefined && taken.includes('fate')) {
    const fates = fatesOf(fault.target);
    if (!fates.includes(fault.fate)) {
      report(
        'fate',
        t('must be one of {names} for target "{target}"', {
          names: fates.join(', '),
          target: fault.target,
        }),
      );
    }
  }
  if (fault.mode === undefined || !taken.includes('mode')) return;
  const modes = modesOf({ target: fault.target });
  if (!modes.includes(fault.mode)) {
    report(
      'mode',
      t('must be one of {names} for target "{target}"', {
        names: modes.join(', '),
        target: fault.target,
      }),
    );
  }
  if (fault.mode !== 'delay' && fault.delay !== undefined) {
    report(
      'delay',
      t('only a message that is delayed has a delay, but the mode is "{mode}"', {
        mode: fault.mode,
      }),
    );
  }
  if (fault.mode !== 'stop') return;
  for (const field of ['register', 'bit', 'fate'] as const) {
    if (fault[field] !== undefined)
      report(field, t('is of a bit that sticks, but this core stops'));
  }
}

const FIELDS: readonly FaultField[] = [
  'register',
  'bit',
  'address',
  'word',
  'message',
  'mode',
  'delay',
  'core',
  'fate',
];

function notTaken(target: FaultSpec['target'], taken: readonly FaultField[]): string {
  if (taken.length === 0)
    return t('a fault of target "{target}" takes nothing else, not this', { target });
  return t('a fault of target "{target}" takes {fields}, not this', {
    target,
    fields: taken.join(', '),
  });
}

function checkRate(rate: FaultRate, { apps }: Scenario): InputProblem[] {
  const problems: InputProblem[] = [];
  if (!(rate.meanCycles >= 1 && rate.meanCycles <= 1e15)) {
    problems.push({ path: 'faultRate.meanCycles', message: t('must be from 1 to 1e15') });
  }
  if (rate.stream !== undefined && !isIndex(rate.stream, 2 ** 32)) {
    const message = t('must be a whole number from 0 to 4294967295');
    problems.push({ path: 'faultRate.stream', message });
  }
  if (rate.targets.length === 0) {
    problems.push({ path: 'faultRate.targets', message: t('must name at least one target') });
  }
  rate.targets.forEach((target, i) => {
    if (apps.some((app) => appliesTo(target, app))) return;
    const message = t('no app of this scenario can have a fault of target "{target}"', { target });
    problems.push({ path: `faultRate.targets[${i}]`, message });
  });
  return problems;
}

function checkProtection({ watchdog }: ProtectionSpec, { machine }: Scenario): InputProblem[] {
  const path = 'protection.watchdog';
  if (watchdog === null) return [];
  if (!Number.isInteger(watchdog) || watchdog < MIN_WATCHDOG || watchdog > 1e15) {
    const message = t('must be a whole number of instructions that is at least {least}, or null', {
      least: MIN_WATCHDOG,
    });
    return [{ path, message }];
  }
  if (machine.cpi > 0) return [];
  return [{ path, message: t('counts instructions, which take no time while machine.cpi is 0') }];
}

function checkFlow(flow: Scenario['flow']): InputProblem[] {
  const problems: InputProblem[] = [];
  for (const [name, value] of Object.entries(flow)) {
    const path = `flow.${name}`;
    if (!(FLOW_NAMES as readonly string[]).includes(name)) {
      const message = t('there is no flow probability "{name}"{hint}', {
        name,
        hint: didYouMean(name, FLOW_NAMES),
      });
      problems.push({ path, message });
    } else if (!(value >= 0 && value <= 1)) {
      problems.push({ path, message: t('must be from 0 to 1') });
    }
  }
  return problems.length > 0 ? problems : checkClasses(flow);
}

/** What is left of 1 is the chance that the value stays, so no class may exceed it. */
function checkClasses(flow: Scenario['flow']): InputProblem[] {
  const values = resolveFlow(flow);
  return FLOW_CLASSES.flatMap((flowClass) => {
    const names = flowNamesOf(flowClass);
    const sum = names.reduce((total, name) => total + values[name], 0);
    // Decimal fractions that add up to 1 on paper may exceed it by a rounding error.
    if (sum <= 1 + 1e-9) return [];
    const changed = names.find((name) => flow[name] !== undefined) ?? names[0];
    const message = t('the fates of class "{flowClass}" ({names}) sum to {sum}; the most is 1', {
      flowClass,
      names: names.join(', '),
      sum: Number(sum.toFixed(6)),
    });
    return [{ path: `flow.${changed}`, message }];
  });
}

function isIndex(value: number, end: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < end;
}
