import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { ColumnChoices } from '../../workload/import/csv-columns.ts';
import { parseColumnChoices } from '../../workload/import/csv-columns.ts';
import type { ImportOptions } from '../../workload/import/importer.ts';
import type { ProfileChoices } from '../../workload/import/profile-file.ts';
import type { LogFormat } from '../../workload/import/report.ts';
import { LOG_FORMATS } from '../../workload/import/report.ts';
import { MAPPING_RULES } from '../../workload/import/rules.ts';
import { TIMING_RULES } from '../../workload/import/timing.ts';
import type { Arguments, OptionName } from '../options.ts';
import { lastValue } from '../options.ts';

/** What the options of `import` ask for. */
export interface ImportChoices {
  readonly reading: ImportOptions;
  readonly profile: ProfileChoices;
  /** Most segments of a link; `null` = as many as fit. */
  readonly segments: number | null;
}

/** Reads the options; the error is one line. */
export function importChoices(args: Arguments): Result<ImportChoices, string> {
  const format = oneOf<LogFormat>(args, 'format', LOG_FORMATS);
  if (!format.ok) return format;
  const rule = oneOf(args, 'rule', MAPPING_RULES);
  if (!rule.ok) return rule;
  const timing = oneOf(args, 'timing', TIMING_RULES);
  if (!timing.ok) return timing;
  const pid = number(args, 'pid', { least: -1e9, most: 1e9, whole: true });
  if (!pid.ok) return pid;
  const clock = number(args, 'clock', { least: 0.001, most: 1000 });
  if (!clock.ok) return clock;
  const floor = number(args, 'floor', { least: 0, most: 1e6 });
  if (!floor.ok) return floor;
  const gap = number(args, 'gap', { least: 0, most: 1e9 });
  if (!gap.ok) return gap;
  const segments = number(args, 'segments', { least: 10, most: 100_000, whole: true });
  if (!segments.ok) return segments;
  const columns = columnsOption(args);
  if (!columns.ok) return columns;
  const name = lastValue(args, 'name');
  return ok({
    reading: {
      ...(format.value === null ? {} : { format: format.value }),
      ...(pid.value === null ? {} : { pid: pid.value }),
      columns: columns.value,
    },
    profile: {
      ...(rule.value === null ? {} : { rule: rule.value }),
      ...(timing.value === null ? {} : { timing: timing.value }),
      ...(clock.value === null ? {} : { clockGHz: clock.value }),
      // Typed in microseconds.
      ...(floor.value === null ? {} : { floor: floor.value * 1000 }),
      ...(gap.value === null ? {} : { evenGap: gap.value * 1000 }),
      ...(name === undefined ? {} : { name }),
    },
    segments: segments.value,
  });
}

function columnsOption(args: Arguments): Result<ColumnChoices, string> {
  const text = lastValue(args, 'columns');
  if (text === undefined) return ok({});
  const choices = parseColumnChoices(text);
  return choices.ok ? choices : err(`--columns: ${choices.error}`);
}

function oneOf<T extends string>(
  args: Arguments,
  name: OptionName,
  known: readonly T[],
): Result<T | null, string> {
  const text = lastValue(args, name);
  if (text === undefined) return ok(null);
  const found = known.find((value) => value === text);
  if (found !== undefined) return ok(found);
  return err(`--${name} must be ${known.join(', ')}, but is "${text}"`);
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
}

function number(
  args: Arguments,
  name: OptionName,
  { least, most, whole = false }: Range,
): Result<number | null, string> {
  const text = lastValue(args, name);
  if (text === undefined) return ok(null);
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return ok(value);
  const kind = whole ? 'a whole number' : 'a number';
  return err(`--${name} must be ${kind} from ${least} to ${most}, but is "${text}"`);
}
