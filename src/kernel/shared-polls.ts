import { ACTIVITY_INDEX } from './activities.ts';
import type { Kernel } from './context.ts';
import { schedule, setActivity } from './context.ts';
import { firstPollAt } from './poll-loop.ts';
import { joinQueue } from './accounting.ts';
import { run } from './work.ts';

/*
 * Polling on a shared NonRes core. Every poll yields (facts 4.1), so a replica that polls in vain
 * costs the others one poll and two switches each time its turn comes. As long as somebody computes
 * there, turns of polls are simulated one by one. When all that could run polls, nothing but a
 * store from outside ends it: then the turns go round by arithmetic. Turn q begins at
 * pollSince + q * (core_switch + poll_period), with the switch; replica q mod n has it.
 */

/** The thread on `core` polls: until its slot is cleared when it is alone, else once. */
export function pollOnce(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  const { thread } = c;
  const { app, replica } = k.plan.threads[thread];
  c.kind = 'yielded';
  c.arg = replica;
  c.lastThread = thread;
  c.doneAt = -1;
  c.token++;
  c.pollSince = k.m.now;
  setActivity(k, core, { activity: ACTIVITY_INDEX.poll, app, replica });
  if (isCleared(k, thread)) see(k, core, thread, k.m.now);
  else if (c.ready.length > 0) giveWayAt(k, core, k.m.now + k.plan.costs.poll_period);
}

/** A poll of `thread` at `time` sees its slot cleared. */
function see(k: Kernel, core: number, thread: number, time: number): void {
  const { replica } = k.plan.threads[thread];
  schedule(k, {
    time,
    kind: 'release-seen',
    core,
    thread,
    token: k.m.cores[core].token,
    arg: replica,
  });
}

function giveWayAt(k: Kernel, core: number, time: number): void {
  const c = k.m.cores[core];
  schedule(k, { time, kind: 'yielded', core, thread: c.thread, token: c.token, arg: c.arg });
}

/** The store that clears the slot of the thread has reached `core`: the poll that will see it, if it polls. */
export function noticeRelease(k: Kernel, core: number, thread: number): void {
  const c = k.m.cores[core];
  if (c.rotating) return seeInRotation(k, core, thread);
  const first = firstPollAt(k.m.now, c.pollSince, k.plan.costs.poll_period);
  if (c.ready.length === 0 || first === k.m.now) {
    // A poll at this very instant sees it and does not yield.
    c.token++;
    see(k, core, thread, first);
  }
}

function seeInRotation(k: Kernel, core: number, thread: number): void {
  const c = k.m.cores[core];
  const members = [c.thread, ...c.ready];
  const turn = turnCycles(k);
  const first = c.pollSince + k.plan.costs.core_switch + members.indexOf(thread) * turn;
  see(k, core, thread, firstPollAt(k.m.now, first, turn * members.length));
}

function turnCycles(k: Kernel): number {
  return k.plan.costs.core_switch + k.plan.costs.poll_period;
}

/** All that could run on `core` polls: turns go round from now, the first in the queue first. */
export function startRotation(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  c.thread = c.ready.shift() as number;
  c.kind = 'yielded';
  c.doneAt = -1;
  c.token++;
  c.pollSince = k.m.now;
  c.rotating = true;
  setActivity(k, core, { activity: ACTIVITY_INDEX.poll, app: -1, replica: -1 });
}

/**
 * The turns on `core` no longer go round by themselves: `c.thread` has the turn, the others queue
 * behind it. Its poll began at `pollSince`; with -1 the core is still being switched to it, and the
 * cycles that this takes are returned. `thread` = whose poll this very instant is, where one is.
 */
function leaveRotation(k: Kernel, core: number, thread = -1): number {
  const c = k.m.cores[core];
  const members = [c.thread, ...c.ready];
  const turn = turnCycles(k);
  const count = Math.floor((k.m.now - c.pollSince) / turn);
  const at = thread === -1 ? count % members.length : members.indexOf(thread);
  const polls = c.pollSince + count * turn + k.plan.costs.core_switch;
  const switching = thread === -1 && k.m.now < polls;
  members.forEach((member, i) => {
    // The poll that runs now is counted when it ends.
    const done = Math.max(0, Math.ceil((count - i) / members.length));
    k.m.apps[k.plan.threads[member].app].polls += done;
  });
  c.rotating = false;
  c.token++;
  c.thread = members[at];
  c.ready = [...members.slice(at + 1), ...members.slice(0, at)];
  if (!switching) c.lastThread = c.thread;
  else if (count > 0) c.lastThread = c.ready[c.ready.length - 1];
  c.pollSince = switching ? -1 : Math.min(polls, k.m.now);
  for (const other of c.ready) if (isCleared(k, other)) joinQueue(k, other);
  return switching ? polls - k.m.now : 0;
}

/** Somebody becomes ready on `core`, where threads poll: whoever has the turn yields after its poll. */
export function giveWay(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  if (c.rotating) leaveToTurn(k, core);
  else if (c.ready.length === 0) leaveLoop(k, core);
}

/** Of the turns that went round, the one that runs now is finished. */
function leaveToTurn(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  const left = leaveRotation(k, core);
  const { app, replica } = k.plan.threads[c.thread];
  if (c.pollSince === -1) {
    if (isCleared(k, c.thread)) joinQueue(k, c.thread);
    const activity = ACTIVITY_INDEX.switchTo;
    run(k, core, c.thread, { activity, cycles: left, kind: 'switched-to', arg: replica });
    return;
  }
  setActivity(k, core, { activity: ACTIVITY_INDEX.poll, app, replica });
  if (isCleared(k, c.thread) && c.pollSince === k.m.now) see(k, core, c.thread, k.m.now);
  else giveWayAt(k, core, c.pollSince + k.plan.costs.poll_period);
}

/** The loop of the only one that polled ends with the poll that runs now. */
function leaveLoop(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  const { poll_period } = k.plan.costs;
  const polled = k.m.now - c.pollSince;
  // A poll at this very instant sees what is cleared.
  if (isCleared(k, c.thread) && polled % poll_period === 0) return;
  c.token++;
  giveWayAt(k, core, c.pollSince + (Math.floor(polled / poll_period) + 1) * poll_period);
}

/** A poll of `thread` sees its slot cleared: from now on it has the core as anybody else. */
export function endPolls(k: Kernel, core: number, thread: number): void {
  const c = k.m.cores[core];
  if (c.rotating) leaveRotation(k, core, thread);
  const polls = Math.floor((k.m.now - c.pollSince) / k.plan.costs.poll_period) + 1;
  k.m.apps[k.plan.threads[thread].app].polls += polls;
  c.pollSince = -1;
}

/** An interrupt, or the end of everything, stops the polls on `core`: whoever has the turn will poll anew. */
export function suspendPolls(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  if (c.rotating) leaveRotation(k, core);
  countPolls(k, core);
  if (isCleared(k, c.thread)) joinQueue(k, c.thread);
  c.ready.unshift(c.thread);
  c.thread = -1;
  c.token++;
}

/** The polls that the thread on `core` has made in vain are booked. */
export function countPolls(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  if (c.pollSince === -1) return;
  const polls = Math.ceil((k.m.now - c.pollSince) / k.plan.costs.poll_period);
  k.m.apps[k.plan.threads[c.thread].app].polls += Math.max(1, polls);
  c.pollSince = -1;
}

/** Is the slot of the thread's replica cleared, and has it not seen that yet? */
export function isCleared(k: Kernel, thread: number): boolean {
  const { app, replica } = k.plan.threads[thread];
  return k.m.replicas[app][replica].cleared;
}
