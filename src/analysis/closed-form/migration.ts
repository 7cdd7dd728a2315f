import type { EventHandling, Walk } from './walk.ts';
import { sortByInstant } from './walk.ts';

/*
 * Migration: the threads go to the Res core, where everything is serial. An arriving thread's
 * interrupt handler preempts what runs there; threads run first come, first served.
 */

/** What the state's lines cost beyond `cold_cache` when the replica lives on another socket. */
function distance({ costs, fetch }: Walk, replica: number): number {
  return Math.round(costs.state_lines * Math.max(0, fetch[replica] - costs.line_local));
}

/** Lets the threads arrive at the Res core; gives the cycles of waking it. */
function arriveAtRes(w: Walk): number {
  const { costs, order, arrived } = w;
  const n = w.shape.replicas;
  const cold = Math.round(costs.cold_cache / n) + costs.mutex;
  const leaving = costs.mig_src + costs.ipi_send;
  for (let i = 0; i < n; i++) arrived[i] = w.ready[i] + leaving + w.flight[i];
  sortByInstant(order, arrived);
  let free = w.resFree;
  let taken = 0;
  let woken = 0;
  while (taken < n && arrived[order[taken]] < free) {
    free += costs.ipi_handler;
    taken++;
  }
  for (let j = 0; j < n; j++) {
    const replica = order[j];
    if (taken === j) {
      woken += costs.idle_wake;
      free = arrived[replica] + costs.idle_wake + costs.ipi_handler;
      taken++;
    }
    free += costs.mig_dst + costs.ctx_switch + cold + distance(w, replica);
    while (taken < n && arrived[order[taken]] < free) {
      free += costs.ipi_handler;
      taken++;
    }
    arrived[replica] = free;
  }
  return woken;
}

/** Strings one event under migration to `w`. */
export function walkMigration(w: Walk, handling: EventHandling): void {
  const { costs, order } = w;
  const n = w.shape.replicas;
  const woken = arriveAtRes(w);
  const leader = order[n - 1];
  w.met = w.arrived[leader];
  w.compared = w.met + Math.round(costs.cold_cache / 2) + n * costs.csum;
  const copies = handling.class === 'replicatable';
  const work = copies ? costs.get : handling.cycles;
  w.handled =
    w.compared +
    handling.cycles +
    (copies ? costs.put : 0) +
    (n - 1) * (costs.irq_trigger + costs.ctx_switch + costs.mutex + work);
  w.handledIfLast = copies ? w.compared + handling.cycles : w.handled;
  const going = costs.gdt_set + costs.mig_src + costs.ipi_send;
  const home =
    costs.idle_wake + costs.ipi_handler + costs.mig_dst + Math.round(costs.cold_cache / 2);
  let left = (n - 1) * costs.irq_trigger - costs.ctx_switch;
  let far = 0;
  for (let j = 0; j < n; j++) {
    // The last to finish goes first, then the leader, then the others as they finished.
    const replica = j === 0 ? order[n - 2] : j === 1 ? leader : order[j - 2];
    left += costs.ctx_switch + going;
    w.ownCore[replica] = left + w.flight[replica] + home + distance(w, replica);
    w.back[replica] = w.ownCore[replica] + costs.vcpu_resume;
    far += distance(w, replica);
  }
  w.resFree = left;
  const entering = costs.ipi_handler + costs.mig_dst + costs.ctx_switch + costs.mutex;
  w.resBusy =
    woken + n * (entering + Math.round(costs.cold_cache / n)) + far + w.handled - w.met + left;
  w.otherBusy =
    n * (costs.trap_entry + costs.mig_src + costs.ipi_send + home + costs.vcpu_resume) + far;
  w.ipis = 2 * n;
}
