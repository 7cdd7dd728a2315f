import { REGISTERS, TRAP_KINDS } from '../base/vocabulary.ts';
import { MESSAGE_KINDS } from '../kernel/events.ts';
import type { Incident } from '../kernel/faults/incidents.ts';
import { RCB_FAILURES, STOP_REASONS, WILD_VICTIMS } from '../kernel/faults/incidents.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { record } from '../run/record.ts';
import type { AppSummary, Recording } from '../run/recording.ts';
import type { FaultSpec } from '../scenario/scenario.ts';
import type { Crafted } from './plans.ts';
import { craftPlan } from './plans.ts';

/** A whole run with faults, and what it told in words. */
export interface FaultyRun {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  /** The first app. */
  readonly app: AppSummary;
  /** Each incident as `kind Rn place other`, in order. */
  readonly told: readonly string[];
}

/** A fault of app 0 in replica 1, half way through the computing before its second event. */
export function faultOf(
  fault: Partial<FaultSpec> & Pick<FaultSpec, 'target'>,
): Crafted['faults'] & object {
  return [{ at: { event: 1 }, app: 0, replica: 1, ...fault }];
}

/** Runs a crafted scenario to its end. */
export function runFaulty(crafted: Crafted): FaultyRun {
  const plan = craftPlan(crafted);
  const recording = record(plan);
  const told = recording.incidents.map(wordsOf);
  return { plan, recording, app: recording.summary.apps[0], told };
}

const PLACES = [...REGISTERS, 'utcb', 'page'];

/** `injected R1 ax`, `outvoted R1 by R2`, `stopped fail-stop`. */
function wordsOf(incident: Incident): string {
  const { kind, replica, place } = incident;
  const who = replica === -1 ? [] : [`R${replica}`];
  const where = place === -1 ? [] : [PLACES[place]];
  return [kind, ...who, ...where, ...otherOf(incident)].join(' ');
}

function otherOf({ kind, other, at }: Incident): string[] {
  switch (kind) {
    case 'outvoted':
      return [`by R${other}`];
    case 'recovered':
    case 'infected':
      return [`from R${other}`];
    case 'spread':
      return [`from ${PLACES[other]}`];
    case 'wrong-trap':
      return [TRAP_KINDS[other]];
    case 'stopped':
      return [STOP_REASONS[other]];
    case 'rcb-failed':
      return [RCB_FAILURES[other]];
    case 'wild-write':
      return [WILD_VICTIMS[other]];
    case 'core-stopped':
    case 'core-stuck':
    case 'contained':
      return [`C${at}`];
    default:
      return kind.startsWith('message-') ? [MESSAGE_KINDS[other]] : [];
  }
}
