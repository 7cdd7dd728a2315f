import type { Digest } from '../base/hash.ts';
import { createDigest, digestHex, mixWord } from '../base/hash.ts';
import type { KernelEvent } from '../kernel/events.ts';
import { EVENT_INDEX } from '../kernel/events.ts';
import type { ThreadPlan } from '../kernel/plan.ts';
import type { EventColumns } from './recording.ts';

/** What, where and for whom, in 32 bits: `kind` is the index into `EVENT_KINDS`. */
function packStep(kind: number, core: number, app: number, replica: number, arg: number): number {
  const place = kind | (core << 8) | (app << 16) | ((replica & 0xff) << 24);
  return place ^ Math.imul(arg + 1, 0x9e3779b1);
}

/** Mixes one kernel step into the digest of a trace: when (its low 32 bits), what, where, for whom. */
export function mixStep(digest: Digest, event: KernelEvent, thread: ThreadPlan): void {
  mixWord(digest, event.time);
  const kind = EVENT_INDEX[event.kind];
  mixWord(digest, packStep(kind, event.core, thread.app, thread.replica, event.arg));
}

/** The digest of a whole trace: the same as mixing its steps one by one. */
export function digestOf(events: EventColumns): string {
  const digest = createDigest();
  const { time, kind, core, app, replica, arg } = events;
  for (let i = 0; i < events.length; i++) {
    mixWord(digest, time[i]);
    mixWord(digest, packStep(kind[i], core[i], app[i], replica[i], arg[i]));
  }
  return digestHex(digest);
}
