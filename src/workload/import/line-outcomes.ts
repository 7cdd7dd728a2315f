import type { ProfileTrap } from '../profile.ts';
import type { BuiltProfile } from './profile-file.ts';
import type { Recorder } from './recorder.ts';
import type { TrapRow } from './rows.ts';
import { ROW_FLAGS, trapClassIndex } from './rows.ts';
import type { MappingRule } from './rules.ts';
import { createMapper } from './rules.ts';

/** So many traps of one kind and name. */
export interface TrapCount {
  readonly kind: ProfileTrap['kind'];
  readonly name: string;
  readonly count: number;
}

/** What became of a line of the preview. */
export type LineOutcome =
  /** It is the trap of a process that the profile is not of. */
  | { readonly kind: 'other'; readonly pid: number }
  | {
      readonly kind: 'trap';
      /** Nanoseconds since the trap before, as logged; `null` = unknown, or there is none before. */
      readonly gap: number | null;
      /** What is left of it as computing, in nanoseconds. */
      readonly computing: number;
      /** The traps of the profile that it becomes; empty = it is answered inside the program. */
      readonly traps: readonly TrapCount[];
    };

/** By line of the preview, what became of it in the profile `built` of `pid`; `null` = no trap of its own. */
export function lineOutcomes(
  recorder: Pick<Recorder, 'shownTraps' | 'table'>,
  lines: number,
  { built, pid }: { readonly built: BuiltProfile; readonly pid: number },
): (LineOutcome | null)[] {
  const { rule, timing } = built;
  return Array.from({ length: lines }, (_, line) => {
    const shown = recorder.shownTraps[line];
    if (shown === undefined) return null;
    const { process, row } = shown;
    if (process.pid !== pid) return { kind: 'other', pid: process.pid };
    const unknown = Number.isNaN(row.gap) || (row.flags & ROW_FLAGS.first) !== 0;
    const gap = unknown ? null : row.gap;
    const computing = timing.gapOf(row.gap, row.flags);
    const traps = trapsOfRow(rule, row, recorder.table.names[row.name]);
    return { kind: 'trap', gap, computing, traps };
  });
}

/** A row of no trap, behind which nothing of the one before is left to fetch. */
const END: TrapRow = {
  gap: 0,
  flags: 0,
  name: 0,
  what: trapClassIndex('local'),
  bytesIn: 0,
  bytesOut: 0,
  pages: 0,
};

/** What one row becomes under `rule`, in order; equal traps in a row are counted. */
function trapsOfRow(rule: MappingRule, row: TrapRow, name: string): readonly TrapCount[] {
  const traps: { kind: ProfileTrap['kind']; name: string; count: number }[] = [];
  const mapper = createMapper(rule, (_, kind, trap) => {
    const last = traps.at(-1);
    if (last !== undefined && last.kind === kind && last.name === trap) last.count += 1;
    else traps.push({ kind, name: trap, count: 1 });
  });
  mapper.row(row, 0, name);
  if (rule !== 'linux') mapper.row(END, 0, '');
  return traps;
}
