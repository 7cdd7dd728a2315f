import { assertUnreachable } from '../../base/assert.ts';
import { FAULT_TARGETS, TRAP_KINDS } from '../../base/vocabulary.ts';
import type { FaultTarget } from '../../base/vocabulary.ts';
import { stopSentence } from '../../analysis/causes/ending.ts';
import { appName } from '../../analysis/causes/stopped.ts';
import { TRAP_WORDS } from '../../draw/words.ts';
import { MESSAGE_KINDS } from '../../kernel/events.ts';
import type { FaultPlan } from '../../kernel/faults/fault-plan.ts';
import { RCB_FAILURES, STOP_REASONS, WILD_VICTIMS } from '../../kernel/faults/incidents.ts';
import type { Incident, IncidentKind } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { bitWords, cyclesText, placeWords } from './place-words.ts';
import { subjectName } from './subject-words.ts';

/** One or two words for a mark or a row. */
export const INCIDENT_LABELS: Readonly<Record<IncidentKind, string>> = {
  injected: 'fault',
  died: 'masked',
  spread: 'spreads',
  'wrong-trap': 'wrong trap',
  crashed: 'crash',
  hung: 'hang',
  watchdog: 'watchdog',
  mismatch: 'mismatch',
  outvoted: 'outvoted',
  overlooked: 'overlooked',
  recovered: 'recovered',
  infected: 'wrong copy',
  externalized: 'wrong output',
  stopped: 'stopped',
  'message-dropped': 'lost',
  'message-delayed': 'delayed',
  'message-corrupted': 'corrupted',
  'message-empty': 'no effect',
  'core-stopped': 'core stops',
  'core-stuck': 'bit sticks',
  contained: 'contained',
  'wild-write': 'wild write',
  'rcb-failed': 'RCB fails',
  stalled: 'stalled',
  'input-differs': 'other input',
  'write-repeated': 'written again',
};

/** An incident in one sentence of at most 14 words: who does what, with the number. */
export function incidentSentence(incident: Incident, plan: MachinePlan): string {
  const { kind, app, place, at, mask, other } = incident;
  const who = subjectName(plan, app, incident.replica);
  const where = placeWords(place, at);
  switch (kind) {
    case 'injected':
      return injectedSentence(incident, plan);
    case 'died':
      return place < 0 ? 'The fault changes nothing.' : `The wrong ${where} of ${who} is gone.`;
    case 'spread':
      return other === place
        ? `A wrong value of ${who} stays in ${where}.`
        : `${who} carries the error from ${placeWords(other, at)} to ${where}: ${bitWords(mask)}.`;
    case 'wrong-trap':
      return `${who} raises another trap: ${TRAP_WORDS[TRAP_KINDS[other] ?? 'exception']}.`;
    case 'crashed':
      return `${who} raises an exception from which it cannot go on.`;
    case 'hung':
      return `${who} loops and raises no trap.`;
    case 'watchdog':
      return `The instruction counter stops ${who}, which hangs.`;
    case 'mismatch':
      return `Romain compares ${replicasOf(plan, app)} states: they differ.`;
    case 'outvoted':
      return `Romain decides that ${who} is wrong and copies R${other} to it.`;
    case 'overlooked':
      return `${who} differs too, but goes on as it is: no alarm.`;
    case 'recovered':
      return `${who} equals R${other} again: ${memoryOf(plan, app)} copied.`;
    case 'infected':
      return `${who} takes over the wrong ${where} of its leader R${other}.`;
    case 'externalized':
      return `A wrong value of ${who} leaves the application.`;
    case 'stopped':
      return stopSentence(STOP_REASONS[other] ?? 'none', appName(plan, app));
    default:
      return hardwareSentence({ ...incident, kind }, who);
  }
}

type HardwareKind = Extract<
  IncidentKind,
  | `message-${string}`
  | `core-${string}`
  | 'contained'
  | 'wild-write'
  | 'rcb-failed'
  | 'stalled'
  | 'input-differs'
  | 'write-repeated'
>;

/** Incidents of messages, cores and the reliable computing base. */
function hardwareSentence(
  { kind, at, other }: Pick<Incident, 'at' | 'other'> & { readonly kind: HardwareKind },
  who: string,
): string {
  const message = `the ${MESSAGE_KINDS[other] ?? 'message'} of ${who}`;
  switch (kind) {
    case 'message-dropped':
      return `A fault loses ${message}.`;
    case 'message-delayed':
      return `A fault delays ${message} by ${cyclesText(at)} cycles.`;
    case 'message-corrupted':
      return `A fault corrupts ${message}.`;
    case 'message-empty':
      return `A fault hits ${message}, which carries no word: nothing changes.`;
    case 'core-stopped':
      return `C${at} stops for ever.`;
    case 'core-stuck':
      return `One register bit of C${at} sticks at 1.`;
    case 'contained':
      return `Memory isolation refuses a wild write of C${at}, which stops.`;
    case 'wild-write':
      return `A wild write of a faulty core hits ${VICTIMS[WILD_VICTIMS[other] ?? 'memory']} of ${who}.`;
    case 'rcb-failed':
      return `The reliable computing base fails: ${RCB_FAILURES[other] ?? 'Romain crashes'}.`;
    case 'stalled':
      return `Nothing is left to happen: ${who} waits for ever.`;
    case 'input-differs':
      return other < 0
        ? `${who} reads its device itself and finds the FIFO empty.`
        : `${who} reads its device itself and gets another item: ${cyclesText(other + 1)}.`;
    case 'write-repeated':
      return `${who} writes its device again: the effect happens once more.`;
    default:
      return assertUnreachable(kind);
  }
}

const VICTIMS = { memory: 'memory', utcb: 'the UTCB', slot: 'the slot' } as const;

/** What the fault changed at once; where it changed nothing yet, what it hit. */
function injectedSentence(incident: Incident, plan: MachinePlan): string {
  const { app, replica, place, at, mask } = incident;
  const who = subjectName(plan, app, replica);
  const fault = faultOf(plan, incident.fault);
  const target = FAULT_TARGETS[fault?.target ?? 0] ?? 'gpr';
  if (place < 0) return `A fault hits ${victimOf(target, fault, who)}.`;
  const [actor, verb] = CHANGES[target] ?? ['A fault', 'flips'];
  return `${actor} ${verb} ${bitWords(mask)} of ${placeWords(place, at)} in ${who}.`;
}

const CHANGES: Partial<Record<FaultTarget, readonly [actor: string, verb: string]>> = {
  instr: ['A wrong instruction', 'changes'],
  alu: ['A wrong arithmetic result', 'changes'],
  rat: ['A wrong register renaming', 'changes'],
};

function victimOf(target: FaultTarget, fault: FaultPlan | undefined, who: string): string {
  switch (target) {
    case 'instr':
      return `an instruction of ${who}`;
    case 'message':
      return `the next ${MESSAGE_KINDS[fault?.message ?? 0] ?? 'message'} of ${who}`;
    case 'core':
      return `C${fault?.core ?? 0}`;
    case 'kernel':
      return `kernel state on C${fault?.core ?? 0}`;
    case 'slot':
      return `the slot of ${who}`;
    case 'romain':
      return 'Romain on the Res core';
    default:
      return who;
  }
}

/** A fault of the run by its index: those of the scenario, then those that came by themselves. */
function faultOf(plan: MachinePlan, index: number): FaultPlan | undefined {
  const { atCycle, atEvent } = plan.faults;
  return [...atCycle, ...atEvent].find((fault) => fault.index === index);
}

function replicasOf({ apps }: MachinePlan, app: number): number {
  return apps[app]?.cores.length ?? 0;
}

function memoryOf({ apps }: MachinePlan, app: number): string {
  return `registers, UTCB and ${cyclesText((apps[app]?.writableBytes ?? 0) / 1024)} KiB`;
}
