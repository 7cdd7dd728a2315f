import type { Digest } from '../base/hash.ts';
import { mixWord } from '../base/hash.ts';
import type { KernelEvent } from '../kernel/events.ts';
import { EVENT_INDEX } from '../kernel/events.ts';

/** Mixes one kernel step into the digest of a trace: when, what, where, for whom. */
export function mixStep(digest: Digest, event: KernelEvent): void {
  mixWord(digest, event.time % 4294967296);
  mixWord(
    digest,
    EVENT_INDEX[event.kind] | (event.core << 8) | (event.thread << 16) | (event.arg << 24),
  );
}
