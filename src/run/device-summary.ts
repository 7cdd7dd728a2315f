import { upperBound } from '../base/binary-search.ts';
import type { App } from '../kernel/machine.ts';
import type { AppPlan } from '../kernel/plan.ts';
import type { DeviceSummary } from './recording.ts';

/** What the driver `plan` has done to its device until `end`; `null` for an app without one. */
export function deviceSummaryOf(plan: AppPlan, app: App, end: number): DeviceSummary | null {
  const { device: state } = app;
  const { device } = plan;
  if (state === null || device === null) return null;
  const { reads, readsDue, emptyReads, wrongInputs, writes, writesDue, wrongWrites } = state;
  return {
    access: device.access,
    arrived: upperBound(device.arrivals, end),
    interrupts: state.interrupts,
    meanLatency: state.interrupts === 0 ? 0 : state.latency / state.interrupts,
    longestLatency: state.longestLatency,
    reads,
    readsDue,
    emptyReads,
    wrongInputs,
    writes,
    writesDue,
    wrongWrites,
  };
}
