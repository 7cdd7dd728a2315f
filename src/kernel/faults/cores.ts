import { hash32 } from '../../base/hash.ts';
import { FAULT_MODES } from '../../base/vocabulary.ts';
import { ACTIVITY_INDEX } from '../activities.ts';
import type { Kernel } from '../context.ts';
import { setActivity } from '../context.ts';
import { failRcb } from '../over.ts';
import { suspendPolls } from '../shared-polls.ts';
import { leaveQueue } from '../accounting.ts';
import { stopIdlePolling, stopReplicaPolling } from '../poll-loop.ts';
import { bitMask, withDeviation } from './deviation.ts';
import { setDeviations } from './divergence.ts';
import type { FaultPlan } from './fault-plan.ts';
import { registerValue } from './registers.ts';
import { tell } from './tell.ts';

/** A permanent fault of a core: it halts for ever, or one bit of a register sticks at 1. */
export function breakCore(k: Kernel, fault: FaultPlan): void {
  const { app, replica, core } = fault;
  if (FAULT_MODES[fault.mode] === 'stick') {
    k.m.cores[core].stuck = fault;
    tell(k, { kind: 'core-stuck', app, replica, fault: fault.index, at: core });
    return;
  }
  tell(k, { kind: 'core-stopped', app, replica, fault: fault.index, at: core });
  if (k.plan.appsOnCore[core].length > 0) failRcb(k, app, 'the Res core stops');
  else stopCore(k, core);
}

/** The core halts where it is; whatever it ran never completes, and nothing reaches it any more. */
export function stopCore(k: Kernel, core: number): void {
  const c = k.m.cores[core];
  const { thread } = c;
  if (c.pollSince !== -1 && k.plan.shared[core]) suspendPolls(k, core);
  for (const waiting of c.ready) if (k.plan.shared[core]) leaveQueue(k, waiting);
  if (c.pollSince !== -1) {
    if (thread === -1) stopIdlePolling(k, core);
    else stopReplicaPolling(k, core, k.plan.threads[thread].app);
  }
  c.stopped = true;
  c.token++;
  c.doneAt = -1;
  const { app, replica } = thread === -1 ? { app: -1, replica: -1 } : k.plan.threads[thread];
  setActivity(k, core, { activity: ACTIVITY_INDEX.dead, app, replica });
}

/** At the start of a stretch on a core whose register bit sticks at 1: the bit is wrong where it should be 0. */
export function applyStuckBit(k: Kernel, app: number, replica: number, fault: FaultPlan): void {
  const r = k.m.replicas[app][replica];
  const mask = bitMask(fault.bit);
  if ((registerValue(r.segment, fault.register) & mask) !== 0) return;
  if (r.deviations.some((d) => d.place === fault.register && (d.mask & mask) !== 0)) return;
  const salt = hash32(fault.salt, r.segment, 9);
  const wrong = { place: fault.register, at: 0, mask, salt, fate: fault.fate, fault: fault.index };
  setDeviations(k, app, replica, withDeviation(r.deviations, wrong));
}
