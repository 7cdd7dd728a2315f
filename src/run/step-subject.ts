import type { ReplicaId } from '../base/units.ts';
import { EVENT_INDEX } from '../kernel/events.ts';
import type { EventKind } from '../kernel/events.ts';
import type { EventColumns } from './recording.ts';

/** Kinds whose `arg` names the replica on whose behalf something was done. */
const FOR_REPLICA: readonly EventKind[] = [
  'call-taken',
  'handshake-sent',
  'summed',
  'handled',
  'state-put',
  'state-got',
  'woken',
  'gdt-updated',
  'notify-sent',
  'released',
  'recovered',
];

const HAS_SUBJECT = new Uint8Array(64);
for (const kind of FOR_REPLICA) HAS_SUBJECT[EVENT_INDEX[kind]] = 1;

/** The replica that a kernel step was taken for; -1 = for none. `kind` is an index into `EVENT_KINDS`. */
export function subjectOf(kind: number, replica: ReplicaId, arg: number): ReplicaId {
  return HAS_SUBJECT[kind] === 1 ? arg : replica;
}

/** Does row `k` of the trace concern `replica` of `app`: did it do something, or was something done for it? */
export function concernsReplica(
  events: EventColumns,
  k: number,
  { app, replica }: { readonly app: number; readonly replica: ReplicaId },
): boolean {
  if (events.app[k] !== app) return false;
  const own = events.replica[k];
  return own === replica || subjectOf(events.kind[k], own, events.arg[k]) === replica;
}
