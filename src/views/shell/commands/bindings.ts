import type { Settings } from '../../../store/settings.ts';
import { chordsOf, isMovement, isSingleKey } from './chord.ts';
import type { Chord, Stroke } from './chord.ts';
import type { Command } from './command.ts';
import { keysOf } from './keys-in-force.ts';
import type { KeySettings } from './keys-in-force.ts';
import { COMMANDS } from './table.ts';
import type { CommandId } from './table.ts';

/** What `stroke` asks for: a command, and the key by which it does. */
export interface Asked {
  readonly command: Command & { readonly id: CommandId };
  readonly chord: Chord;
}

/** The command of a stroke outside text fields, if it has one. */
export function commandOf(stroke: Stroke, settings: KeySettings): Asked | undefined {
  for (const chord of chordsOf(stroke)) {
    if (!settings.singleKeys && isSingleKey(chord)) continue;
    const command = commandAt(chord, settings.keys);
    if (command !== undefined) return { command, chord };
  }
  return undefined;
}

/** The command that has `chord` among its keys. */
export function commandAt(chord: Chord, set: Settings['keys']): Asked['command'] | undefined {
  return COMMANDS.find((command) => keysOf(command, set).includes(chord));
}

/** New keys for a command: `undefined` = as it comes. */
export interface NewKeys {
  readonly id: CommandId;
  readonly keys: readonly Chord[] | undefined;
  /** All that the stroke means, so that no other command waits for it in vain; `keys` unless told. */
  readonly taken?: readonly Chord[];
}

/** `set` with `keys` for the command `id`. A key that another command had leaves that one. */
export function withKeys(set: Settings['keys'], { id, keys, taken }: NewKeys): Settings['keys'] {
  const next = new Map(Object.entries(set));
  const mine = taken ?? keys ?? COMMANDS.find((one) => one.id === id)?.keys ?? [];
  for (const other of COMMANDS) {
    const theirs = keysOf(other, set);
    const left = theirs.filter((chord) => !mine.includes(chord));
    if (other.id !== id && left.length < theirs.length)
      next.set(other.id, left.length === 0 ? null : left);
  }
  if (keys === undefined) next.delete(id);
  else next.set(id, keys.length === 0 ? null : keys);
  return Object.fromEntries(next);
}

/** What the focus is on, as far as keys are concerned. */
export type Focus = 'text' | 'list' | 'control' | 'choice' | 'button' | 'other';

/** Does the page take what is asked while the focus is there, or does the focused element need the key? */
export function pageTakes({ command, chord }: Asked, focus: Focus): boolean {
  if (focus === 'text') return command.inText === true;
  // A list takes letters as a search among its options.
  if (focus === 'list') return !isSingleKey(chord) && !isMovement(chord);
  // Radios and checkboxes have no pages.
  if (focus === 'choice' && chord.startsWith('Page')) return true;
  // Sliders and radios use arrows, Home and End, checkboxes Space.
  if (focus === 'control' || focus === 'choice') return !isMovement(chord) && chord !== 'Space';
  // Space presses the focused button; taking it as well would act twice.
  if (focus === 'button') return chord !== 'Space';
  return true;
}
