import { CORE_MODES } from '../base/vocabulary.ts';
import { ACTIVITIES } from './activities.ts';
import type { EventKind, MessageKind } from './events.ts';
import { MESSAGE_INDEX } from './events.ts';
import { fateOfMessage } from './faults/messages.ts';
import type { Machine } from './machine.ts';
import type { MachinePlan } from './plan.ts';
import { pushEvent } from './queue.ts';
import type { TraceSink } from './trace-sink.ts';

/** What every rule of the kernel works on: the fixed plan, a private draft of the machine, a listener. */
export interface Kernel {
  readonly plan: MachinePlan;
  readonly m: Machine;
  readonly sink: TraceSink | null;
}

/** Index into `CORE_MODES` per activity. */
export const MODE_OF_ACTIVITY: readonly number[] = ACTIVITIES.map((a) =>
  CORE_MODES.indexOf(a.mode),
);

/** When, where and for whom something will happen. */
export interface Schedule {
  readonly time: number;
  readonly kind: EventKind;
  readonly core: number;
  readonly thread: number;
  readonly token: number;
  readonly arg: number;
}

/** Puts an event on the queue. */
export function schedule(k: Kernel, s: Schedule): void {
  pushEvent(k.m.queue, {
    time: s.time,
    seq: k.m.seq++,
    kind: s.kind,
    core: s.core,
    thread: s.thread,
    token: s.token,
    arg: s.arg,
  });
}

/** Says what `core` does from now on, and for whom. */
export function setActivity(
  k: Kernel,
  core: number,
  subject: { readonly activity: number; readonly app: number; readonly replica: number },
): void {
  const c = k.m.cores[core];
  const now = k.m.now;
  c.modeCycles[MODE_OF_ACTIVITY[c.activity]] += now - c.modeSince;
  c.modeSince = now;
  c.activity = subject.activity;
  c.subject = subject.replica;
  c.since = now;
  if (k.sink !== null) k.sink.span(core, now, subject.activity, subject.app, subject.replica);
}

/** A signal from one core to another on behalf of a replica's thread. */
export interface Signal {
  readonly kind: MessageKind;
  readonly from: number;
  readonly to: number;
  /** The replica's thread. */
  readonly thread: number;
}

/** Sends an inter-processor interrupt; it arrives after the flight between the two cores. */
export function sendIpi(k: Kernel, signal: Signal): void {
  const flight = k.plan.ipiFlight[signal.from * k.plan.coreCount + signal.to];
  k.m.apps[k.plan.threads[signal.thread].app].ipis++;
  const arrival = noteMessage(k, signal, flight);
  if (arrival === LOST) return;
  schedule(k, {
    time: arrival,
    kind: 'ipi-arrived',
    core: signal.to,
    thread: signal.thread,
    token: -1,
    arg: MESSAGE_INDEX[signal.kind],
  });
}

/** Arrival of a message that a fault drops. */
export const LOST = -1;

/** Counts a message and tells the listener; returns its arrival, or `LOST`. */
export function noteMessage(k: Kernel, signal: Signal, flight: number): number {
  const sent = k.m.now;
  const { app, replica } = k.plan.threads[signal.thread];
  const { lost, delay, fault } = fateOfMessage(k, signal);
  const arrival = sent + flight + delay;
  k.m.apps[app].messages++;
  if (k.sink !== null) {
    const kind = MESSAGE_INDEX[signal.kind];
    k.sink.message({
      kind,
      sent,
      arrival,
      from: signal.from,
      to: signal.to,
      app,
      replica,
      fault,
    });
  }
  return lost ? LOST : arrival;
}
