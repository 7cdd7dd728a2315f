import { TRAP_KINDS } from '../base/vocabulary.ts';
import type { Program } from '../kernel/program.ts';
import type { AppSpec } from './scenario.ts';

const KIB = 1024;
/** Writable memory of one replica where the workload says nothing of it. */
const DEFAULT_WRITABLE_KIB = 64;
/** All that a 32-bit program can address. */
export const MAX_WRITABLE_KIB = 4 * KIB * KIB;
/** Least writable memory: one page. */
export const MIN_WRITABLE_KIB = 4;

/** Regions of the profiles whose pages a program writes. */
const WRITABLE_REGIONS: ReadonlySet<string> = new Set([
  'stack',
  'data',
  'heap',
  'anon',
  'tmpfs',
  'bss',
  'program',
]);
const PAGEFAULT = TRAP_KINDS.indexOf('pagefault');

/**
 * Writable memory of one replica in bytes: as the app says, else the pages that its profile touches
 * for the first time in writable regions, else `DEFAULT_WRITABLE_KIB`.
 */
export function writableBytesOf(spec: AppSpec, program: Program): number {
  if (spec.writableKiB !== undefined) return spec.writableKiB * KIB;
  if (spec.workload.kind !== 'profile') return DEFAULT_WRITABLE_KIB * KIB;
  const pages = Math.max(1, writableFaults(program));
  return Math.min(pages * pageBytes(spec.workload.id), MAX_WRITABLE_KIB * KIB);
}

function writableFaults({ length, trap, name, names }: Program): number {
  const writable = names.map((region) => WRITABLE_REGIONS.has(region));
  let count = 0;
  for (let i = 0; i < length; i++) {
    if (trap[i] === PAGEFAULT && writable[name[i]]) count += 1;
  }
  return count;
}

/** Page size of the machine that a profile of this variant describes. */
function pageBytes(profile: string): number {
  if (profile.endsWith('-4m')) return 4 * KIB * KIB;
  if (profile.endsWith('-64k')) return 64 * KIB;
  return 4 * KIB;
}
