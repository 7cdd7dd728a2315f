import { msg, t } from '../../base/language.ts';
import type { Fate, FaultTarget } from '../../base/vocabulary.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { checkFaultPlaces, checkFaults } from '../../scenario/check-faults.ts';
import type { MachineView } from '../../run/machine-view.ts';
import { PROTOTYPE_PROTECTION } from '../../scenario/default-scenario.ts';
import type { FaultField } from '../../scenario/fault-rules.ts';
import {
  appliesTo,
  fatesOf,
  messagesOf,
  modesOf,
  subjectOf,
  TARGET_FIELDS,
} from '../../scenario/fault-rules.ts';
import type { FaultSpec, Scenario } from '../../scenario/scenario.ts';
import { cyclesText } from './place-words.ts';

/** What a draft is made and judged against. */
export interface Standpoint {
  readonly scenario: Scenario;
  /** Of the run that is shown. */
  readonly plan: Pick<MachinePlan, 'apps'>;
  /** Selected app. */
  readonly app: number;
  /** Instant that is shown. */
  readonly cycle: number;
  /** Last cycle of the run; `null` when it says nothing of where the fault may lie. */
  readonly end: number | null;
}

/** Cycles by which a message is late unless told otherwise. */
const DELAY = 20_000;

/** A whole fault from what a click said, at the instant shown; the rest are plain examples. */
export function draftOf(request: Partial<FaultSpec>, standpoint: Standpoint): FaultSpec {
  const target = request.target ?? impliedTarget(request);
  const { app, replica } = placeOf(request, target, standpoint);
  const spec = standpoint.scenario.apps[app];
  const messages = spec === undefined ? [] : messagesOf(spec);
  const mode = target === 'core' ? 'stop' : 'drop';
  return {
    at: { cycle: standpoint.cycle + 1 },
    register: 'bx',
    bit: 17,
    address: 0,
    word: 1,
    mode,
    core: standpoint.plan.apps[app]?.cores[replica] ?? 0,
    ...(messages[0] !== undefined && { message: messages[0] }),
    ...request,
    app,
    replica,
    target,
  };
}

/** Fault `fault` of the scenario as a draft: what it leaves open stays open. */
export function draftOfFault(fault: FaultSpec, { plan }: Standpoint): FaultSpec {
  const place = plan.apps.length > fault.app ? subjectOf(fault, plan.apps) : fault;
  return fault.target === 'kernel'
    ? { ...fault, app: place.app, replica: place.replica }
    : { ...fault };
}

function impliedTarget({ core, message, address, word }: Partial<FaultSpec>): FaultTarget {
  if (core !== undefined) return 'core';
  if (message !== undefined) return 'message';
  if (address !== undefined) return 'mem';
  return word === undefined ? 'gpr' : 'utcb';
}

/** App and replica; R1 unless told otherwise, so that the leader of most methods stays right. */
function placeOf(
  request: Partial<FaultSpec>,
  target: FaultTarget,
  { plan, app: selected }: Standpoint,
): Pick<FaultSpec, 'app' | 'replica'> {
  const app = request.app ?? selected;
  const replicas = plan.apps[app]?.cores.length ?? 1;
  const replica = request.replica ?? Math.min(1, replicas - 1);
  return subjectOf({ ...request, at: { cycle: 0 }, app, replica, target }, plan.apps);
}

/** The fault that a draft means: only fields that its target takes, and values that fit each other. */
export function faultOfDraft(draft: FaultSpec, { scenario }: Standpoint): FaultSpec {
  const { at, app, replica, target, seed } = draft;
  const spec = scenario.apps[app];
  const mode = fitting(draft.mode, modesOf({ target }));
  const values: FaultSpec = {
    ...draft,
    ...only('mode', mode),
    ...only('message', fitting(draft.message, spec === undefined ? [] : messagesOf(spec))),
    ...only('fate', keptFate(draft.fate, target)),
    delay: draft.delay ?? DELAY,
  };
  const keeps = (field: FaultField): boolean => {
    // Kernel state is named by the replica above it.
    if (values[field] === undefined || (target === 'kernel' && field === 'core')) return false;
    if (field === 'delay') return mode === 'delay';
    return target !== 'core' || mode !== 'stop' || field === 'mode' || field === 'core';
  };
  const kept = TARGET_FIELDS[target].filter(keeps).map((field) => [field, values[field]] as const);
  const fault: FaultSpec = { at, app, replica, target, ...Object.fromEntries(kept) };
  return seed === undefined || seed === 0 ? fault : { ...fault, seed };
}

/** `value` if it is one of `choices`, else the first; what is left to be drawn stays so. */
function fitting<T>(value: T | undefined, choices: readonly T[]): T | undefined {
  return value === undefined || choices.includes(value) ? value : choices[0];
}

/** `{ [field]: value }`, typed; optional fields may not hold `undefined`. */
function only<F extends FaultField>(field: F, value: FaultSpec[F]): Partial<FaultSpec> {
  return { [field]: value };
}

function keptFate(fate: Fate | undefined, target: FaultTarget): Fate | undefined {
  return fate !== undefined && fatesOf(target).includes(fate) ? fate : undefined;
}

/** Fields of a fault at which something can be wrong, and what is. */
export type FaultProblems = ReadonlyMap<string, string>;

/** Targets that lie in what user code computes with. */
const IN_USER_CODE: ReadonlySet<FaultTarget> = new Set(['gpr', 'instr', 'alu', 'rat']);

/** What has to be said of a fault at the instant shown when its replica is not in user code there; else empty. */
export function elsewhereRemark(
  { at, app, replica, target }: FaultSpec,
  view: MachineView,
): string {
  const state = view.apps[app]?.replicas[replica];
  const here = 'cycle' in at && at.cycle === view.time + 1;
  if (!here || state === undefined || !IN_USER_CODE.has(target)) return '';
  return state.part === 'compute'
    ? ''
    : t('R{replica} is not in user code here: its saved state is hit.', { replica });
}

/** What is wrong with a fault, by field: `register`, `at.cycle`, … */
export function faultProblems(fault: FaultSpec, standpoint: Standpoint): FaultProblems {
  const { scenario, plan, end } = standpoint;
  const alone: Scenario = {
    ...scenario,
    faults: [fault],
    faultRate: null,
    protection: PROTOTYPE_PROTECTION,
    flow: {},
  };
  const problems = new Map<string, string>();
  const add = ({ path, message }: { readonly path: string; readonly message: string }): void => {
    const field = path.replace('faults[0].', '');
    if (!problems.has(field)) problems.set(field, message);
  };
  const events = eventProblem(fault, plan);
  if (events !== null) problems.set('at.event', events);
  checkFaults(alone).forEach(add);
  if (problems.size === 0 && fault.app < plan.apps.length)
    checkFaultPlaces([fault], plan).forEach(add);
  if ('cycle' in fault.at && end !== null && fault.at.cycle > end) {
    problems.set(
      'at.cycle',
      t('the run ends at cycle {cycle}; choose an earlier one', { cycle: cyclesText(end) }),
    );
  }
  return problems;
}

/** Events are counted from 1 on the page, from 0 in files. */
function eventProblem({ at, app }: FaultSpec, { apps }: Standpoint['plan']): string | null {
  const last = apps[app]?.program.length ?? 0;
  if ('cycle' in at || (Number.isInteger(at.event) && at.event >= 0 && at.event < last)) {
    return null;
  }
  return t('events go from 1 to {last}', { last: cyclesText(last) });
}

/** A ready fault under one key. */
export interface StagedFault {
  /** A message. */
  readonly name: string;
  readonly fault: Partial<FaultSpec> & { readonly target: FaultTarget };
}

/** Faults for a demonstration: each one's course is forced, so that it always shows what its name says. */
export const STAGED_FAULTS: readonly StagedFault[] = [
  {
    name: msg('Flip in a compared register'),
    fault: { target: 'gpr', register: 'bx', bit: 17, fate: 'stays' },
  },
  {
    name: msg('Flip in si, which the sum leaves out'),
    fault: { target: 'gpr', register: 'si', bit: 3, fate: 'stays' },
  },
  { name: msg('Hang'), fault: { target: 'gpr', register: 'cx', bit: 30, fate: 'hang' } },
  { name: msg('Crash'), fault: { target: 'gpr', register: 'sp', bit: 29, fate: 'crash' } },
  { name: msg('Lost message'), fault: { target: 'message', mode: 'drop' } },
  { name: msg('Core stops'), fault: { target: 'core', mode: 'stop' } },
  { name: msg('Flip in Romain'), fault: { target: 'romain', fate: 'crash' } },
];

/** Can the app of `draft` have this staged fault? */
export function canStage({ fault }: StagedFault, app: Scenario['apps'][number]): boolean {
  return appliesTo(fault.target, app);
}
