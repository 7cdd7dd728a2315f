import { nextHalfNormal } from '../base/rng.ts';
import { ACTIVITY_INDEX } from './activities.ts';
import type { Kernel } from './context.ts';
import { schedule, setActivity } from './context.ts';
import { FOREVER, run } from './cores.ts';
import { ownAccesses } from './device.ts';

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
  run(k, plan.cores[replica], plan.replicaThreads[replica], {
    activity: ACTIVITY_INDEX.user,
    cycles: nominal + skew,
    kind: 'trap',
    arg: plan.program.trap[r.segment],
  });
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
  const c = k.m.cores[core];
  if (c.stopped) return;
  const paused = c.handler !== -1;
  const left = paused ? c.pausedCycles : c.doneAt - k.m.now;
  const cycles =
    'at' in end ? Math.max(1, end.at - k.m.now) : Math.max(1, Math.floor(left * end.fraction));
  c.arg = end.raised;
  if (paused) {
    c.pausedCycles = cycles;
    return;
  }
  c.token++;
  c.doneAt = k.m.now + cycles;
  schedule(k, {
    time: c.doneAt,
    kind: 'trap',
    core,
    thread: plan.replicaThreads[replica],
    token: c.token,
    arg: end.raised,
  });
}

/** The running stretch of `replica` will never end: its core loops in user code. */
export function trapNever(k: Kernel, app: number, replica: number): void {
  const core = k.plan.apps[app].cores[replica];
  const c = k.m.cores[core];
  if (c.stopped) return;
  c.token++;
  c.doneAt = -1;
  if (c.handler === -1) {
    setActivity(k, core, { activity: ACTIVITY_INDEX.loop, app, replica });
    return;
  }
  c.pausedActivity = ACTIVITY_INDEX.loop;
  c.pausedCycles = FOREVER;
}
