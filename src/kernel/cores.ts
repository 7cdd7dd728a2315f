import { assert } from '../base/assert.ts';
import { ACTIVITY_INDEX } from './activities.ts';
import type { Kernel } from './context.ts';
import { schedule, setActivity } from './context.ts';
import type { KernelEvent } from './events.ts';
import { MESSAGE_INDEX } from './events.ts';
import { joinQueue, leaveQueue, noteQueue } from './accounting.ts';
import { startIdlePolling, stopIdlePolling } from './poll-loop.ts';
import { giveWay, suspendPolls } from './shared-polls.ts';
import { armSlice, endTurn, takeTurn } from './turns.ts';
import { FOREVER, run } from './work.ts';
import type { Work } from './work.ts';

/*
 * A core runs one thread at a time, first come first served, without preemption among threads;
 * on a NonRes core that applications share, replicas take turns instead (`turns.ts`).
 * An interrupt handler preempts whatever runs: the remaining cycles of the work below are kept,
 * and its completion, already on the queue, is made void by a new token.
 */

/** `thread` wants `core` for `work`; it starts at once if the core is free, else it queues. */
export function makeReady(k: Kernel, core: number, thread: number, work: Work): void {
  const c = k.m.cores[core];
  const t = k.m.threads[thread];
  t.core = core;
  t.activity = work.activity;
  t.cycles = work.cycles;
  t.kind = work.kind;
  t.arg = work.arg;
  if (k.plan.shared[core]) return awaitTurn(k, core, thread);
  c.ready.push(thread);
  if (c.thread === -1 && c.handler === -1) dispatch(k, core);
  else noteQueue(k, core);
}

/** A replica's thread is ready on a core that it shares. */
function awaitTurn(k: Kernel, core: number, thread: number): void {
  const c = k.m.cores[core];
  k.m.threads[thread].subject = k.plan.threads[thread].replica;
  joinQueue(k, thread);
  if (c.pollSince !== -1) giveWay(k, core);
  c.ready.push(thread);
  if (c.thread === -1 && c.handler === -1) dispatch(k, core);
  else armSlice(k, core);
}

/** The thread on `core` blocks; the core runs the next one, or shows `idleActivity`. */
export function block(k: Kernel, core: number, idleActivity: number): void {
  const c = k.m.cores[core];
  if (k.plan.shared[core]) endTurn(k, core);
  c.thread = -1;
  c.doneAt = -1;
  c.idleActivity = idleActivity;
  dispatch(k, core);
}

/** `core` is free: it runs the next thread, polls, or is idle. */
export function dispatch(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  if (c.stopped) return;
  if (c.ready.length === 0) {
    if (!startIdlePolling(k, core)) goIdle(k, core);
  } else if (k.plan.shared[core]) {
    takeTurn(k, core);
  } else {
    stopIdlePolling(k, core);
    const thread = c.ready.shift() as number;
    const t = k.m.threads[thread];
    run(k, core, thread, t, subjectOf(k, thread, t.arg));
  }
  noteQueue(k, core);
}

/** Romain's thread starts work for the replica in `arg`; a replica's thread works for itself. */
function subjectOf(k: Kernel, thread: number, arg: number): number {
  const { replica } = k.plan.threads[thread];
  return replica === -1 ? arg : replica;
}

function goIdle(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  const { app, replica } = occupantOfIdle(k, core);
  setActivity(k, core, { activity: c.idleActivity, app, replica });
}

/** A halted home core still belongs to the replica that is pinned to it. */
function occupantOfIdle(k: Kernel, core: number): { app: number; replica: number } {
  const c = k.m.cores[core];
  if (c.idleActivity === ACTIVITY_INDEX.halted || c.lastThread === -1)
    return { app: -1, replica: -1 };
  return k.plan.threads[c.lastThread];
}

/** Applies `ipi-arrived`: the handler starts, or the interrupt waits for the one that runs. */
export function interrupt(k: Kernel, event: KernelEvent): void {
  const c = k.m.cores[event.core];
  if (c.handler !== -1) {
    c.interrupts.push(event);
    return;
  }
  if (c.pollSince !== -1 && k.plan.shared[event.core]) {
    suspendPolls(k, event.core);
    startHandler(k, event, 0);
    return;
  }
  const idle = c.thread === -1 && c.pollSince === -1;
  if (c.thread !== -1) {
    assert(c.pollSince === -1, 'no interrupt reaches a core whose replica polls');
    c.pausedCycles = c.doneAt === -1 ? FOREVER : c.doneAt - k.m.now;
    c.pausedActivity = c.activity;
    c.pausedSubject = c.subject;
    c.token++;
  } else {
    stopIdlePolling(k, event.core);
  }
  startHandler(k, event, idle ? k.plan.costs.idle_wake : 0);
}

function startHandler(k: Kernel, event: KernelEvent, wake: number): void {
  const c = k.m.cores[event.core];
  c.handler = event.thread;
  const { app, replica } = k.plan.threads[event.thread];
  if (k.plan.shared[event.core] && c.thread !== -1 && k.plan.threads[c.thread].app !== app)
    joinQueue(k, c.thread);
  setActivity(k, event.core, { activity: ACTIVITY_INDEX.interrupt, app, replica });
  schedule(k, {
    time: k.m.now + wake + handlerCycles(k, event.arg),
    kind: 'ipi-handled',
    core: event.core,
    thread: event.thread,
    token: -1,
    arg: event.arg,
  });
  noteQueue(k, event.core);
}

/** Cycles of the interrupt handler by message kind (facts 4.9 and (b)). */
function handlerCycles(k: Kernel, message: number): number {
  const { ipi_handler, drq, ipi_send } = k.plan.costs;
  if (message === MESSAGE_INDEX.MIGRATE || message === MESSAGE_INDEX.ANSWER) return ipi_handler;
  if (message === MESSAGE_INDEX.WAKE) return ipi_handler + drq;
  return ipi_handler + drq + ipi_send;
}

/** The handler on `core` is done and its message delivered: next interrupt, paused work, or dispatch. */
export function endInterrupt(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  const next = c.interrupts.shift();
  if (next !== undefined) {
    startHandler(k, next, 0);
    return;
  }
  c.handler = -1;
  if (c.thread === -1) {
    dispatch(k, core);
    return;
  }
  if (k.plan.shared[core] && c.kind !== 'switched-to') leaveQueue(k, c.thread);
  const { app } = k.plan.threads[c.thread];
  const work = { activity: c.pausedActivity, cycles: c.pausedCycles, kind: c.kind, arg: c.arg };
  c.pausedCycles = -1;
  if (work.cycles === FOREVER) {
    setActivity(k, core, { activity: work.activity, app, replica: c.pausedSubject });
  } else {
    run(k, core, c.thread, work, c.pausedSubject);
  }
  noteQueue(k, core);
}
