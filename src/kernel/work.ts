import { ACTIVITY_INDEX } from './activities.ts';
import type { Kernel } from './context.ts';
import { schedule, setActivity } from './context.ts';
import type { EventKind } from './events.ts';

/** Cycles left of work that never completes: user code that loops for ever. */
export const FOREVER = -2;

/** A stretch of work of one thread. */
export interface Work {
  /** Index into `ACTIVITIES`. */
  readonly activity: number;
  readonly cycles: number;
  /** Event that its completion is. */
  readonly kind: EventKind;
  readonly arg: number;
}

/** The thread on `core` goes on with `work`; `subject` = replica it is done for (default: its own). */
export function run(k: Kernel, core: number, thread: number, work: Work, subject?: number): void {
  const c = k.m.cores[core];
  const t = k.plan.threads[thread];
  c.thread = thread;
  c.lastThread = thread;
  c.kind = work.kind;
  c.arg = work.arg;
  c.token++;
  c.doneAt = k.m.now + work.cycles;
  setActivity(k, core, {
    activity: work.activity,
    app: t.app,
    replica: subject === undefined ? t.replica : subject,
  });
  schedule(k, {
    time: c.doneAt,
    kind: work.kind,
    core,
    thread,
    token: c.token,
    arg: work.arg,
  });
}

/** The thread on `core` loops in user code for ever: nothing completes it. */
export function loopForEver(k: Kernel, core: number, thread: number): void {
  const c = k.m.cores[core];
  const { app, replica } = k.plan.threads[thread];
  c.thread = thread;
  c.lastThread = thread;
  c.kind = 'trap';
  c.token++;
  c.doneAt = -1;
  setActivity(k, core, { activity: ACTIVITY_INDEX.loop, app, replica });
}
