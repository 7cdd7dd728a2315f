import { ACTIVITY_INDEX } from '../activities.ts';
import { hold } from '../accounting.ts';
import type { Kernel } from '../context.ts';
import { sendIpi } from '../context.ts';
import { block, makeReady } from '../cores.ts';
import type { KernelEvent } from '../events.ts';
import { MESSAGE_KINDS } from '../events.ts';
import { arrive, meet, ownCoreRuns } from '../group.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { unexpected } from './method.ts';
import type { Method } from './method.ts';
import { resumeVcpu, updateGdt } from './resume.ts';
import { beginHandling, serveOrRelease, sumRegisters } from './split.ts';
import { run } from '../work.ts';

/*
 * Synchronous IPC (mode 2). A CALL costs two IPIs when Romain is in its open wait: there and the
 * kernel's answer. When Romain is busy the CALL is queued and Romain fetches it later by a
 * handshake, two more IPIs for which it is blocked (facts 4.9). Each NOTIFY costs two IPIs, and
 * Romain is blocked until it is answered: the releases are staggered by a round trip each.
 */

function signal(k: Kernel, event: KernelEvent): void {
  run(k, event.core, event.thread, {
    activity: ACTIVITY_INDEX.buildCall,
    cycles: k.plan.costs.ipc_entry,
    kind: 'call-built',
    arg: event.arg,
  });
}

function advance(k: Kernel, event: KernelEvent): void {
  const { replica } = k.plan.threads[event.thread];
  if (replica === -1) advanceManager(k, event);
  else advanceReplica(k, event);
}

function advanceReplica(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  const { core, thread } = event;
  switch (event.kind) {
    case 'call-built':
      return run(k, core, thread, {
        activity: ACTIVITY_INDEX.sendCall,
        cycles: k.plan.costs.drq + k.plan.costs.ipi_send,
        kind: 'call-sent',
        arg: replica,
      });
    case 'call-sent':
      k.m.replicas[app][replica].garbled = false;
      sendIpi(k, { kind: 'CALL', from: core, to: k.plan.apps[app].resCore, thread });
      return block(k, core, ACTIVITY_INDEX.calling);
    case 'woke-up':
      ownCoreRuns(k, app, replica);
      return updateGdt(k, core, thread);
    case 'gdt-updated':
      return resumeVcpu(k, core, thread);
    default:
      return unexpected('a replica under ipc', event);
  }
}

function advanceManager(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  switch (event.kind) {
    case 'call-taken':
      return takeCall(k, event);
    case 'summed':
      return enterWait(k, event);
    case 'wait-entered':
      return fetchOrWait(k, event);
    case 'handshake-sent':
      k.m.apps[app].manager = 'fetching';
      return requestFrom(k, event, 'HANDSHAKE');
    case 'compared':
    case 'recovered':
      return beginHandling(k, event);
    case 'gdt-updated':
      return sendNotify(k, event);
    case 'notify-sent':
      k.m.apps[app].manager = 'notifying';
      hold(k, app, event.arg, false);
      return requestFrom(k, event, 'NOTIFY');
    case 'handled':
    case 'state-put':
    case 'state-got':
      return serveOrRelease(k, event);
    default:
      return unexpected('Romain under ipc', event);
  }
}

/** Applies `call-taken`: the CALL of replica `arg` fills the next slot and is summed at once. */
function takeCall(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  const last = arrive(k, app, event.arg);
  if (last) meet(k, app, k.m.apps[app].order);
  sumRegisters(k, event, event.arg, last);
}

function enterWait(k: Kernel, event: KernelEvent): void {
  run(k, event.core, event.thread, {
    activity: ACTIVITY_INDEX.openWaitEntry,
    cycles: k.plan.costs.ipc_entry,
    kind: 'wait-entered',
    arg: -1,
  });
}

function fetchOrWait(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const sender = a.senders.shift();
  if (sender === undefined) {
    a.manager = 'waiting';
    return block(k, event.core, ACTIVITY_INDEX.openWait);
  }
  return run(
    k,
    event.core,
    event.thread,
    {
      activity: ACTIVITY_INDEX.handshake,
      cycles: k.plan.costs.ipi_send,
      kind: 'handshake-sent',
      arg: sender,
    },
    sender,
  );
}

/** Romain's request to the core of replica `arg` is in flight; it is blocked until the answer. */
function requestFrom(k: Kernel, event: KernelEvent, kind: 'HANDSHAKE' | 'NOTIFY'): void {
  const { app } = k.plan.threads[event.thread];
  const plan = k.plan.apps[app];
  const thread = plan.replicaThreads[event.arg];
  sendIpi(k, { kind, from: event.core, to: plan.cores[event.arg], thread });
  block(k, event.core, ACTIVITY_INDEX.blocked);
}

function sendNotify(k: Kernel, event: KernelEvent): void {
  run(
    k,
    event.core,
    event.thread,
    {
      activity: ACTIVITY_INDEX.sendNotify,
      cycles: k.plan.costs.ipc_entry + k.plan.costs.ipi_send,
      kind: 'notify-sent',
      arg: event.arg,
    },
    event.arg,
  );
}

function deliver(k: Kernel, event: KernelEvent): void {
  const message = MESSAGE_KINDS[event.arg];
  switch (message) {
    case 'CALL':
      return deliverCall(k, event);
    case 'HANDSHAKE':
      return answer(k, event);
    case 'NOTIFY':
      // A replica whose own CALL was never answered does not receive: Romain stays blocked.
      if (isDeaf(k, event)) return undefined;
      answer(k, event);
      return makeReady(k, event.core, event.thread, {
        activity: ACTIVITY_INDEX.wakeUp,
        cycles: k.plan.costs.ctx_switch,
        kind: 'woke-up',
        arg: k.plan.threads[event.thread].replica,
      });
    case 'ANSWER':
      return deliverAnswer(k, event);
    case 'MIGRATE':
    case 'WAKE':
    case 'POST':
    case 'RELEASE':
      return unexpected('ipc', event);
    default:
      return assertUnreachable(message);
  }
}

function isDeaf(k: Kernel, event: KernelEvent): boolean {
  const { app, replica } = k.plan.threads[event.thread];
  return k.m.replicas[app][replica].deaf;
}

/** The kernel of the request's target answers the other side. */
function answer(k: Kernel, event: KernelEvent): void {
  const { app, home } = k.plan.threads[event.thread];
  const { resCore } = k.plan.apps[app];
  const to = event.core === resCore ? home : resCore;
  sendIpi(k, { kind: 'ANSWER', from: event.core, to, thread: event.thread });
}

function deliverCall(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  answer(k, event);
  hold(k, app, replica, true);
  if (a.manager !== 'waiting') {
    a.senders.push(replica);
    return;
  }
  a.manager = 'working';
  makeReady(k, event.core, k.plan.apps[app].managerThread, {
    activity: ACTIVITY_INDEX.takeCall,
    cycles: k.plan.costs.ctx_switch,
    kind: 'call-taken',
    arg: replica,
  });
}

/** An answer unblocks Romain on the Res core; the replica's core only notes that its CALL arrived. */
function deliverAnswer(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const plan = k.plan.apps[app];
  if (event.core !== plan.resCore) return;
  const switched =
    k.m.cores[event.core].lastThread === plan.managerThread ? 0 : k.plan.costs.ctx_switch;
  if (a.manager === 'fetching') {
    a.manager = 'working';
    makeReady(k, event.core, plan.managerThread, {
      activity: ACTIVITY_INDEX.takeCall,
      cycles: switched,
      kind: 'call-taken',
      arg: replica,
    });
    return;
  }
  a.manager = 'working';
  a.cursor++;
  const more = a.cursor < a.serve.length;
  makeReady(k, event.core, plan.managerThread, {
    activity: more ? ACTIVITY_INDEX.gdtForReplica : ACTIVITY_INDEX.openWaitEntry,
    cycles: switched + (more ? k.plan.costs.gdt_set : k.plan.costs.ipc_entry),
    kind: more ? 'gdt-updated' : 'wait-entered',
    arg: more ? a.serve[a.cursor] : -1,
  });
}

/** Synchronous IPC. */
export const IPC: Method = { signal, advance, deliver };
