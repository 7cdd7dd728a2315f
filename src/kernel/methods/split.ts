import { ACTIVITY_INDEX } from '../activities.ts';
import type { Kernel } from '../context.ts';
import type { KernelEvent } from '../events.ts';
import {
  classOf,
  compare,
  copyState,
  finishHandling,
  handleFor,
  isLastEvent,
  recover,
} from '../group.ts';
import { run } from '../work.ts';

/*
 * What the two split methods (ipc, polling) share (facts 4.1): a handler thread on the Res core
 * sums, compares and handles for all replicas, one after the other.
 */

/** Romain sums the registers of `replica`; the sum that completes the group is the vote. */
export function sumRegisters(k: Kernel, event: KernelEvent, replica: number, last: boolean): void {
  const { app } = k.plan.threads[event.thread];
  const { csum, state_lines } = k.plan.costs;
  const home = k.plan.apps[app].cores[replica];
  run(
    k,
    event.core,
    event.thread,
    {
      activity: ACTIVITY_INDEX.checksum,
      cycles: Math.round(
        csum + state_lines * k.plan.lineFetch[event.core * k.plan.coreCount + home],
      ),
      kind: last ? 'compared' : 'summed',
      arg: replica,
    },
    replica,
  );
}

/** Applies `compared` and `recovered`: the leader's trap is handled first. */
export function beginHandling(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  const ready = event.kind === 'recovered' ? recover(k, event) : compare(k, event);
  if (ready) handleFor(k, event, k.m.apps[app].serve[0]);
}

/** Applies `handled`, `state-put` and `state-got`: serves the next replica, or begins to release all. */
export function serveOrRelease(k: Kernel, event: KernelEvent): void {
  if (serveNext(k, event)) updateGdtForNext(k, event);
}

/** True when all are served and may be released. */
function serveNext(k: Kernel, event: KernelEvent): boolean {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const copies = classOf(k, app) === 'replicatable';
  if (copies && event.kind === 'handled') {
    if (isLastEvent(k, app)) finishHandling(k, app, event.core);
    else copyState(k, event, a.leader);
    return false;
  }
  a.cursor++;
  if (a.cursor < a.serve.length) {
    const replica = a.serve[a.cursor];
    if (copies) copyState(k, event, replica);
    else handleFor(k, event, replica);
    return false;
  }
  return !finishHandling(k, app, event.core);
}

/** Romain updates the GDT of the next replica to be released. */
export function updateGdtForNext(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  const a = k.m.apps[app];
  const replica = a.serve[a.cursor];
  run(
    k,
    event.core,
    event.thread,
    {
      activity: ACTIVITY_INDEX.gdtForReplica,
      cycles: k.plan.costs.gdt_set,
      kind: 'gdt-updated',
      arg: replica,
    },
    replica,
  );
}
