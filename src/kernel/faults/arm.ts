import type { Kernel } from '../context.ts';
import { copyMachine } from '../copy.ts';
import type { Machine } from '../machine.ts';
import { allOver } from '../over.ts';
import type { MachinePlan } from '../plan.ts';
import { pushEvent } from '../queue.ts';
import type { FaultPlan } from './fault-plan.ts';

/*
 * Of the faults at a cycle, only the next one is on the queue. Its sequence number is -1: it comes
 * before whatever else happens at that instant and takes no number from others, so that a run is the
 * same, step for step, until its first fault hits.
 */
const FIRST_OF_ITS_INSTANT = -1;

/** Puts the next fault at a cycle on the queue. */
export function armNextFault(k: Kernel): void {
  const fault = k.plan.faults.atCycle[k.m.nextFault];
  if (fault === undefined) return;
  pushEvent(k.m.queue, {
    time: fault.cycle,
    seq: FIRST_OF_ITS_INSTANT,
    kind: 'fault-injected',
    core: coreOf(k.plan, fault),
    thread: k.plan.apps[fault.app].replicaThreads[fault.replica],
    token: -1,
    arg: fault.index,
  });
}

/** The core on which a fault shows: the one that it names, else the home of its replica. */
export function coreOf(plan: MachinePlan, fault: FaultPlan): number {
  return fault.core === -1 ? plan.apps[fault.app].cores[fault.replica] : fault.core;
}

/** `plan` with these faults, all at a cycle, instead of its own. */
export function withFaults(plan: MachinePlan, faults: readonly FaultPlan[]): MachinePlan {
  const atCycle = faults.toSorted((a, b) => a.cycle - b.cycle);
  return { ...plan, faults: { ...plan.faults, atCycle, atEvent: [] } };
}

/**
 * A copy of `machine`, of a run of `plan` without its faults, as if they had been there from the
 * start. All must be at a cycle later than `machine.now`.
 */
export function armFaults(plan: MachinePlan, machine: Machine): Machine {
  const m = copyMachine(machine);
  // Once all apps are over nothing is left to hit, and the run does not go on to the fault.
  if (allOver(m)) return m;
  armNextFault({ plan, m, sink: null });
  return m;
}
