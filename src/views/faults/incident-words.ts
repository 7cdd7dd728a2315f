import { assertUnreachable } from '../../base/assert.ts';
import { msg, t } from '../../base/language.ts';
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

/** One or two words for a mark or a row, as messages. */
export const INCIDENT_LABELS: Readonly<Record<IncidentKind, string>> = {
  injected: msg('fault'),
  died: msg('masked'),
  spread: msg('spreads'),
  'wrong-trap': msg('wrong trap'),
  crashed: msg('crash'),
  hung: msg('hang'),
  watchdog: msg('watchdog'),
  mismatch: msg('mismatch'),
  outvoted: msg('outvoted'),
  overlooked: msg('overlooked'),
  recovered: msg('recovered'),
  infected: msg('wrong copy'),
  externalized: msg('wrong output'),
  stopped: msg('stopped'),
  'message-dropped': msg('lost'),
  'message-delayed': msg('delayed'),
  'message-corrupted': msg('corrupted'),
  'message-empty': msg('no effect'),
  'core-stopped': msg('core stops'),
  'core-stuck': msg('bit sticks'),
  contained: msg('contained'),
  'wild-write': msg('wild write'),
  'rcb-failed': msg('RCB fails'),
  stalled: msg('stalled'),
  'input-differs': msg('other input'),
  'write-repeated': msg('written again'),
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
      return place < 0
        ? t('The fault changes nothing.')
        : t('The wrong {where} of {who} is gone.', { where, who });
    case 'spread':
      return other === place
        ? t('A wrong value of {who} stays in {where}.', { who, where })
        : t('{who} carries the error from {from} to {where}: {bits}.', {
            who,
            from: placeWords(other, at),
            where,
            bits: bitWords(mask),
          });
    case 'wrong-trap':
      return t('{who} raises another trap: {trap}.', {
        who,
        trap: t(TRAP_WORDS[TRAP_KINDS[other] ?? 'exception']),
      });
    case 'crashed':
      return t('{who} raises an exception from which it cannot go on.', { who });
    case 'hung':
      return t('{who} loops and raises no trap.', { who });
    case 'watchdog':
      return t('The instruction counter stops {who}, which hangs.', { who });
    case 'mismatch':
      return t('Romain compares {count} states: they differ.', { count: replicasOf(plan, app) });
    case 'outvoted':
      return t('Romain decides that {who} is wrong and copies R{other} to it.', { who, other });
    case 'overlooked':
      return t('{who} differs too, but goes on as it is: no alarm.', { who });
    case 'recovered':
      return t('{who} equals R{other} again: registers, UTCB and {size} KiB copied.', {
        who,
        other,
        size: memoryOf(plan, app),
      });
    case 'infected':
      return t('{who} takes over the wrong {where} of its leader R{other}.', { who, where, other });
    case 'externalized':
      return t('A wrong value of {who} leaves the application.', { who });
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
  const values = { kind: MESSAGE_KINDS[other] ?? 'none', who };
  switch (kind) {
    case 'message-dropped':
      return t('A fault loses the {kind, select, none {message} other {{kind}}} of {who}.', values);
    case 'message-delayed':
      return t(
        'A fault delays the {kind, select, none {message} other {{kind}}} of {who} by {cycles} cycles.',
        { ...values, cycles: cyclesText(at) },
      );
    case 'message-corrupted':
      return t(
        'A fault corrupts the {kind, select, none {message} other {{kind}}} of {who}.',
        values,
      );
    case 'message-empty':
      return t(
        'A fault hits the {kind, select, none {message} other {{kind}}} of {who}, which carries no word: nothing changes.',
        values,
      );
    case 'core-stopped':
      return t('C{core} stops for ever.', { core: at });
    case 'core-stuck':
      return t('One register bit of C{core} sticks at 1.', { core: at });
    case 'contained':
      return t('Memory isolation refuses a wild write of C{core}, which stops.', { core: at });
    case 'wild-write':
      return t(WILD_WRITES[WILD_VICTIMS[other] ?? 'memory'], { who });
    case 'rcb-failed':
      return t('The reliable computing base fails: {failure}.', {
        failure: t(RCB_FAILURES[other] ?? 'Romain crashes'),
      });
    case 'stalled':
      return t('Nothing is left to happen: {who} waits for ever.', { who });
    case 'input-differs':
      return other < 0
        ? t('{who} reads its device itself and finds the FIFO empty.', { who })
        : t('{who} reads its device itself and gets another value than is due: number {number}.', {
            who,
            number: cyclesText(other + 1),
          });
    case 'write-repeated':
      return t('{who} writes its device again: the effect happens once more.', { who });
    default:
      return assertUnreachable(kind);
  }
}

/** How the reliable computing base fails, in the names that the kernel gives. */
const WILD_WRITES: Readonly<Record<(typeof WILD_VICTIMS)[number], string>> = {
  memory: msg('A wild write of a faulty core hits memory of {who}.'),
  utcb: msg('A wild write of a faulty core hits the UTCB of {who}.'),
  slot: msg('A wild write of a faulty core hits the slot of {who}.'),
};

/** What the fault changed at once; where it changed nothing yet, what it hit. */
function injectedSentence(incident: Incident, plan: MachinePlan): string {
  const { app, replica, place, at, mask } = incident;
  const who = subjectName(plan, app, replica);
  const fault = faultOf(plan, incident.fault);
  const target = FAULT_TARGETS[fault?.target ?? 0] ?? 'gpr';
  if (place < 0) return hitSentence(target, fault, who);
  const changes = CHANGES[target] ?? msg('A fault flips {bits} of {where} in {who}.');
  return t(changes, { bits: bitWords(mask), where: placeWords(place, at), who });
}

const CHANGES: Partial<Record<FaultTarget, string>> = {
  instr: msg('A wrong instruction changes {bits} of {where} in {who}.'),
  alu: msg('A wrong arithmetic result changes {bits} of {where} in {who}.'),
  rat: msg('A wrong register renaming changes {bits} of {where} in {who}.'),
};

function hitSentence(target: FaultTarget, fault: FaultPlan | undefined, who: string): string {
  switch (target) {
    case 'instr':
      return t('A fault hits an instruction of {who}.', { who });
    case 'message':
      return t('A fault hits the next {kind, select, none {message} other {{kind}}} of {who}.', {
        kind: MESSAGE_KINDS[fault?.message ?? 0] ?? 'none',
        who,
      });
    case 'core':
      return t('A fault hits C{core}.', { core: fault?.core ?? 0 });
    case 'kernel':
      return t('A fault hits kernel state on C{core}.', { core: fault?.core ?? 0 });
    case 'slot':
      return t('A fault hits the slot of {who}.', { who });
    case 'romain':
      return t('A fault hits Romain on the Res core.');
    default:
      return t('A fault hits {who}.', { who });
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

/** KiB of an application that recovery copies. */
function memoryOf({ apps }: MachinePlan, app: number): string {
  return cyclesText((apps[app]?.writableBytes ?? 0) / 1024);
}
