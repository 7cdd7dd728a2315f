import type { Costs } from '../kernel/costs.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import type { MachineSpec } from './scenario.ts';

/** What depends on the distance between two cores, `[from * coreCount + to]`, in whole cycles. */
export type DistanceTables = Pick<MachinePlan, 'ipiFlight' | 'lineFetch' | 'slotStore'>;

/** The three tables for a machine; a core is 0 from itself, save that storing to its own slot takes `store`. */
export function distanceTables(
  machine: Pick<MachineSpec, 'sockets' | 'coresPerSocket'>,
  costs: Costs,
): DistanceTables {
  const count = machine.sockets * machine.coresPerSocket;
  const hop = costs.line_remote - costs.line_local;
  const ipiFlight: number[] = [];
  const lineFetch: number[] = [];
  const slotStore: number[] = [];
  for (let from = 0; from < count; from++) {
    for (let to = 0; to < count; to++) {
      const remote =
        Math.floor(from / machine.coresPerSocket) !== Math.floor(to / machine.coresPerSocket);
      const same = from === to;
      ipiFlight.push(same ? 0 : Math.round(costs.ipi_latency + (remote ? costs.ipi_remote : 0)));
      lineFetch.push(same ? 0 : Math.round(remote ? costs.line_remote : costs.line_local));
      slotStore.push(Math.max(0, Math.round(costs.store + (remote ? hop : 0))));
    }
  }
  return { ipiFlight, lineFetch, slotStore };
}
