import { assert } from '../base/assert.ts';
import { TRAP_KINDS } from '../base/vocabulary.ts';
import type { TrapKind } from '../base/vocabulary.ts';
import { nextHalfNormal } from '../base/rng.ts';
import { ACTIVITY_INDEX } from './activities.ts';
import { enterPart, enterPartTogether, PART_INDEX, settle } from './accounting.ts';
import type { Kernel } from './context.ts';
import { setActivity } from './context.ts';
import { block, run } from './cores.ts';
import { handlingOf, STATE_BYTES } from './handling.ts';
import { stopReplicaPolling } from './poll-loop.ts';
import { handlingClass } from './program.ts';
import type { HandlingClass } from './program.ts';
import { COMPARED, COMPLETED, HANDLED, MET } from './trace-sink.ts';
import { vote } from './vote.ts';

/*
 * What all signalling methods share of an externalization event: arrival, meeting, vote, handling,
 * return to user code, end of the program. The methods decide where and in which order.
 */

/** Number of replicas of `app`. */
export function groupSize(k: Kernel, app: number): number {
  return k.m.replicas[app].length;
}

/** Trap kind of the event that `app` gathers or handles. */
export function trapOf(k: Kernel, app: number): TrapKind {
  return TRAP_KINDS[k.plan.apps[app].program.trap[k.m.apps[app].event]];
}

/** Is that event handled once per replica, or once and copied? */
export function classOf(k: Kernel, app: number): HandlingClass {
  return handlingClass(trapOf(k, app), k.plan.era);
}

/** The replica's own core computes its next segment. */
export function compute(k: Kernel, app: number, replica: number): void {
  const plan = k.plan.apps[app];
  const r = k.m.replicas[app][replica];
  const nominal = plan.program.cycles[r.segment];
  const skew =
    groupSize(k, app) > 1 ? Math.round(nextHalfNormal(k.m.rng) * k.plan.costs.skew_sigma) : 0;
  run(k, plan.cores[replica], plan.replicaThreads[replica], {
    activity: ACTIVITY_INDEX.user,
    cycles: nominal + skew,
    kind: 'trap',
    arg: plan.program.trap[r.segment],
  });
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

/** The vote over all sums. */
export function compare(k: Kernel, app: number): void {
  const a = k.m.apps[app];
  const verdict = vote(k.m.replicas[app].map((r) => r.sum));
  assert(verdict === 'agree', `app ${app}: states differ at event ${a.event} without a fault`);
  a.stage = 'handling';
  a.cursor = 0;
  enterPartTogether(k, app, PART_INDEX.handle);
  k.sink?.milestone(k.m, app, a.event, COMPARED);
}

/** `thread` on `core` handles the trap on behalf of `replica`; completes as `handled`. */
export function handleFor(k: Kernel, at: { core: number; thread: number }, replica: number): void {
  const { app } = k.plan.threads[at.thread];
  const handling = handlingOf(k.plan.costs, trapOf(k, app));
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

/** The program has ended: its replicas and Romain's thread for it stop where they are. */
function endApp(k: Kernel, app: number, core: number): void {
  const a = k.m.apps[app];
  const plan = k.plan.apps[app];
  for (const r of k.m.replicas[app]) settle(k.m, a, r);
  a.event++;
  a.completed++;
  a.stage = 'ended';
  a.manager = 'none';
  a.endedAt = k.m.now;
  plan.cores.forEach((home) => {
    if (home !== core) haltCore(k, home);
  });
  k.sink?.milestone(k.m, app, a.event - 1, COMPLETED);
  block(k, core, ACTIVITY_INDEX.halted);
  if (k.m.apps.every((other) => other.stage === 'ended')) k.m.queue = [];
}

function haltCore(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  if (c.thread !== -1 && c.pollSince !== -1) {
    stopReplicaPolling(k, core, k.plan.threads[c.thread].app);
  }
  c.token++;
  c.thread = -1;
  c.doneAt = -1;
  c.idleActivity = ACTIVITY_INDEX.halted;
  if (c.handler === -1) setActivity(k, core, { activity: c.idleActivity, app: -1, replica: -1 });
}
