import type { Shard } from '../analysis/blocks/block-work.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Arguments } from './options.ts';
import { lastValue } from './options.ts';

/** The shard that `--shard i/n` asks for; `null` = the whole work. */
export function readShard(args: Arguments): Result<Shard | null, string> {
  const text = lastValue(args, 'shard');
  if (text === undefined) return ok(null);
  const [, index = 0, count = 0] = (/^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= count) return ok({ index, count });
  return err(`--shard must be i/n with i from 1 to n, such as 1/4, but is "${text}"`);
}
