import { microsecondsToCycles } from '../../base/units.ts';
import type { Cycles } from '../../base/units.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { ExportRange } from '../../export/range.ts';
import { wholeRun } from '../../export/range.ts';
import { TABLE_NAMES } from '../../export/tables/tables.ts';
import type { TableName } from '../../export/tables/tables.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import { didYouMean } from '../../scenario/suggest.ts';
import type { Arguments } from '../options.ts';
import { lastValue } from '../options.ts';

/** What a run can be exported as. */
export const EXPORT_FORMATS = [
  'chrome',
  'speedscope',
  'csv',
  'jsonl',
  'svg',
  'png',
  'gif',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Pictures there are. */
export const PICTURES = ['timeline', 'overhead'] as const;
export type PictureName = (typeof PICTURES)[number];

/** A run that has been simulated. */
export interface Simulated {
  readonly plan: MachinePlan;
  readonly recording: Recording;
}

/** The word of `names` that `text` is; an error says what `option` may be. */
function oneOf<T extends string>(
  option: string,
  names: readonly T[],
  text: string,
): Result<T, string> {
  const known = names.find((name) => name === text);
  if (known !== undefined) return ok(known);
  const hint = didYouMean(text, names) || `; it must be ${names.join(', ')}`;
  return err(`--${option} cannot be "${text}"${hint}`);
}

/** `--format`, or what the ending of the file says. */
export function formatOption(args: Arguments, path: string): Result<ExportFormat, string> {
  const ending = /\.(csv|jsonl|svg|png|gif)$/.exec(path)?.[1];
  const text = lastValue(args, 'format') ?? ending;
  if (text === undefined) return err(`--format must be one of ${EXPORT_FORMATS.join(', ')}`);
  return oneOf('format', EXPORT_FORMATS, text);
}

/** `--what` of a table; kernel steps unless told. */
export function tableOption(args: Arguments): Result<TableName, string> {
  return oneOf('what', TABLE_NAMES, lastValue(args, 'what') ?? 'events');
}

/** `--what` of a picture; the timeline unless told. */
export function pictureOption(args: Arguments): Result<PictureName, string> {
  return oneOf('what', PICTURES, lastValue(args, 'what') ?? 'timeline');
}

/**
 * The instant that option `name` tells: cycles (`12000`), time (`41.5us`, `3ms`), or `event:41`, which
 * counts from 1 as the page does and means the end of that event of the first app for `to`, else its
 * beginning. `undefined` = not given.
 */
export function instantOption(
  args: Arguments,
  name: 'from' | 'to' | 'at',
  run: Simulated,
): Result<Cycles | undefined, string> {
  const text = lastValue(args, name);
  if (text === undefined) return ok(undefined);
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(us|µs|ms)?$/.exec(text) ?? [];
  const [, event] = /^event:(\d+)$/.exec(text) ?? [];
  if (event !== undefined) return eventInstant(Number(event), name, run);
  if (number === undefined || (unit === '' && number.includes('.'))) {
    return err(`--${name} must be cycles, a time such as 41.5us, or event:41, but is "${text}"`);
  }
  const end = run.recording.summary.totalCycles;
  const time =
    unit === ''
      ? Number(number)
      : microsecondsToCycles(Number(number) * (unit === 'ms' ? 1000 : 1), run.plan.clockGHz);
  if (time > end) return err(`--${name} ${text} is after the end of the run, at ${end} cycles`);
  return ok(time);
}

function eventInstant(
  event: number,
  name: 'from' | 'to' | 'at',
  { recording }: Simulated,
): Result<Cycles, string> {
  const [rows] = recording.rendezvous;
  if (event < 1 || event > rows.length) {
    return err(`--${name} names event ${event}, but the run has ${rows.length}, from 1`);
  }
  const { trapped, completed } = rows;
  if (name !== 'to') return ok(trapped[event - 1]);
  return ok(Math.min(completed[event - 1], recording.summary.totalCycles));
}

/** The stretch between `--from` and `--to`; the whole run unless told. */
export function rangeOption(args: Arguments, run: Simulated): Result<ExportRange, string> {
  const from = instantOption(args, 'from', run);
  if (!from.ok) return from;
  const to = instantOption(args, 'to', run);
  if (!to.ok) return to;
  const whole = wholeRun(run.recording);
  const range = { from: from.value ?? whole.from, to: to.value ?? whole.to };
  if (range.from < range.to) return ok(range);
  return err(`--from (${range.from} cycles) must be before --to (${range.to} cycles)`);
}
