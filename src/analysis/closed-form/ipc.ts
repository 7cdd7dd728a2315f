import type { EventHandling, Walk } from './walk.ts';
import { groupHandling, sortByInstant } from './walk.ts';

/*
 * Synchronous IPC: the CALL that finds Romain in its open wait is taken at once; one that finds it
 * busy interrupts it, queues, and is fetched later by a handshake, a round trip for which Romain is
 * blocked. Releases are serial, a round trip each.
 */

/** The Res core while the CALLs come in. */
interface Inbox {
  readonly w: Walk;
  /** When each CALL reaches the Res core, and how many have, in `w.order`. */
  readonly calls: readonly number[];
  came: number;
  /** CALLs taken; those between `taken` and `came` are queued. */
  taken: number;
  /** Until when the home core of each replica handles the answer to its CALL. */
  readonly homeBusy: number[];
  /** Cycles of waking the Res core. */
  woken: number;
  handshakes: number;
}

function handlerCycles({ costs }: Walk): number {
  return costs.ipi_handler + costs.drq + costs.ipi_send;
}

/** The interrupt handler of the next CALL ends at `time`. */
function answerCall(box: Inbox, time: number): void {
  const { w } = box;
  const replica = w.order[box.came++];
  const { idle_wake, ipi_handler } = w.costs;
  box.homeBusy[replica] = time + w.flight[replica] + idle_wake + ipi_handler;
}

/** CALLs that come before `time` interrupt what ends then; gives its new end. */
function interrupted(box: Inbox, time: number): number {
  const { calls, w } = box;
  let end = time;
  while (box.came < calls.length && calls[w.order[box.came]] < end) {
    end += handlerCycles(w);
    answerCall(box, end);
  }
  return end;
}

/** Romain halts in its open wait until the next CALL; gives when it may take it. */
function awaitCall(box: Inbox, since: number): number {
  const { w, calls } = box;
  const { idle_wake } = w.costs;
  box.woken += idle_wake;
  const time = Math.max(since, calls[w.order[box.came]]) + idle_wake + handlerCycles(w);
  answerCall(box, time);
  return interrupted(box, time) + w.costs.ctx_switch;
}

/** Romain fetches the first CALL queued; gives when it may take it. */
function fetchCall(box: Inbox, since: number): number {
  const { w, calls } = box;
  const { idle_wake, ipi_send, ipi_handler } = w.costs;
  const sent = interrupted(box, since + ipi_send);
  const replica = w.order[box.taken];
  const there = sent + w.flight[replica];
  const begun = Math.max(
    there + (there > box.homeBusy[replica] ? idle_wake : 0),
    box.homeBusy[replica],
  );
  const answer = begun + handlerCycles(w) + w.flight[replica];
  box.handshakes++;
  // Romain is blocked: a CALL that comes now wakes the halted core.
  let busy = sent;
  while (box.came < calls.length && calls[w.order[box.came]] < answer) {
    const at = calls[w.order[box.came]];
    if (at > busy) box.woken += idle_wake;
    busy = (at > busy ? at + idle_wake : busy) + handlerCycles(w);
    answerCall(box, busy);
  }
  if (answer > busy) box.woken += idle_wake;
  return (answer > busy ? answer + idle_wake : busy) + ipi_handler;
}

/**
 * CALLs that come while Romain still releases the others: they interrupt it where it runs, and cost
 * it nothing where it is blocked for an answer. Gives when it is done.
 */
function finishReleases(box: Inbox): number {
  const { w, calls } = box;
  const { idle_wake } = w.costs;
  let late = 0;
  for (let j = 0; j < calls.length && box.came < calls.length; j++) {
    const blocked = interrupted(box, w.blockedFrom[j] + late);
    late = blocked - w.blockedFrom[j];
    const answer = w.answered[j] + late;
    let busy = blocked;
    while (box.came < calls.length && calls[w.order[box.came]] < answer) {
      const at = calls[w.order[box.came]];
      busy = (at > busy ? at + idle_wake : busy) + handlerCycles(w);
      answerCall(box, busy);
    }
    if (busy > answer) late += busy - answer - idle_wake;
  }
  return interrupted(box, w.resFree + late);
}

/** Romain takes CALL after CALL and sums each at once; gives what that tells of the Res core. */
function takeCalls(w: Walk): Inbox {
  const { costs, order } = w;
  const n = w.shape.replicas;
  const sending = costs.ipc_entry + costs.drq + costs.ipi_send;
  const calls = w.reaching;
  for (let i = 0; i < n; i++) calls[i] = w.ready[i] + sending + w.flight[i];
  sortByInstant(order, calls);
  const box: Inbox = { w, calls, came: 0, taken: 0, homeBusy: w.homeBusy, woken: 0, handshakes: 0 };
  let time = finishReleases(box);
  for (;;) {
    const take = box.taken < box.came ? fetchCall(box, time) : awaitCall(box, time);
    time = interrupted(box, take);
    const replica = order[box.taken++];
    w.arrived[replica] = time;
    if (box.taken === n) w.met = time;
    time = interrupted(box, time + costs.csum + costs.state_lines * w.fetch[replica]);
    if (box.taken === n) break;
    time = interrupted(box, time + costs.ipc_entry);
  }
  w.compared = time;
  return box;
}

/** Strings one event under synchronous IPC to `w`. */
export function walkIpc(w: Walk, handling: EventHandling): void {
  const { costs, order } = w;
  const n = w.shape.replicas;
  const box = takeCalls(w);
  w.handled = w.compared + groupHandling(w, handling);
  w.handledIfLast = handling.class === 'finished' ? w.handled : w.compared + handling.cycles;
  const handler = handlerCycles(w);
  const sending = costs.gdt_set + costs.ipc_entry + costs.ipi_send;
  const suffix = costs.gdt_set + costs.vcpu_resume;
  let time = 0;
  let sums = 0;
  for (let j = 0; j < n; j++) {
    const replica = order[j];
    const notified = time + sending + w.flight[replica] + costs.idle_wake + handler;
    w.ownCore[replica] = notified + costs.ctx_switch;
    w.back[replica] = w.ownCore[replica] + suffix;
    w.blockedFrom[j] = time + sending;
    w.answered[j] = notified + w.flight[replica];
    time = w.answered[j] + costs.idle_wake + costs.ipi_handler;
    sums += costs.csum + costs.state_lines * w.fetch[replica];
  }
  w.resFree = time + costs.ipc_entry;
  const taking =
    (n - box.handshakes) * costs.ctx_switch +
    box.handshakes * (costs.ipi_send + costs.ipi_handler) +
    (n - 1) * costs.ipc_entry;
  w.resBusy =
    box.woken +
    n * handler +
    taking +
    sums +
    (w.handled - w.compared) +
    n * (sending + costs.idle_wake + costs.ipi_handler) +
    costs.ipc_entry;
  const calling =
    costs.ipc_entry + costs.drq + costs.ipi_send + costs.idle_wake + costs.ipi_handler;
  w.otherBusy =
    n * (costs.trap_entry + calling + costs.idle_wake + handler + costs.ctx_switch + suffix) +
    box.handshakes * (costs.idle_wake + handler);
  w.ipis = 4 * n + 2 * box.handshakes;
}
