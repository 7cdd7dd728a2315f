import type { EventHandling, Walk } from './walk.ts';
import { groupHandling } from './walk.ts';

/*
 * Polling: nobody sleeps and nothing interrupts. Romain sees slot after slot in index order at the
 * polls of its loop, sums, handles and clears serially; each replica sees its slot cleared at the
 * next poll of its own loop.
 */

/** The first poll of a loop that began at `first` that can see a store visible from `time` on. */
function firstPoll(time: number, first: number, period: number): number {
  return time <= first ? first : first + Math.ceil((time - first) / period) * period;
}

/** Strings one event under polling to `w`. */
export function walkPolling(w: Walk, handling: EventHandling): void {
  const { costs, shape } = w;
  const n = shape.replicas;
  const { csum, state_lines, gdt_set, vcpu_resume, poll_period, trap_entry } = costs;
  let seen = w.resFree;
  let sums = 0;
  for (let i = 0; i < n; i++) {
    const visible = w.ready[i] + w.store[i] + w.fetch[i];
    if (visible <= seen) {
      w.arrived[i] = visible;
    } else {
      seen = firstPoll(visible, w.resFree, poll_period);
      w.arrived[i] = seen;
    }
    sums += csum + state_lines * w.fetch[i];
  }
  w.met = seen;
  w.compared = seen + sums;
  w.handled = w.compared + groupHandling(w, handling);
  w.handledIfLast = handling.class === 'finished' ? w.handled : w.compared + handling.cycles;
  let released = 0;
  for (let i = 0; i < n; i++) {
    released += gdt_set + w.store[i];
    const posted = w.ready[i] + w.store[i] - w.handled;
    w.ownCore[i] = firstPoll(released + w.fetch[i], posted, poll_period);
    w.back[i] = w.ownCore[i] + gdt_set + vcpu_resume;
  }
  w.resFree = released;
  w.resBusy = w.handled - w.met + released;
  w.otherBusy = n * (trap_entry + gdt_set + vcpu_resume);
  for (let i = 0; i < n; i++) w.otherBusy += w.store[i];
  w.ipis = 0;
}
