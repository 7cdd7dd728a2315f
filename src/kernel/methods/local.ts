import { ACTIVITY_INDEX } from '../activities.ts';
import type { Kernel } from '../context.ts';
import { sendIpi } from '../context.ts';
import type { KernelEvent } from '../events.ts';
import { ownCoreRuns } from '../group.ts';
import { advanceBarrier, sumNext, wakeThread } from './barrier.ts';
import type { BarrierPlace } from './barrier.ts';
import type { Method } from './method.ts';
import { resumeVcpu, updateGdt } from './resume.ts';
import { run } from '../work.ts';

/*
 * Local handling (mode 0, the EMSOFT'12 system, for reference): every replica stays on its own
 * core, also for the vote, and sleepers are woken by an IPI each: 2(N-1) per event.
 */

const PLACE: BarrierPlace = {
  beginVote: (k, event) => sumNext(k, event, PLACE),
  sumCycles: (k, core, { app, replica }) => {
    const { csum, state_lines } = k.plan.costs;
    const home = k.plan.apps[app].cores[replica];
    return Math.round(csum + state_lines * k.plan.lineFetch[core * k.plan.coreCount + home]);
  },
  wakeCycles: (k) => k.plan.costs.irq_trigger + k.plan.costs.ipi_send,
  wake: (k, core, thread) =>
    sendIpi(k, { kind: 'WAKE', from: core, to: k.plan.threads[thread].home, thread }),
  leave: (k, event) => {
    const { app, replica } = k.plan.threads[event.thread];
    ownCoreRuns(k, app, replica);
    updateGdt(k, event.core, event.thread);
  },
};

function signal(k: Kernel, event: KernelEvent): void {
  run(k, event.core, event.thread, {
    activity: ACTIVITY_INDEX.enterBarrier,
    cycles: k.plan.costs.mutex,
    kind: 'entered',
    arg: event.arg,
  });
}

/** Local handling: no Res core takes part. */
export const LOCAL: Method = {
  signal,
  advance: (k, event) =>
    event.kind === 'gdt-updated'
      ? resumeVcpu(k, event.core, event.thread)
      : advanceBarrier(k, event, PLACE),
  deliver: (k, event) => wakeThread(k, event.core, event.thread, true),
};
