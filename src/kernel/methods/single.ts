import type { Kernel } from '../context.ts';
import type { KernelEvent } from '../events.ts';
import { arrive, compare, finishHandling, handleFor, meet, ownCoreRuns } from '../group.ts';
import { unexpected } from './method.ts';
import type { Method } from './method.ts';
import { resumeVcpu, updateGdt } from './resume.ts';

/*
 * One replica under Romain (redundancy = none in its configuration): there is nothing to compare
 * and nobody to wait for, so the trap is handled where it was raised, whatever the signalling
 * method: prefix, handling, suffix.
 */

function signal(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  arrive(k, app, replica);
  meet(k, app, [replica]);
  if (compare(k, event)) handleFor(k, event, replica);
}

function advance(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  if (event.kind === 'gdt-updated') return resumeVcpu(k, event.core, event.thread);
  if (finishHandling(k, app, event.core)) return undefined;
  ownCoreRuns(k, app, replica);
  return updateGdt(k, event.core, event.thread);
}

/** A group of one. */
export const SINGLE: Method = {
  signal,
  advance,
  deliver: (_, event) => unexpected('a single replica', event),
};
