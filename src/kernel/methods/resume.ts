import { ACTIVITY_INDEX } from '../activities.ts';
import type { Kernel } from '../context.ts';
import { run } from '../work.ts';

/** S1: the replica's thread updates its GDT on its own core; completes as `gdt-updated`. */
export function updateGdt(k: Kernel, core: number, thread: number): void {
  run(k, core, thread, {
    activity: ACTIVITY_INDEX.gdtUpdate,
    cycles: k.plan.costs.gdt_set,
    kind: 'gdt-updated',
    arg: k.plan.threads[thread].replica,
  });
}

/** S2: back to the replica's task; completes as `resumed`. */
export function resumeVcpu(k: Kernel, core: number, thread: number): void {
  run(k, core, thread, {
    activity: ACTIVITY_INDEX.resume,
    cycles: k.plan.costs.vcpu_resume,
    kind: 'resumed',
    arg: k.plan.threads[thread].replica,
  });
}
