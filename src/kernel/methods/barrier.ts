import { ACTIVITY_INDEX } from '../activities.ts';
import { hold } from '../accounting.ts';
import type { Kernel } from '../context.ts';
import { block, makeReady } from '../cores.ts';
import type { KernelEvent } from '../events.ts';
import {
  arrive,
  classOf,
  compare,
  copyState,
  finishHandling,
  groupSize,
  handleFor,
  isLastEvent,
  meet,
  recover,
} from '../group.ts';
import { unexpected } from './method.ts';
import { run } from '../work.ts';

/*
 * The replication protocol of the 2012 source (facts 4.3), used as it is by local handling and
 * inside thread migration: an enter barrier whose last arriver leads, handling by the leader, then
 * by the others (or a copy of its result), and a leave barrier that the last finisher opens.
 * The two methods differ in where a thread runs, how a sleeper is woken, and how it leaves.
 */

export interface BarrierPlace {
  /** What the last arriver does first; must lead to `sumNext`. */
  readonly beginVote: (k: Kernel, event: KernelEvent) => void;
  /** Cycles to sum the registers of `replica` on `core`. */
  readonly sumCycles: (
    k: Kernel,
    core: number,
    replica: { app: number; replica: number },
  ) => number;
  /** Cycles that the waker spends on one sleeper. */
  readonly wakeCycles: (k: Kernel) => number;
  /** The waker has triggered the sleeper: it will run `work` on its core. */
  readonly wake: (k: Kernel, core: number, thread: number) => void;
  /** The thread runs again after the leave barrier: leave. */
  readonly leave: (k: Kernel, event: KernelEvent) => void;
}

/** Applies `entered`: the thread is counted; all but the last sleep. */
function enterBarrier(k: Kernel, event: KernelEvent, place: BarrierPlace): void {
  const { app, replica } = k.plan.threads[event.thread];
  if (!arrive(k, app, replica)) {
    block(k, event.core, ACTIVITY_INDEX.sleeping);
    return;
  }
  const { order } = k.m.apps[app];
  const sleepers = order.slice(0, -1);
  meet(k, app, [replica, ...sleepers]);
  place.beginVote(k, event);
}

/** The leader sums the registers of the next replica in index order. */
export function sumNext(k: Kernel, event: KernelEvent, place: BarrierPlace): void {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const replica = a.cursor++;
  const last = a.cursor === groupSize(k, app);
  run(
    k,
    event.core,
    event.thread,
    {
      activity: ACTIVITY_INDEX.checksum,
      cycles: place.sumCycles(k, event.core, { app, replica }),
      kind: last ? 'compared' : 'summed',
      arg: replica,
    },
    replica,
  );
}

/** Applies the completions inside the barrier protocol. */
export function advanceBarrier(k: Kernel, event: KernelEvent, place: BarrierPlace): void {
  const { app, replica } = k.plan.threads[event.thread];
  switch (event.kind) {
    case 'entered':
      return enterBarrier(k, event, place);
    case 'summed':
      return sumNext(k, event, place);
    case 'compared':
      if (compare(k, event)) handleFor(k, event, replica);
      return undefined;
    case 'recovered':
      if (recover(k, event)) handleFor(k, event, replica);
      return undefined;
    case 'reentered':
      if (classOf(k, app) === 'finished') return handleFor(k, event, replica);
      return copyState(k, event, replica);
    case 'handled':
    case 'state-put':
    case 'state-got':
      return afterHandling(k, event, place);
    case 'woken':
      return afterWake(k, event, place);
    case 'left':
      return place.leave(k, event);
    default:
      return unexpected('the barrier', event);
  }
}

function afterHandling(k: Kernel, event: KernelEvent, place: BarrierPlace): void {
  const { app, replica } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const leads = replica === a.leader;
  if (leads && event.kind === 'handled' && classOf(k, app) === 'replicatable') {
    if (isLastEvent(k, app)) finishHandling(k, app, event.core);
    else copyState(k, event, replica);
    return;
  }
  a.finished++;
  if (leads) {
    a.cursor = 1;
    wakeNext(k, event, place);
    return;
  }
  a.sleepers.push(replica);
  if (a.finished < groupSize(k, app)) {
    block(k, event.core, ACTIVITY_INDEX.sleeping);
    return;
  }
  a.sleepers.pop();
  const sleepers = a.sleepers;
  if (finishHandling(k, app, event.core)) return;
  a.serve = [replica, ...sleepers];
  a.sleepers = [];
  a.cursor = 1;
  wakeNext(k, event, place);
}

/** The waker (leader on enter, last finisher on leave) triggers the next sleeper in `serve`. */
function wakeNext(k: Kernel, event: KernelEvent, place: BarrierPlace): void {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const replica = a.serve[a.cursor];
  const leaving = a.stage === 'resuming';
  run(
    k,
    event.core,
    event.thread,
    {
      activity: leaving ? ACTIVITY_INDEX.wakeLeave : ACTIVITY_INDEX.wakeEnter,
      cycles: place.wakeCycles(k),
      kind: 'woken',
      arg: replica,
    },
    replica,
  );
}

function afterWake(k: Kernel, event: KernelEvent, place: BarrierPlace): void {
  const { app, replica } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  place.wake(k, event.core, k.plan.apps[app].replicaThreads[event.arg]);
  a.cursor++;
  if (a.cursor < a.serve.length) return wakeNext(k, event, place);
  if (a.stage === 'resuming') return place.leave(k, event);
  a.sleepers.push(replica);
  block(k, event.core, ACTIVITY_INDEX.sleeping);
}

/** A woken thread gets its core back inside the event (`reentered`) or after the leave barrier (`left`). */
export function wakeThread(k: Kernel, core: number, thread: number, relock: boolean): void {
  const { app, replica } = k.plan.threads[thread];
  const leaving = k.m.apps[app].stage === 'resuming';
  const { ctx_switch, mutex } = k.plan.costs;
  if (core === k.plan.apps[app].resCore) hold(k, app, replica, true);
  makeReady(k, core, thread, {
    activity: leaving ? ACTIVITY_INDEX.leave : ACTIVITY_INDEX.reenter,
    cycles: ctx_switch + (relock || !leaving ? mutex : 0),
    kind: leaving ? 'left' : 'reentered',
    arg: replica,
  });
}
