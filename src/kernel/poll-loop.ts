import { ACTIVITY_INDEX } from './activities.ts';
import { hasPostedSlot } from './accounting.ts';
import type { Kernel } from './context.ts';
import { schedule, setActivity } from './context.ts';

/*
 * Poll loops are not simulated poll by poll. A loop that began at `pollSince` polls every
 * `poll_period` cycles; the first poll that can see a store follows from that phase, and the
 * polls in between are counted arithmetically when the loop ends.
 * On a Res core the pollers of several apps take turns: poller i of n polls at
 * pollSince + (i + n*j) * poll_period, because each poll yields. The first turn is that of the app
 * after the one that was served last, else the first apps would starve the others.
 */

/** Apps whose Romain polls on `core`, in the order of their turns. */
function pollersOf(k: Kernel, core: number): readonly number[] {
  if (k.plan.appsOnCore[core].length === 0) return k.plan.appsOnCore[core];
  const pollers = k.plan.appsOnCore[core].filter(
    (id) => k.plan.apps[id].signalling === 'polling' && k.m.apps[id].manager === 'waiting',
  );
  const { lastThread } = k.m.cores[core];
  const served = lastThread === -1 ? -1 : k.plan.threads[lastThread].app;
  const next = pollers.findIndex((id) => id > served);
  return next <= 0 ? pollers : [...pollers.slice(next), ...pollers.slice(0, next)];
}

/** A Res core with nothing to run polls for its apps; false when none of them polls. */
export function startIdlePolling(k: Kernel, core: number): boolean {
  const pollers = pollersOf(k, core);
  if (pollers.length === 0) return false;
  const c = k.m.cores[core];
  c.pollSince = k.m.now;
  c.token++;
  const app = pollers.length === 1 ? pollers[0] : -1;
  setActivity(k, core, { activity: ACTIVITY_INDEX.poll, app, replica: -1 });
  for (const id of pollers) scheduleSight(k, id);
  return true;
}

/** The Res core leaves its poll loop, if it is in one: its polls are booked. */
export function stopIdlePolling(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  if (c.pollSince === -1) return;
  const pollers = pollersOf(k, core);
  const polls = pollsUntilNow(k, core);
  pollers.forEach((id, turn) => {
    k.m.apps[id].polls += Math.max(0, Math.ceil((polls - turn) / pollers.length));
  });
  c.pollSince = -1;
  c.token++;
}

/** If Romain polls now and its slot is posted, schedules the poll that sees it. */
export function scheduleSight(k: Kernel, app: number): void {
  const plan = k.plan.apps[app];
  const c = k.m.cores[plan.resCore];
  if (c.pollSince === -1 || c.thread !== -1 || !hasPostedSlot(k, app)) return;
  const pollers = pollersOf(k, plan.resCore);
  const period = k.plan.costs.poll_period;
  const first = c.pollSince + pollers.indexOf(app) * period;
  schedule(k, {
    time: firstPollAt(k.m.now, first, period * pollers.length),
    kind: 'post-seen',
    core: plan.resCore,
    thread: plan.managerThread,
    token: c.token,
    arg: k.m.apps[app].cursor,
  });
}

/** The first poll of a loop {first, first + period, ...} at or after `time`. */
export function firstPollAt(time: number, first: number, period: number): number {
  if (time <= first) return first;
  return first + Math.ceil((time - first) / period) * period;
}

/** A replica on its own core polls its slot until it is cleared. */
export function startReplicaPolling(k: Kernel, core: number, thread: number): void {
  const c = k.m.cores[core];
  c.thread = thread;
  c.doneAt = -1;
  c.token++;
  c.pollSince = k.m.now;
  const { app, replica } = k.plan.threads[thread];
  setActivity(k, core, { activity: ACTIVITY_INDEX.poll, app, replica });
}

/** The replica's poll loop ends now: its polls are booked. */
export function stopReplicaPolling(k: Kernel, core: number, app: number): void {
  k.m.apps[app].polls += pollsUntilNow(k, core);
  k.m.cores[core].pollSince = -1;
}

/** Polls that the loop on `core` has made, the first one and one that falls on now included. */
function pollsUntilNow(k: Kernel, core: number): number {
  return Math.floor((k.m.now - k.m.cores[core].pollSince) / k.plan.costs.poll_period) + 1;
}
