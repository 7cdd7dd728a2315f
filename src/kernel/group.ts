import { TRAP_KINDS } from '../base/vocabulary.ts';
import type { TrapKind } from '../base/vocabulary.ts';
import { ACTIVITY_INDEX } from './activities.ts';
import { enterPart, enterPartTogether, PART_INDEX } from './accounting.ts';
import type { Kernel } from './context.ts';
import {
  accessHandling,
  awaitInterrupt,
  finishDeviceEvent,
  isAccess,
  readRegisters,
} from './device-io.ts';
import type { KernelEvent } from './events.ts';
import { applyStuckBit } from './faults/cores.ts';
import { setCourse, takeOverState } from './faults/divergence.ts';
import { isCall } from './faults/flow.ts';
import { PLACE_UTCB } from './faults/incidents.ts';
import { scheduleEventFaults } from './faults/inject.ts';
import { followPointers, finishRecovery, reactToMismatch, voteOf } from './faults/react.ts';
import { tell } from './faults/tell.ts';
import { handlingOf, STATE_BYTES } from './handling.ts';
import { leaveCoreForGood, retire, stopApp } from './over.ts';
import { handlingClass } from './program.ts';
import type { HandlingClass } from './program.ts';
import { COMPARED, COMPLETED, HANDLED, MET } from './trace-sink.ts';
import { runUserCode } from './user-code.ts';
import { run } from './work.ts';

/*
 * What all signalling methods share of an externalization event: arrival, meeting, vote, handling,
 * return to user code, end of the program. The methods decide where and in which order.
 */

/** Number of replicas of `app`. */
export function groupSize(k: Kernel, app: number): number {
  return k.m.replicas[app].length;
}

/** Trap kind that `app` is handled for: the one that its leader raised. */
export function trapOf(k: Kernel, app: number): TrapKind {
  const { leader } = k.m.apps[app];
  return TRAP_KINDS[k.m.replicas[app][leader === -1 ? 0 : leader].raised];
}

/** Is that event handled once per replica, or once and copied? */
export function classOf(k: Kernel, app: number): HandlingClass {
  if (isAccess(k, app)) return 'replicatable';
  return handlingClass(trapOf(k, app), k.plan.era);
}

/** The replica's own core computes its next segment, as its wrong values and faults to come let it. */
export function compute(k: Kernel, app: number, replica: number): void {
  runUserCode(k, app, replica);
  const { device } = k.plan.apps[app];
  if (device !== null) readRegisters(k, app, replica, device);
  if (k.plan.faults.atEvent.length > 0) scheduleEventFaults(k, app, replica);
  const { stuck } = k.m.cores[k.plan.apps[app].cores[replica]];
  if (stuck !== null) applyStuckBit(k, app, replica, stuck);
  setCourse(k, app, replica);
}

/** Records the arrival of `replica`; true when it is the last one of its group. */
export function arrive(k: Kernel, app: number, replica: number): boolean {
  const a = k.m.apps[app];
  enterPart(k, app, replica, PART_INDEX.wait);
  k.m.replicas[app][replica].arrivedAt = k.m.now;
  a.order.push(replica);
  return a.order.length === groupSize(k, app);
}

/** All have arrived: they are compared next, and served in the order `serve`, leader first. */
export function meet(k: Kernel, app: number, serve: readonly number[]): void {
  const a = k.m.apps[app];
  a.stage = 'comparing';
  a.leader = serve[0];
  a.serve = serve.slice();
  a.cursor = 0;
  a.finished = 0;
  enterPartTogether(k, app, PART_INDEX.compare);
  k.sink?.milestone(k.m, app, a.event, MET);
}

/**
 * Applies `compared`: the vote. True when the group may be handled at once; else it is recovered
 * first (`recovered` ends that), or the app or the machine has stopped.
 */
export function compare(k: Kernel, event: KernelEvent): boolean {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  if (!followPointers(k, app)) return false;
  k.sink?.milestone(k.m, app, a.event, COMPARED);
  const verdict = voteOf(k, app);
  if (verdict === null || verdict.kind === 'agree') return mayHandle(k, event);
  reactToMismatch(k, event, verdict);
  return false;
}

/** Applies `recovered`: true when the group may be handled now. */
export function recover(k: Kernel, event: KernelEvent): boolean {
  return finishRecovery(k, event) && mayHandle(k, event);
}

/** An exception that no vote repaired cannot be handled: the app stops. */
function mayHandle(k: Kernel, event: KernelEvent): boolean {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  if (k.m.replicas[app].some((r) => r.crashed)) {
    stopApp(k, app, event.core, 'crash');
    return false;
  }
  a.stage = 'handling';
  a.cursor = 0;
  enterPartTogether(k, app, PART_INDEX.handle);
  return true;
}

/** `thread` on `core` handles the trap on behalf of `replica`; completes as `handled`. */
export function handleFor(k: Kernel, at: { core: number; thread: number }, replica: number): void {
  const { app } = k.plan.threads[at.thread];
  if (awaitInterrupt(k, at, replica)) return;
  const handling = accessHandling(k, app) ?? handlingOf(k.plan.costs, trapOf(k, app));
  k.m.apps[app].bytesCopied += handling.bytesCopied;
  run(
    k,
    at.core,
    at.thread,
    { activity: handling.activity, cycles: handling.cycles, kind: 'handled', arg: replica },
    replica,
  );
}

/** The leader's result is stored (`state-put`), or taken over by `replica` (`state-got`). */
export function copyState(k: Kernel, at: { core: number; thread: number }, replica: number): void {
  const { app } = k.plan.threads[at.thread];
  const a = k.m.apps[app];
  const put = replica === a.leader;
  a.bytesCopied += STATE_BYTES;
  if (!put) takeOverState(k, app, replica, a.leader);
  const costs = k.plan.costs;
  run(
    k,
    at.core,
    at.thread,
    {
      activity: put ? ACTIVITY_INDEX.put : ACTIVITY_INDEX.get,
      cycles: put ? costs.put : costs.get,
      kind: put ? 'state-put' : 'state-got',
      arg: replica,
    },
    replica,
  );
}

/** Is the event that is handled the program's last? */
export function isLastEvent(k: Kernel, app: number): boolean {
  return k.m.apps[app].event === k.plan.apps[app].program.length - 1;
}

/**
 * The event is handled for the whole group. Ends the app after its last event and returns true;
 * else the replicas may be released.
 */
export function finishHandling(k: Kernel, app: number, core: number): boolean {
  const a = k.m.apps[app];
  k.sink?.milestone(k.m, app, a.event, HANDLED);
  noteOutput(k, app);
  const { device } = k.plan.apps[app];
  if (device !== null) finishDeviceEvent(k, app, device);
  if (isLastEvent(k, app)) {
    endApp(k, app, core);
    return true;
  }
  enterPartTogether(k, app, PART_INDEX.signalOut);
  a.event++;
  a.stage = 'resuming';
  a.order = [];
  a.cursor = 0;
  a.resumed = 0;
  for (const r of k.m.replicas[app]) {
    r.released = false;
    r.arrivedAt = -1;
  }
  return false;
}

/** The replica's own core runs for it again. */
export function ownCoreRuns(k: Kernel, app: number, replica: number): void {
  k.m.replicas[app][replica].released = true;
  enterPart(k, app, replica, PART_INDEX.resume);
}

/** Applies `resumed`: the replica is back in user code. */
export function backInUserCode(k: Kernel, app: number, replica: number): void {
  const a = k.m.apps[app];
  const r = k.m.replicas[app][replica];
  enterPart(k, app, replica, PART_INDEX.compute);
  r.segment++;
  r.released = false;
  a.resumed++;
  if (a.resumed === groupSize(k, app)) {
    a.completed++;
    a.stage = k.m.replicas[app].some((other) => other.part !== PART_INDEX.compute)
      ? 'arriving'
      : 'compute';
    k.sink?.milestone(k.m, app, a.event - 1, COMPLETED);
  }
  compute(k, app, replica);
}

/** The program has ended on `core`. */
function endApp(k: Kernel, app: number, core: number): void {
  retire(k, app, core);
  k.sink?.milestone(k.m, app, k.m.apps[app].event - 1, COMPLETED);
  leaveCoreForGood(k, core);
}

/**
 * What was handled on the leader's behalf may have left the app: a call with a wrong argument, a call
 * that should not have been made, or one that was due and was not made.
 */
function noteOutput(k: Kernel, app: number): void {
  const a = k.m.apps[app];
  const leader = Math.max(0, a.leader);
  const r = k.m.replicas[app][leader];
  if (r.deviations.length === 0) return;
  const due = k.plan.apps[app].program.trap[a.event];
  if (!isCall(due) && !isCall(r.raised)) return;
  const wrong = r.deviations.find((d) => d.place === PLACE_UTCB);
  if (r.raised === due && wrong === undefined) return;
  tell(k, {
    kind: 'externalized',
    app,
    replica: leader,
    fault: wrong?.fault ?? r.deviations[0].fault,
  });
  if (a.externalizedAt !== -1) return;
  a.externalizedAt = k.m.now;
  a.externalizedEvent = a.event;
}
