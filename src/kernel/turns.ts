import { ACTIVITY_INDEX } from './activities.ts';
import { leaveQueue } from './accounting.ts';
import type { Kernel } from './context.ts';
import { schedule } from './context.ts';
import type { Core } from './machine.ts';
import { isCleared, pollOnce } from './shared-polls.ts';
import { FOREVER, loopForEver, run } from './work.ts';

/*
 * Replicas of several applications share a NonRes core as threads of one priority do under
 * Fiasco.OC: round robin with time slices. Who blocks gives the core away at once and keeps what is
 * left of its slice; who becomes ready queues at the tail and preempts nobody; who polls yields
 * after every poll. Switching to another thread than the last takes `core_switch`.
 * No timer ticks in vain: one is set only while somebody else could use the core.
 */

/** The first thread in the queue of `core` gets it. */
export function takeTurn(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  const thread = c.ready.shift() as number;
  const last = c.lastThread;
  c.thread = thread;
  if (last === -1 || last === thread) {
    beginTurn(k, core);
    return;
  }
  run(k, core, thread, {
    activity: ACTIVITY_INDEX.switchTo,
    cycles: k.plan.costs.core_switch,
    kind: 'switched-to',
    arg: k.plan.threads[thread].replica,
  });
}

/** Applies `switched-to`: the thread goes on with what it is ready for. */
export function beginTurn(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  const { thread } = c;
  const t = k.m.threads[thread];
  startSlice(k, core, t.used);
  leaveQueue(k, thread);
  if (t.kind === 'yielded') pollOnce(k, core);
  else if (t.cycles === FOREVER) loopForEver(k, core, thread);
  else run(k, core, thread, t, t.subject);
  armSlice(k, core);
}

/** A slice of which `used` is gone begins; whatever timer was set is void. */
export function startSlice(k: Kernel, core: number, used: number): void {
  const c = k.m.cores[core];
  c.turn--;
  c.turnSince = k.m.now - used;
  c.sliceEnd = -1;
}

/** The thread on `core` gives it away before its slice is over, and keeps the rest of it. */
export function endTurn(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  if (c.thread === -1) return;
  k.m.threads[c.thread].used = (k.m.now - c.turnSince) % k.plan.costs.time_slice;
  c.turn--;
  c.sliceEnd = -1;
}

/** Sets the timer that ends the running slice, once somebody else could use the core. */
export function armSlice(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  if (c.sliceEnd !== -1 || !isMeasured(c) || !isWanted(k, core)) return;
  const slice = k.plan.costs.time_slice;
  const slices = Math.max(1, Math.ceil((k.m.now - c.turnSince) / slice));
  c.sliceEnd = c.turnSince + slices * slice;
  schedule(k, {
    time: c.sliceEnd,
    kind: 'slice-ended',
    core,
    thread: c.thread,
    token: c.turn,
    arg: -1,
  });
}

/** Does a slice run? Not while the core is switched, and polls end by themselves. */
function isMeasured(c: Core): boolean {
  return c.thread !== -1 && c.kind !== 'switched-to' && c.pollSince === -1;
}

/**
 * Would somebody else than the running thread come on by having the core? A replica that loops for
 * ever only takes it from others, and one that polls in vain gives it back at once.
 */
export function isWanted(k: Kernel, core: number): boolean {
  const c = k.m.cores[core];
  const endless = c.handler === -1 ? c.doneAt === -1 : c.pausedCycles === FOREVER;
  return c.ready.some((thread) => {
    const t = k.m.threads[thread];
    if (t.kind === 'yielded') return isCleared(k, thread);
    return t.cycles !== FOREVER || !endless;
  });
}

/** Does `thread` wait for `core`, or is the core being switched to it? Then its work is kept in the thread. */
export function isOff(k: Kernel, core: number, thread: number): boolean {
  const c = k.m.cores[core];
  return c.thread !== thread || c.kind === 'switched-to';
}
