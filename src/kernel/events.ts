import type { Cycles } from '../base/units.ts';

/** What travels between cores. `ANSWER` is the kernel's IPI back to a blocked sender. */
export const MESSAGE_KINDS = [
  'MIGRATE',
  'CALL',
  'ANSWER',
  'HANDSHAKE',
  'NOTIFY',
  'WAKE',
  'POST',
  'RELEASE',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/**
 * Everything that can happen in the kernel, one applied event = one kernel step. The trace stores
 * the index (append only). Most say that a core has completed an activity of the thread named.
 */
export const EVENT_KINDS = [
  /** User code of a replica raised its next trap (P1). */
  'trap',
  /** Its state is saved and the vCPU handler entered (P2, P3). */
  'trap-entered',
  /** An interrupt reached a core; arg = message kind. */
  'ipi-arrived',
  /** The core's interrupt handler is done; arg = message kind. */
  'ipi-handled',
  /** local, migration: the thread holds the mutex and is counted at the barrier: its arrival. */
  'entered',
  /** migration: the thread runs on the Res core. */
  'switched-in',
  /** migration: the thread left its core; MIGRATE is in flight. arg = 0 to the Res core, 1 home. */
  'migrate-sent',
  /** migration: the states are back in the Res core's cache. */
  'warmed-up',
  /** ipc: the message of the CALL is built. */
  'call-built',
  /** ipc: CALL is in flight, the replica blocked. */
  'call-sent',
  /** ipc: Romain runs and has the replica's CALL in a slot: its arrival. */
  'call-taken',
  /** ipc: Romain waits for the next CALL, or fetches one that is queued. */
  'wait-entered',
  /** ipc: request to the core of a queued sender is in flight. */
  'handshake-sent',
  /** polling: the slot is written. */
  'posted',
  /** polling: the store reached the Res core's view of the line. */
  'post-visible',
  /** polling: a poll of Romain saw the slot it looks at. */
  'post-seen',
  /** Registers of one more replica are summed; arg = replica. */
  'summed',
  /** The last sum is there and all were compared: the vote. */
  'compared',
  /** The trap was handled for one replica; arg = replica. */
  'handled',
  /** The leader's result is stored for the others. */
  'state-put',
  /** A replica took the result over; arg = replica. */
  'state-got',
  /** local, migration: the leader or last finisher has triggered one sleeper; arg = replica woken. */
  'woken',
  /** local, migration: a sleeper runs again inside the event. */
  'reentered',
  /** local, migration: a replica's thread runs again after the leave barrier. */
  'left',
  /** GDT updated (S1); arg = replica. */
  'gdt-updated',
  /** ipc: NOTIFY is in flight; arg = replica. */
  'notify-sent',
  /** polling: the slot is cleared; arg = replica. */
  'released',
  /** polling: a poll of the replica saw its slot cleared. */
  'release-seen',
  /** The replica's own core runs for it again. */
  'woke-up',
  /** Back in user code (S2). */
  'resumed',
  /** native: the trap was served without Romain. */
  'native-served',
  /** A replica that was outvoted has the state of the donor; arg = replica. */
  'recovered',
  /** A fault hits; arg = its index. */
  'fault-injected',
  /** The interrupt of a device comes that somebody waits for; arg = replica for which. */
  'device-interrupt',
  /** Shared NonRes core: the thread is switched to and goes on. */
  'switched-to',
  /** Shared NonRes core: the time slice of the thread is over. */
  'slice-ended',
  /** Shared NonRes core, polling: the replica polled in vain and gives the core away. */
  'yielded',
  /** Shared NonRes core, polling: the store that clears the slot reached the replica's core. */
  'release-visible',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Event kind to index. */
export const EVENT_INDEX = Object.fromEntries(
  EVENT_KINDS.map((kind, index) => [kind, index]),
) as Readonly<Record<EventKind, number>>;

/** Message kind to index. */
export const MESSAGE_INDEX = Object.fromEntries(
  MESSAGE_KINDS.map((kind, index) => [kind, index]),
) as Readonly<Record<MessageKind, number>>;

/** A thing that will happen at `time`; plain data, never changed once made. */
export interface KernelEvent {
  readonly time: Cycles;
  /** Order of scheduling; ties in time run in this order. */
  readonly seq: number;
  readonly kind: EventKind;
  readonly core: number;
  /** Index of the thread concerned. */
  readonly thread: number;
  /**
   * For completions: the core's token when the work began; a mismatch means it was interrupted.
   * -1 = always valid. Below: the turn on a shared core that a timer ends.
   */
  readonly token: number;
  /** Meaning by kind, see `EVENT_KINDS`. */
  readonly arg: number;
}
