import type { Cycles } from '../base/units.ts';
import { nextHalfNormal } from '../base/rng.ts';
import { ACTIVITY_INDEX } from './activities.ts';
import type { Kernel } from './context.ts';
import { schedule, setActivity } from './context.ts';
import { makeReady } from './cores.ts';
import { ownAccesses } from './device.ts';
import { isOff } from './turns.ts';
import { FOREVER, run } from './work.ts';
import type { Work } from './work.ts';

/** The replica's own core computes its next segment, to its trap. */
export function runUserCode(k: Kernel, app: number, replica: number): void {
  const plan = k.plan.apps[app];
  const group = k.m.replicas[app];
  const r = group[replica];
  const { device } = plan;
  const accesses = device === null ? 0 : ownAccesses(device, r.segment) * k.plan.costs.mmio;
  const nominal = plan.program.cycles[r.segment] + accesses;
  const skew = group.length > 1 ? Math.round(nextHalfNormal(k.m.rng) * k.plan.costs.skew_sigma) : 0;
  r.computing = true;
  r.startedAt = k.m.now;
  const core = plan.cores[replica];
  const thread = plan.replicaThreads[replica];
  const work: Work = {
    activity: ACTIVITY_INDEX.user,
    cycles: nominal + skew,
    kind: 'trap',
    arg: plan.program.trap[r.segment],
  };
  // At the start of the run, replicas that share a core begin one after the other.
  if (k.plan.shared[core] && k.m.cores[core].thread !== thread) makeReady(k, core, thread, work);
  else run(k, core, thread, work);
}

/** Cycles left of the stretch that `replica` computes. */
export function stretchLeft(k: Kernel, app: number, replica: number): Cycles {
  const { cores, replicaThreads } = k.plan.apps[app];
  const c = k.m.cores[cores[replica]];
  if (isOff(k, cores[replica], replicaThreads[replica]))
    return k.m.threads[replicaThreads[replica]].cycles;
  return c.handler === -1 ? c.doneAt - k.m.now : c.pausedCycles;
}

/** When and with which trap (index into `TRAP_KINDS`) a stretch ends otherwise. */
export type OtherEnd =
  /** After this part, 0..1, of what is left of it. */
  | { readonly fraction: number; readonly raised: number }
  /** At this instant; at once when that is past. */
  | { readonly at: number; readonly raised: number };

/** The running stretch of `replica` will end with another trap, or at another time. */
export function trapAfter(k: Kernel, app: number, replica: number, end: OtherEnd): void {
  const plan = k.plan.apps[app];
  const core = plan.cores[replica];
  const thread = plan.replicaThreads[replica];
  const c = k.m.cores[core];
  if (c.stopped) return;
  const t = k.m.threads[thread];
  const off = isOff(k, core, thread);
  const left = stretchLeft(k, app, replica);
  const ran = k.m.replicas[app][replica].queueing ? t.offSince : k.m.now;
  const cycles =
    'at' in end ? Math.max(1, end.at - ran) : Math.max(1, Math.floor(left * end.fraction));
  if (off) {
    t.cycles = cycles;
    t.arg = end.raised;
    return;
  }
  c.arg = end.raised;
  if (c.handler !== -1) {
    c.pausedCycles = cycles;
    return;
  }
  c.token++;
  c.doneAt = k.m.now + cycles;
  schedule(k, {
    time: c.doneAt,
    kind: 'trap',
    core,
    thread,
    token: c.token,
    arg: end.raised,
  });
}

/** The running stretch of `replica` will never end: its core loops in user code. */
export function trapNever(k: Kernel, app: number, replica: number): void {
  const core = k.plan.apps[app].cores[replica];
  const c = k.m.cores[core];
  if (c.stopped) return;
  const thread = k.plan.apps[app].replicaThreads[replica];
  if (isOff(k, core, thread)) {
    k.m.threads[thread].activity = ACTIVITY_INDEX.loop;
    k.m.threads[thread].cycles = FOREVER;
    return;
  }
  c.token++;
  c.doneAt = -1;
  if (c.handler === -1) {
    setActivity(k, core, { activity: ACTIVITY_INDEX.loop, app, replica });
    return;
  }
  c.pausedActivity = ACTIVITY_INDEX.loop;
  c.pausedCycles = FOREVER;
}
