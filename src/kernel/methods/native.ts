import { ACTIVITY_INDEX } from '../activities.ts';
import { enterPart, PART_INDEX } from '../accounting.ts';
import type { Kernel } from '../context.ts';
import { awaitInterrupt } from '../device-io.ts';
import type { KernelEvent } from '../events.ts';
import { backInUserCode, finishHandling, trapOf } from '../group.ts';
import { nativeTrapCost } from '../handling.ts';
import { stopApp } from '../over.ts';
import { run } from '../work.ts';

/** A plain L4 application without Romain: its trap is served by its pager or one server. */
export function serveNatively(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  if (k.m.replicas[app][replica].crashed) return stopApp(k, app, event.core, 'crash');
  enterPart(k, app, replica, PART_INDEX.handle);
  if (awaitInterrupt(k, event, replica)) return undefined;
  return run(k, event.core, event.thread, {
    activity: ACTIVITY_INDEX.nativeTrap,
    cycles: nativeTrapCost(k.plan.costs, trapOf(k, app)),
    kind: 'native-served',
    arg: replica,
  });
}

/** Applies `native-served`. */
export function resumeNative(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  if (!finishHandling(k, app, event.core)) backInUserCode(k, app, replica);
}
