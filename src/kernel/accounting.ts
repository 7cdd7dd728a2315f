import { PARTS } from '../base/vocabulary.ts';
import type { Part } from '../base/vocabulary.ts';
import type { Kernel } from './context.ts';
import type { App, Machine, Replica } from './machine.ts';

/*
 * Every replica is in exactly one part at any instant; `since` is when it began. While a replica is
 * ready and its home core serves another app (`queueing`), that is booked as `queue`. While it
 * depends on the Res core (`held`), stretches in which that core serves another app instead are
 * taken out of the part and booked as `queue`. Each app carries a clock of those stretches, so
 * nothing is done per replica when the Res core changes hands.
 */

const QUEUE = PARTS.indexOf('queue');

/** Part to index into `PARTS`. */
export const PART_INDEX = Object.fromEntries(PARTS.map((part, i) => [part, i])) as Readonly<
  Record<Part, number>
>;

function queueClock(m: Machine, app: App): number {
  return app.queuedSince === -1 ? app.queued : app.queued + m.now - app.queuedSince;
}

/** Books the cycles of `replica` since its last change; idempotent at one instant. */
export function settle(m: Machine, app: App, replica: Replica): void {
  const elapsed = m.now - replica.since;
  const clock = queueClock(m, app);
  const held = replica.held ? clock - replica.queueMark : 0;
  const queued = replica.queueing ? elapsed : held;
  replica.parts[replica.part] += elapsed - queued;
  replica.parts[QUEUE] += queued;
  replica.since = m.now;
  replica.queueMark = clock;
}

/** Cycles per part from the start of the run to `m.now`, with the running part; changes nothing. */
export function partsUntilNow(m: Machine, app: App, replica: Replica): number[] {
  if (app.endedAt !== -1) return replica.parts.slice();
  const settled = { ...replica, parts: replica.parts.slice() };
  settle(m, app, settled);
  return settled.parts;
}

/** From now on `replica` is in `part`. */
export function enterPart(k: Kernel, app: number, replica: number, part: number): void {
  const r = k.m.replicas[app][replica];
  settle(k.m, k.m.apps[app], r);
  r.part = part;
}

/** From now on all replicas of `app` are in `part`. */
export function enterPartTogether(k: Kernel, app: number, part: number): void {
  const group = k.m.replicas[app];
  for (let i = 0; i < group.length; i++) enterPart(k, app, i, part);
}

/** Says whether `replica` depends on the Res core from now on. */
export function hold(k: Kernel, app: number, replica: number, held: boolean): void {
  const r = k.m.replicas[app][replica];
  settle(k.m, k.m.apps[app], r);
  r.held = held;
}

/** The thread of a replica is ready and waits for its turn on its shared home core from now on. */
export function joinQueue(k: Kernel, thread: number): void {
  const { app, replica } = k.plan.threads[thread];
  const r = k.m.replicas[app][replica];
  if (r.queueing) return;
  settle(k.m, k.m.apps[app], r);
  r.queueing = true;
  k.m.threads[thread].offSince = k.m.now;
}

/** It has its turn. Time without the core does not count for the stretch that it computes. */
export function leaveQueue(k: Kernel, thread: number): void {
  const { app, replica } = k.plan.threads[thread];
  const r = k.m.replicas[app][replica];
  if (!r.queueing) return;
  settle(k.m, k.m.apps[app], r);
  r.queueing = false;
  if (r.computing) r.startedAt += k.m.now - k.m.threads[thread].offSince;
}

/** To be called whenever `core` changed hands or its queue changed; cheap where apps do not share it. */
export function noteQueue(k: Kernel, core: number): void {
  const apps = k.plan.appsOnCore[core];
  if (apps.length < 2) return;
  const { thread, handler } = k.m.cores[core];
  const served = handler === -1 ? thread : handler;
  const running = served === -1 ? -1 : k.plan.threads[served].app;
  for (const id of apps) {
    const app = k.m.apps[id];
    const queues = running !== -1 && running !== id && isPending(k, core, id);
    if (queues === (app.queuedSince !== -1)) continue;
    if (queues) {
      app.queuedSince = k.m.now;
    } else {
      app.queued += k.m.now - app.queuedSince;
      app.queuedSince = -1;
    }
  }
}

/** Does `app` have work under an interrupt handler, a thread ready, or a posted slot that no poll sees? */
function isPending(k: Kernel, core: number, app: number): boolean {
  const under = k.m.cores[core].thread;
  if (under !== -1 && k.plan.threads[under].app === app) return true;
  for (const thread of k.m.cores[core].ready) if (k.plan.threads[thread].app === app) return true;
  return hasPostedSlot(k, app);
}

/** polling: is the slot that Romain would look at next visible to it? */
export function hasPostedSlot(k: Kernel, app: number): boolean {
  const a = k.m.apps[app];
  if (a.manager !== 'waiting' || k.plan.apps[app].signalling !== 'polling') return false;
  return a.cursor < k.m.replicas[app].length && k.m.replicas[app][a.cursor].postedAt !== -1;
}
