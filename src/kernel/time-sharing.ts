import { ACTIVITY_INDEX } from './activities.ts';
import { joinQueue, leaveQueue } from './accounting.ts';
import type { Kernel } from './context.ts';
import { dispatch } from './cores.ts';
import type { KernelEvent } from './events.ts';
import type { Core, Thread } from './machine.ts';
import { countPolls, endPolls, giveWay, isCleared, noticeRelease } from './shared-polls.ts';
import { pollOnce, startRotation } from './shared-polls.ts';
import { armSlice, isWanted, startSlice } from './turns.ts';
import { FOREVER } from './work.ts';

/*
 * What happens on a NonRes core that replicas of several applications share; the rules are in
 * `turns.ts`, those of polls in `shared-polls.ts`.
 */

/** Applies `slice-ended`: the running thread goes to the tail of the queue, with what is left of its work. */
export function endSlice(k: Kernel, { core }: KernelEvent): void {
  const c = k.m.cores[core];
  c.sliceEnd = -1;
  if (!isWanted(k, core)) return;
  const { thread } = c;
  keepWork(k, c, k.m.threads[thread]);
  c.thread = -1;
  c.doneAt = -1;
  c.pausedCycles = -1;
  c.token++;
  c.ready.push(thread);
  joinQueue(k, thread);
  // Under an interrupt handler the core is given on when that ends.
  if (c.handler === -1) dispatch(k, core);
}

function keepWork(k: Kernel, c: Core, t: Thread): void {
  const paused = c.handler !== -1;
  const left = c.doneAt === -1 ? FOREVER : c.doneAt - k.m.now;
  t.activity = paused ? c.pausedActivity : c.activity;
  t.subject = paused ? c.pausedSubject : c.subject;
  t.cycles = paused ? c.pausedCycles : left;
  t.kind = c.kind;
  t.arg = c.arg;
  t.used = 0;
}

/** The replica of the thread on `core` polls its slot from now on. */
export function beginPolls(k: Kernel, core: number, thread: number): void {
  const { app, replica } = k.plan.threads[thread];
  const t = k.m.threads[thread];
  k.m.replicas[app][replica].cleared = false;
  t.kind = 'yielded';
  t.activity = ACTIVITY_INDEX.poll;
  t.arg = replica;
  // To yield is to give up the rest of the slice.
  t.used = 0;
  startSlice(k, core, 0);
  pollOnce(k, core);
}

/** Applies `yielded`: it polled in vain, and the next one has its turn. */
export function yieldCore(k: Kernel, { core, thread }: KernelEvent): void {
  const c = k.m.cores[core];
  countPolls(k, core);
  c.thread = -1;
  c.token++;
  c.ready.push(thread);
  if (isCleared(k, thread)) joinQueue(k, thread);
  const inVain = c.ready.every(
    (other) => k.m.threads[other].kind === 'yielded' && !isCleared(k, other),
  );
  if (inVain && c.ready.length > 1) startRotation(k, core);
  else dispatch(k, core);
}

/** Applies `release-visible`: the slot of the replica is cleared; it sees that as soon as it polls. */
export function clearAtHome(k: Kernel, { core, thread }: KernelEvent): void {
  const { app, replica } = k.plan.threads[thread];
  const c = k.m.cores[core];
  k.m.replicas[app][replica].cleared = true;
  if (c.pollSince !== -1 && (c.rotating || c.thread === thread)) {
    noticeRelease(k, core, thread);
    return;
  }
  joinQueue(k, thread);
  armSlice(k, core);
}

/** Applies what `release-seen` does to the core: the replica's thread has it, with a new slice. */
export function leavePolls(k: Kernel, core: number, thread: number): void {
  const { app, replica } = k.plan.threads[thread];
  endPolls(k, core, thread);
  k.m.replicas[app][replica].cleared = false;
  startSlice(k, core, 0);
}

/** The app of `thread` is over: its home core serves the others. */
export function leaveHome(k: Kernel, core: number, thread: number): void {
  const c = k.m.cores[core];
  leaveQueue(k, thread);
  if (c.rotating) giveWay(k, core);
  if (c.thread !== thread) {
    c.ready = c.ready.filter((other) => other !== thread);
    return;
  }
  countPolls(k, core);
  c.thread = -1;
  c.doneAt = -1;
  c.pausedCycles = -1;
  c.token++;
  c.idleActivity = ACTIVITY_INDEX.halted;
  startSlice(k, core, 0);
  if (c.handler === -1) dispatch(k, core);
}
