import { ACTIVITY_INDEX } from '../activities.ts';
import { hold } from '../accounting.ts';
import type { Kernel } from '../context.ts';
import { sendIpi } from '../context.ts';
import { block, makeReady } from '../cores.ts';
import type { KernelEvent } from '../events.ts';
import { groupSize, ownCoreRuns } from '../group.ts';
import { advanceBarrier, sumNext, wakeThread } from './barrier.ts';
import type { BarrierPlace } from './barrier.ts';
import type { Method } from './method.ts';
import { resumeVcpu } from './resume.ts';
import { run } from '../work.ts';

/*
 * Thread migration (mode 1): the replica's thread moves to the Res core, goes through the whole
 * local protocol there, one thread after the other, and moves back: one IPI per direction.
 */

/** `arg` of `migrate-sent`. */
const TO_RES = 0;
const HOME = 1;

const PLACE: BarrierPlace = {
  beginVote: (k, event) =>
    run(k, event.core, event.thread, {
      activity: ACTIVITY_INDEX.warmUp,
      cycles: Math.round(k.plan.costs.cold_cache / 2),
      kind: 'warmed-up',
      arg: event.arg,
    }),
  // The states are in the Res core's cache after `warmed-up`.
  sumCycles: (k) => k.plan.costs.csum,
  wakeCycles: (k) => k.plan.costs.irq_trigger,
  wake: (k, core, thread) => wakeThread(k, core, thread, false),
  leave: (k, event) =>
    run(k, event.core, event.thread, {
      activity: ACTIVITY_INDEX.gdtForReplica,
      cycles: k.plan.costs.gdt_set,
      kind: 'gdt-updated',
      arg: k.plan.threads[event.thread].replica,
    }),
};

function leaveCore(k: Kernel, event: KernelEvent, direction: number): void {
  run(k, event.core, event.thread, {
    activity: direction === TO_RES ? ACTIVITY_INDEX.migrateIn : ACTIVITY_INDEX.migrateOut,
    cycles: k.plan.costs.mig_src + k.plan.costs.ipi_send,
    kind: 'migrate-sent',
    arg: direction,
  });
}

function migrate(k: Kernel, event: KernelEvent): void {
  const { app, replica, home } = k.plan.threads[event.thread];
  const { resCore } = k.plan.apps[app];
  const outward = event.arg === TO_RES;
  k.m.threads[event.thread].core = -1;
  if (!outward) hold(k, app, replica, false);
  sendIpi(k, {
    kind: 'MIGRATE',
    from: event.core,
    to: outward ? resCore : home,
    thread: event.thread,
  });
  block(k, event.core, outward ? ACTIVITY_INDEX.away : ACTIVITY_INDEX.halted);
}

function deliver(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  const { mig_dst, ctx_switch, cold_cache } = k.plan.costs;
  const inward = event.core === k.plan.apps[app].resCore;
  if (inward) hold(k, app, replica, true);
  makeReady(k, event.core, event.thread, {
    activity: inward ? ACTIVITY_INDEX.switchIn : ACTIVITY_INDEX.returnHome,
    cycles: inward
      ? mig_dst + ctx_switch
      : mig_dst + Math.round(cold_cache / 2) + distanceCycles(k, event.thread),
    kind: inward ? 'switched-in' : 'woke-up',
    arg: replica,
  });
}

/** `cold_cache` is given for one socket; across sockets the state's lines cost the difference. */
function distanceCycles(k: Kernel, thread: number): number {
  const { app, home } = k.plan.threads[thread];
  const fetch = k.plan.lineFetch[k.plan.apps[app].resCore * k.plan.coreCount + home];
  const { state_lines, line_local } = k.plan.costs;
  return Math.round(state_lines * Math.max(0, fetch - line_local));
}

function advance(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  switch (event.kind) {
    case 'migrate-sent':
      return migrate(k, event);
    case 'switched-in':
      return run(k, event.core, event.thread, {
        activity: ACTIVITY_INDEX.enterCold,
        cycles:
          Math.round(k.plan.costs.cold_cache / groupSize(k, app)) +
          distanceCycles(k, event.thread) +
          k.plan.costs.mutex,
        kind: 'entered',
        arg: replica,
      });
    case 'warmed-up':
      return sumNext(k, event, PLACE);
    case 'gdt-updated':
      return leaveCore(k, event, HOME);
    case 'woke-up':
      ownCoreRuns(k, app, replica);
      return resumeVcpu(k, event.core, event.thread);
    default:
      return advanceBarrier(k, event, PLACE);
  }
}

/** Thread migration. */
export const MIGRATION: Method = {
  signal: (k, event) => leaveCore(k, event, TO_RES),
  advance,
  deliver,
};
