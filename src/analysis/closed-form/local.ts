import type { EventHandling, Walk } from './walk.ts';
import { sortByInstant } from './walk.ts';

/*
 * Local handling: everybody works on a core of its own. The last arriver sums, handles and wakes
 * the others one after the other; they handle side by side; the last to finish wakes the rest.
 */

function flightBetween({ costs, shape }: Walk, a: number, b: number): number {
  return costs.ipi_latency + (shape.remote[a] === shape.remote[b] ? 0 : costs.ipi_remote);
}

function sumCycles({ costs, shape }: Walk, leader: number): number {
  let cycles = shape.replicas * costs.csum;
  for (let i = 0; i < shape.replicas; i++) {
    if (i === leader) continue;
    const far = shape.remote[i] !== shape.remote[leader];
    cycles += costs.state_lines * (far ? costs.line_remote : costs.line_local);
  }
  return cycles;
}

/** Strings one event under local handling to `w`. */
export function walkLocal(w: Walk, handling: EventHandling): void {
  const { costs, order } = w;
  const n = w.shape.replicas;
  for (let i = 0; i < n; i++) w.arrived[i] = w.ready[i] + costs.mutex;
  sortByInstant(order, w.arrived);
  const leader = order[n - 1];
  w.met = w.arrived[leader];
  w.compared = w.met + sumCycles(w, leader);
  const copies = handling.class === 'replicatable';
  w.handledIfLast = w.compared + handling.cycles;
  const trigger = costs.irq_trigger + costs.ipi_send;
  const wakeUp = costs.idle_wake + costs.ipi_handler + costs.drq + costs.ctx_switch + costs.mutex;
  const work = copies ? costs.get : handling.cycles;
  let triggered = w.handledIfLast + (copies ? costs.put : 0);
  const finished = w.ownCore;
  for (let j = 0; j < n - 1; j++) {
    triggered += trigger;
    finished[order[j]] = triggered + flightBetween(w, leader, order[j]) + wakeUp + work;
  }
  finished[leader] = triggered;
  w.handled = 0;
  for (let j = 0; j < n - 1; j++) w.handled = Math.max(w.handled, finished[order[j]]);
  if (!copies) w.handledIfLast = w.handled;
  w.resBusy = 0;
  w.otherBusy =
    n * (costs.trap_entry + costs.mutex + costs.gdt_set + costs.vcpu_resume) +
    (w.compared - w.met) +
    handling.cycles +
    (copies ? costs.put : 0) +
    (n - 1) * (2 * (trigger + wakeUp) + work);
  w.ipis = 2 * (n - 1);
  leave(w, trigger, wakeUp);
}

/** The last to finish wakes the others in the order in which they fell asleep, then goes on itself. */
function leave(w: Walk, trigger: number, wakeUp: number): void {
  const { costs, order } = w;
  const n = w.shape.replicas;
  sortByInstant(order, w.ownCore);
  // The leader may end its wakes last, but the last to finish is another replica.
  const waker = w.ownCore[order[n - 1]] === w.handled ? order[n - 1] : order[n - 2];
  let triggered = 0;
  for (let j = 0; j < n; j++) {
    const sleeper = order[j];
    if (sleeper === waker) continue;
    triggered += trigger;
    w.ownCore[sleeper] = triggered + flightBetween(w, waker, sleeper) + wakeUp;
  }
  w.ownCore[waker] = triggered;
  const suffix = costs.gdt_set + costs.vcpu_resume;
  for (let i = 0; i < n; i++) w.back[i] = w.ownCore[i] + suffix;
}
