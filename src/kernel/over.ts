import { ACTIVITY_INDEX } from './activities.ts';
import { settle } from './accounting.ts';
import type { Kernel } from './context.ts';
import { setActivity } from './context.ts';
import { block } from './cores.ts';
import type { RcbFailure, StopReason } from './faults/incidents.ts';
import { RCB_FAILURES, STOP_REASONS } from './faults/incidents.ts';
import { tell } from './faults/tell.ts';
import type { Machine } from './machine.ts';
import { stopReplicaPolling } from './poll-loop.ts';
import { suspendPolls } from './shared-polls.ts';
import { leaveHome } from './time-sharing.ts';

/*
 * How an app is over: its program ended, Romain stopped it, or the machine it ran on halted.
 */

/** Is the app over, in whatever way? */
export function isOver(k: Kernel, app: number): boolean {
  return k.m.apps[app].endedAt !== -1;
}

/** Are all apps over? */
export function allOver(machine: Machine): boolean {
  return machine.apps.every((app) => app.endedAt !== -1);
}

/** The program has ended on `core`: its replicas and Romain's thread for it stop where they are. */
export function retire(k: Kernel, app: number, core: number): void {
  const a = k.m.apps[app];
  close(k, app, 'ended');
  leaveHomes(k, app, core);
  a.event++;
  a.completed++;
}

/** The replicas of `app` stop on their home cores, `core` apart. */
function leaveHomes(k: Kernel, app: number, core: number): void {
  const { cores, replicaThreads } = k.plan.apps[app];
  cores.forEach((home, replica) => {
    if (home === core) return;
    if (k.plan.shared[home]) leaveHome(k, home, replicaThreads[replica]);
    else haltCore(k, home);
  });
}

/** The thread that retired or stopped an app leaves `core`; the run ends with the last app. */
export function leaveCoreForGood(k: Kernel, core: number): void {
  block(k, core, ACTIVITY_INDEX.halted);
  if (allOver(k.m)) k.m.queue = [];
}

/** Romain stops the app from `core`, before its program has ended. */
export function stopApp(k: Kernel, app: number, core: number, reason: StopReason): void {
  noteDetected(k, app);
  end(k, app, reason);
  leaveHomes(k, app, core);
  leaveCoreForGood(k, core);
}

/** The whole machine halts: `app` for `reason`, the others with it. */
export function haltMachine(k: Kernel, app: number, reason: StopReason): void {
  k.m.apps.forEach((_, id) => {
    if (!isOver(k, id)) end(k, id, id === app ? reason : 'machine-halted');
  });
  k.m.cores.forEach((_, core) => haltCore(k, core));
  k.m.queue = [];
}

/** The reliable computing base fails under `app`, and nothing can be relied on any more. */
export function failRcb(k: Kernel, app: number, failure: RcbFailure): void {
  tell(k, { kind: 'rcb-failed', app, other: RCB_FAILURES.indexOf(failure) });
  haltMachine(k, app, 'rcb');
}

/** The first time that somebody notices that something is wrong with `app`. */
export function noteDetected(k: Kernel, app: number): void {
  const a = k.m.apps[app];
  if (a.detectedAt !== -1) return;
  a.detectedAt = k.m.now;
  a.detectedEvent = a.event;
}

function end(k: Kernel, app: number, reason: StopReason): void {
  k.m.apps[app].stop = STOP_REASONS.indexOf(reason);
  tell(k, { kind: 'stopped', app, other: STOP_REASONS.indexOf(reason) });
  close(k, app, 'stopped');
}

function close(k: Kernel, app: number, stage: 'ended' | 'stopped'): void {
  const a = k.m.apps[app];
  for (const r of k.m.replicas[app]) {
    settle(k.m, a, r);
    r.computing = false;
  }
  a.stage = stage;
  a.manager = 'none';
  a.endedAt = k.m.now;
}

function haltCore(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  if (k.plan.shared[core]) {
    if (c.pollSince !== -1) suspendPolls(k, core);
    c.ready = [];
  } else if (c.thread !== -1 && c.pollSince !== -1) {
    stopReplicaPolling(k, core, k.plan.threads[c.thread].app);
  }
  c.token++;
  c.thread = -1;
  c.doneAt = -1;
  c.idleActivity = ACTIVITY_INDEX.halted;
  if (c.handler === -1) setActivity(k, core, { activity: c.idleActivity, app: -1, replica: -1 });
}
