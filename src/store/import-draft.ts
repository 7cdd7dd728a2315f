import type { ReadChoices } from '../worker/import-protocol.ts';
import type { ColumnChoices, ColumnRole, TimeUnit } from '../workload/import/csv-columns.ts';
import type { ProfileChoices } from '../workload/import/profile-file.ts';
import type { ImportReport, LogFormat } from '../workload/import/report.ts';
import type { MappingRule } from '../workload/import/rules.ts';
import type { TimingRule } from '../workload/import/timing.ts';

/** What a person has chosen about an import; `null` = it is recognised, estimated or assumed. */
export interface Draft {
  readonly format: LogFormat | null;
  readonly columns: ColumnChoices;
  readonly pid: number | null;
  readonly rule: MappingRule;
  /** Most traps of the workload. */
  readonly most: number;
  readonly clockGHz: number | null;
  readonly timing: TimingRule | null;
  /** Microseconds, as they are typed. */
  readonly floor: number | null;
  readonly gap: number | null;
  readonly name: string | null;
}

/** Most traps unless a person wants more: a run of them takes seconds, not minutes. */
const USUAL_MOST = 100_000;

/** Nothing chosen. */
export const NEW_DRAFT: Draft = {
  format: null,
  columns: {},
  pid: null,
  rule: 'linux',
  most: USUAL_MOST,
  clockGHz: null,
  timing: null,
  floor: null,
  gap: null,
  name: null,
};

/** How the log is to be read. */
export function readChoices({ format, columns }: Draft): ReadChoices {
  return { ...(format !== null && { format }), columns };
}

/** How the profile is to be made. */
export function profileChoices(draft: Draft): ProfileChoices {
  const { rule, most, clockGHz, timing, floor, gap, name } = draft;
  return {
    rule,
    most,
    ...(clockGHz !== null && { clockGHz }),
    ...(timing !== null && { timing }),
    ...(floor !== null && { floor: floor * 1000 }),
    ...(gap !== null && { evenGap: gap * 1000 }),
    ...(name !== null && name.trim() !== '' && { name: name.trim() }),
  };
}

/** The process that the profile is of: the chosen one, else the one with the most traps. */
export function processOf(
  { processes }: ImportReport,
  { pid }: Draft,
): ImportReport['processes'][number] | undefined {
  return processes.find((process) => process.pid === pid) ?? processes[0];
}

/** `columns` with a role in another column (a number from 1, or `''` = none) or unit. */
export function withColumn(
  columns: ColumnChoices,
  role: ColumnRole,
  column: string,
  unit: TimeUnit | null,
): ColumnChoices {
  const { [role]: _, ...rest } = columns;
  if (column === '') return rest;
  return { ...rest, [role]: { column, ...(unit !== null && { unit }) } };
}
