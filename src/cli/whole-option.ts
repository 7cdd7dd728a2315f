import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { lastValue } from './options.ts';
import type { Arguments, OptionName } from './options.ts';

/** The whole number of option `name`, from `least` to `most`; `null` = it was not given. */
export function wholeOption(
  args: Arguments,
  name: OptionName,
  [least, most]: readonly [number, number],
): Result<number | null, string> {
  const range =
    least === most ? `can only be ${least}` : `must be a whole number from ${least} to ${most}`;
  return readOption(args, name, { form: /^\d+$/u, least, most, range });
}

/** The number of option `name`, within [least, most]; `otherwise` where it was not given. */
export function numberOption(
  args: Arguments,
  name: OptionName,
  { otherwise, least, most }: { otherwise: number; least: number; most: number },
): Result<number, string> {
  const range = `must be a number from ${least} to ${most}`;
  const read = readOption(args, name, { form: /^\d+(?:\.\d+)?$/u, least, most, range });
  return read.ok ? ok(read.value ?? otherwise) : read;
}

interface Wanted {
  /** How a number is written. */
  readonly form: RegExp;
  readonly least: number;
  readonly most: number;
  /** What is said of any other. */
  readonly range: string;
}

function readOption(
  args: Arguments,
  name: OptionName,
  { form, least, most, range }: Wanted,
): Result<number | null, string> {
  const text = lastValue(args, name);
  if (text === undefined) return ok(null);
  const value = form.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return ok(value);
  return err(`--${name} ${range}, but is "${text}"`);
}
