import type { Cycles } from '../../base/units.ts';
import type { FaultOutcome } from '../../base/vocabulary.ts';
import type { App, Machine } from '../machine.ts';
import type { MachinePlan } from '../plan.ts';
import { STOP_REASONS } from './incidents.ts';

/**
 * How a run ended for one app; `completed` = no fault hit it and nothing went wrong. The run must be
 * over (`isEnded`), or its fate decided (`isFateDecided`).
 */
export function outcomeOf(machine: Machine, app: number): 'completed' | FaultOutcome {
  const a = machine.apps[app];
  const stop = STOP_REASONS[a.stop];
  if (stop === 'rcb') return 'RCB failure';
  if (a.externalizedAt !== -1) return 'silent corruption';
  if (stop === 'crash') return 'crash contained';
  if (stop !== 'none') return 'detected, stopped';
  // With events left to happen the fate was decided early, and the app is on its way.
  if (a.endedAt === -1 && machine.queue.length === 0) return 'hang';
  if (!isClean(machine, app)) return 'latent at end';
  if (a.recoveries > 0) return 'corrected';
  return a.injected > 0 ? 'masked' : 'completed';
}

/** The first fault of an app, when it was seen, and whether it got out. */
export interface FaultSummary {
  readonly injected: number;
  /** Instants and events are -1 when it never happened. */
  readonly injectedAt: Cycles;
  readonly injectedEvent: number;
  /** First mismatch, or the stop that the fault led to. */
  readonly detectedAt: Cycles;
  readonly detectedEvent: number;
  /** Replicas overwritten. */
  readonly recoveries: number;
  /** First wrong value that left the app. */
  readonly externalizedAt: Cycles;
  readonly externalizedEvent: number;
  /** Wrong values still there, over all replicas. */
  readonly latent: number;
}

/** What became of the faults of `app` so far. */
export function faultSummaryOf(machine: Machine, app: number): FaultSummary {
  const a = machine.apps[app];
  return {
    injected: a.injected,
    injectedAt: a.injectedAt,
    injectedEvent: a.injectedEvent,
    detectedAt: a.detectedAt,
    detectedEvent: a.detectedEvent,
    recoveries: a.recoveries,
    externalizedAt: a.externalizedAt,
    externalizedEvent: a.externalizedEvent,
    latent: machine.replicas[app].reduce((sum, r) => sum + r.deviations.length, 0),
  };
}

/** Is every replica of `app` as in a fault-free run, and on its way? */
function isClean(machine: Machine, app: number): boolean {
  return machine.replicas[app].every((r) => r.deviations.length === 0 && !r.garbled && !r.deaf);
}

/**
 * Is the rest of the run known to be that of a fault-free one, up to its timing, or its outcome
 * decided already? True only when no fault is still to come.
 */
export function isFateDecided(plan: MachinePlan, machine: Machine): boolean {
  const { atCycle, atEvent } = plan.faults;
  if (machine.nextFault < atCycle.length || machine.armed.length > 0) return false;
  if (atEvent.length > 0 && injected(machine) < atCycle.length + atEvent.length) return false;
  return machine.apps.every(
    // Replicas that read a device themselves differ without any fault.
    (a, app) => (plan.apps[app].device === null || a.endedAt !== -1) && isSettled(machine, a, app),
  );
}

function injected(machine: Machine): number {
  return machine.apps.reduce((sum, app) => sum + app.injected, 0);
}

function isSettled(machine: Machine, a: App, app: number): boolean {
  if (a.endedAt !== -1) return true;
  // What got out stays out, but a mismatch to come may still halt the other apps, or take Romain along.
  const alone = machine.apps.length === 1 && !machine.replicas[app].some((r) => r.garbled);
  if (a.externalizedAt !== -1 && alone) return true;
  if (machine.lostMessages > 0) return false;
  if (machine.cores.some((core) => core.stopped || core.stuck !== null)) return false;
  return isClean(machine, app);
}
