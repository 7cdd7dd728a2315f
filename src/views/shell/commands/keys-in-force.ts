import type { Settings } from '../../../store/settings.ts';
import { isSingleKey } from './chord.ts';
import type { Chord } from './chord.ts';
import type { Command } from './command.ts';
import { DEFAULT_KEYS } from './default-keys.ts';
import type { CommandId } from './table.ts';

/** What a person has set of the keys. */
export type KeySettings = Pick<Settings, 'keys' | 'singleKeys'>;

/** The keys of `command` as a person has set them, or as it comes. */
export function keysOf(
  { id, keys }: Pick<Command, 'id' | 'keys'>,
  set: Settings['keys'],
): readonly Chord[] {
  return Object.hasOwn(set, id) ? (set[id] ?? []) : keys;
}

/** The keys of the command `id` that do something now, the one that is shown first. */
export function activeKeys(id: CommandId, { keys, singleKeys }: KeySettings): readonly Chord[] {
  const own = keysOf({ id, keys: DEFAULT_KEYS[id] ?? [] }, keys);
  return own.filter((chord) => singleKeys || !isSingleKey(chord));
}
