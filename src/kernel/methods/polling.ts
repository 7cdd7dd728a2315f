import { ACTIVITY_INDEX } from '../activities.ts';
import { hold, noteQueue } from '../accounting.ts';
import type { Kernel } from '../context.ts';
import { LOST, noteMessage, schedule } from '../context.ts';
import { block } from '../cores.ts';
import type { KernelEvent } from '../events.ts';
import { arrive, groupSize, meet, ownCoreRuns } from '../group.ts';
import {
  firstPollAt,
  scheduleSight,
  startReplicaPolling,
  stopIdlePolling,
  stopReplicaPolling,
} from '../poll-loop.ts';
import { beginPolls, leavePolls } from '../time-sharing.ts';
import { armSlice } from '../turns.ts';
import { unexpected } from './method.ts';
import type { Method } from './method.ts';
import { resumeVcpu, updateGdt } from './resume.ts';
import { beginHandling, serveOrRelease, sumRegisters, updateGdtForNext } from './split.ts';
import { run } from '../work.ts';

/*
 * Shared-memory polling (mode 3). Replica i writes slot i and polls it; Romain polls slot 0, then
 * 1, ... in index order, serves all, and clears slot by slot. No IPI, nobody sleeps. All slots
 * share one cache line.
 */

function signal(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  run(k, event.core, event.thread, {
    activity: ACTIVITY_INDEX.post,
    cycles: k.plan.slotStore[event.core * k.plan.coreCount + k.plan.apps[app].resCore],
    kind: 'posted',
    arg: replica,
  });
}

function advance(k: Kernel, event: KernelEvent): void {
  const { replica } = k.plan.threads[event.thread];
  switch (event.kind) {
    case 'posted':
      return post(k, event);
    case 'post-visible':
      return becomeVisible(k, event);
    case 'post-seen':
      return seeSlots(k, event);
    case 'summed':
      return sumNext(k, event);
    case 'compared':
    case 'recovered':
      return beginHandling(k, event);
    case 'gdt-updated':
      if (replica === -1) return clearSlot(k, event);
      return resumeVcpu(k, event.core, event.thread);
    case 'released':
      return release(k, event);
    case 'release-seen':
      return seeRelease(k, event);
    case 'handled':
    case 'state-put':
    case 'state-got':
      return serveOrRelease(k, event);
    default:
      return unexpected('polling', event);
  }
}

function post(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  const { resCore } = k.plan.apps[app];
  const { thread, core } = event;
  k.m.replicas[app][replica].garbled = false;
  const flight = k.plan.lineFetch[resCore * k.plan.coreCount + core];
  const arrival = noteMessage(k, { kind: 'POST', from: core, to: resCore, thread }, flight);
  if (k.plan.shared[core]) beginPolls(k, core, thread);
  else startReplicaPolling(k, core, thread);
  if (arrival === LOST) return;
  schedule(k, {
    time: arrival,
    kind: 'post-visible',
    core: resCore,
    thread,
    token: -1,
    arg: event.arg,
  });
}

/** A slot that Romain does not look at is filled at once; else its arrival is the poll that sees it. */
function becomeVisible(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  k.m.replicas[app][replica].postedAt = k.m.now;
  hold(k, app, replica, true);
  if (a.manager === 'waiting' && a.cursor === replica) scheduleSight(k, app);
  else arrive(k, app, replica);
  noteQueue(k, event.core);
}

/** Applies `post-seen`: Romain passes over all filled slots from the one it looks at. */
function seeSlots(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const size = groupSize(k, app);
  while (a.cursor < size && k.m.replicas[app][a.cursor].postedAt !== -1) {
    if (k.m.replicas[app][a.cursor].arrivedAt === -1) arrive(k, app, a.cursor);
    a.cursor++;
  }
  if (a.cursor < size) return;
  stopIdlePolling(k, event.core);
  a.manager = 'working';
  meet(
    k,
    app,
    k.m.replicas[app].map((_, i) => i),
  );
  sumNext(k, event);
  noteQueue(k, event.core);
}

function sumNext(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const replica = a.cursor++;
  sumRegisters(k, event, replica, a.cursor === a.serve.length);
}

function clearSlot(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  run(
    k,
    event.core,
    event.thread,
    {
      activity: ACTIVITY_INDEX.release,
      cycles: k.plan.slotStore[event.core * k.plan.coreCount + k.plan.apps[app].cores[event.arg]],
      kind: 'released',
      arg: event.arg,
    },
    event.arg,
  );
}

/** Applies `released`: the replica's next poll that can see the store ends its wait. */
function release(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const plan = k.plan.apps[app];
  const replica = event.arg;
  const home = plan.cores[replica];
  const thread = plan.replicaThreads[replica];
  k.m.replicas[app][replica].postedAt = -1;
  hold(k, app, replica, false);
  const flight = k.plan.lineFetch[home * k.plan.coreCount + event.core];
  const visible = noteMessage(k, { kind: 'RELEASE', from: event.core, to: home, thread }, flight);
  if (visible !== LOST) {
    const shared = k.plan.shared[home];
    const { pollSince } = k.m.cores[home];
    schedule(k, {
      time: shared ? visible : firstPollAt(visible, pollSince, k.plan.costs.poll_period),
      kind: shared ? 'release-visible' : 'release-seen',
      core: home,
      thread,
      token: -1,
      arg: replica,
    });
  }
  a.cursor++;
  if (a.cursor < a.serve.length) return updateGdtForNext(k, event);
  a.cursor = 0;
  a.manager = 'waiting';
  block(k, event.core, ACTIVITY_INDEX.halted);
}

function seeRelease(k: Kernel, event: KernelEvent): void {
  const { core, thread } = event;
  const { app, replica } = k.plan.threads[thread];
  const shared = k.plan.shared[core];
  if (shared) leavePolls(k, core, thread);
  else stopReplicaPolling(k, core, app);
  ownCoreRuns(k, app, replica);
  updateGdt(k, core, thread);
  if (shared) armSlice(k, core);
}

/** Shared-memory polling. */
export const POLLING: Method = {
  signal,
  advance,
  deliver: (_, event) => unexpected('polling', event),
};
