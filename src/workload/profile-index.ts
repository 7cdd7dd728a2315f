import { TRAP_KINDS } from '../base/vocabulary.ts';
import { expandProfile } from './expand.ts';
import type { Profile } from './profile.ts';
import { profileId } from './profile.ts';
import type { SegmentColumns } from './segments.ts';
import { UNKNOWN } from './segments.ts';

/** What a menu says of a shipped profile without loading it; one entry of `public/workloads/index.json`. */
export interface ProfileIndexEntry {
  readonly id: string;
  readonly name: string;
  readonly variant: string;
  readonly title: string;
  readonly kind: Profile['kind'];
  /** Externalization events by the file's own kinds, so the last one is a system call or IPC. */
  readonly events: {
    readonly total: number;
    readonly pagefault: number;
    readonly syscall: number;
    readonly ipc: number;
  };
  /** Sum over all segments, rounded; absent when some segment has no count. */
  readonly instructions?: number;
  /** Sum over all segments, rounded. */
  readonly computeCycles: number;
  /** Size of the file. */
  readonly bytes: number;
}

/** The entry of a profile whose file has `bytes` bytes. */
export function indexEntry(profile: Profile, bytes: number): ProfileIndexEntry {
  const segments = expandProfile(profile);
  const { name, variant, title, kind } = profile;
  const instructions = total(segments.instructions);
  return {
    id: profileId(profile),
    name,
    variant,
    title,
    kind,
    events: countEvents(segments),
    ...(instructions === UNKNOWN ? {} : { instructions }),
    computeCycles: total(segments.cycles),
    bytes,
  };
}

function countEvents(segments: SegmentColumns): ProfileIndexEntry['events'] {
  const events = { total: segments.length, pagefault: 0, syscall: 0, ipc: 0 };
  for (let i = 0; i < segments.length; i++) {
    const kind = TRAP_KINDS[segments.trap[i]];
    const name = segments.names[segments.name[i]];
    if (kind === 'pagefault' || kind === 'syscall' || kind === 'ipc') events[kind] += 1;
    else if (kind === 'exit') events[name === 'exit_group' ? 'syscall' : 'ipc'] += 1;
  }
  return events;
}

/** Rounded sum, or `UNKNOWN` when one value is. */
function total(column: Float64Array): number {
  if (column.includes(UNKNOWN)) return UNKNOWN;
  return Math.round(column.reduce((sum, value) => sum + value, 0));
}
