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
  const text = lastValue(args, name);
  if (text === undefined) return ok(null);
  const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return ok(value);
  const range =
    least === most ? `can only be ${least}` : `must be a whole number from ${least} to ${most}`;
  return err(`--${name} ${range}, but is "${text}"`);
}
