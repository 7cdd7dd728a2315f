import { msg, t } from '../../../base/language.ts';
import { BOOKMARKS } from '../../../store/notes.ts';
import type { Settings } from '../../../store/settings.ts';
import { commandAt, withKeys } from './bindings.ts';
import type { Asked } from './bindings.ts';
import { whyNot } from './chord.ts';
import type { Chord } from './chord.ts';
import { commandTitle } from './command.ts';
import type { CommandGroup } from './command.ts';
import { keysOf } from './keys-in-force.ts';
import { COMMANDS } from './table.ts';
import type { CommandId } from './table.ts';

/** Keys as a person has set them. */
type Keys = Settings['keys'];

/** A row of the list of keys: one command, or nine that differ in a digit alone. */
export interface KeyRow {
  /** One, or nine in the order of their digits. */
  readonly ids: readonly CommandId[];
  readonly group: CommandGroup;
  /** As it is said. */
  readonly title: string;
  /** Of the first of them. */
  readonly keys: readonly Chord[];
}

/** All rows; those of nine commands stay together as long as their keys differ in the digit alone. */
export function keyRows(keys: Keys): readonly KeyRow[] {
  return COMMANDS.flatMap((command): readonly KeyRow[] => {
    const { id, group } = command;
    const own = { group, keys: keysOf(command, keys) };
    const digit = /bookmark-(\d)$/u.exec(id)?.[1];
    const ids = digit === undefined ? null : nine(id.slice(0, -1), keys);
    if (ids === null) return [{ ...own, ids: [id], title: commandTitle(command) }];
    return digit === '1' ? [{ ...own, ids, title: commandTitle(command, '1 … 9') }] : [];
  });
}

/** The nine commands of `name`, if their keys differ in the digit alone. */
function nine(name: string, keys: Keys): readonly CommandId[] | null {
  const ids = BOOKMARKS.map((digit) => `${name}${digit}` as CommandId);
  const [first = '', ...others] = BOOKMARKS.map((digit, i) =>
    chordsOfId(ids[i], keys)
      .map((chord) => (chord.endsWith(`${digit}`) ? `${chord.slice(0, -1)}#` : chord))
      .join(' '),
  );
  const alike = others.every((other) => other === first);
  return alike && chordsOfId(ids[0], keys).every((chord) => chord.endsWith('1')) ? ids : null;
}

function chordsOfId(id: CommandId | undefined, keys: Keys): readonly Chord[] {
  const command = COMMANDS.find((one) => one.id === id);
  return command === undefined ? [] : keysOf(command, keys);
}

/** Nine keys are asked for by pressing any of them. */
const NOT_A_DIGIT = msg('Press a digit, alone or with Shift, Ctrl or Alt: it stands for 1 to 9.');

/** Why what was pressed, `chords`, cannot be the key of `row`; `null` when it can. */
export function whyNotFor({ ids }: KeyRow, chords: readonly Chord[]): string | null {
  const digits = ids.length === 1 ? chords : digitChords(chords);
  if (digits[0] === undefined) return t(NOT_A_DIGIT);
  return whyNot(digits[0]);
}

/** A command of another row that has one of the keys that `chords` mean for `row`. */
export function takenBy(
  row: KeyRow,
  chords: readonly Chord[],
  keys: Keys,
): Asked['command'] | undefined {
  return row.ids
    .flatMap((_, i) => meant(row, chords, i))
    .map((chord) => commandAt(chord, keys))
    .find((other) => other !== undefined && !row.ids.includes(other.id));
}

/** `keys` with what was pressed, `chords`, as the key of `row`. */
export function withPressed(keys: Keys, row: KeyRow, chords: readonly Chord[]): Keys {
  return row.ids.reduce((before, id, i) => {
    const taken = meant(row, chords, i);
    return withKeys(before, { id, keys: taken.slice(0, 1), taken });
  }, keys);
}

/** `keys` with those of `row` as they come (`undefined`) or with none. */
export function withRow(keys: Keys, { ids }: KeyRow, next: readonly [] | undefined): Keys {
  return ids.reduce((before, id) => withKeys(before, { id, keys: next }), keys);
}

/** All that `chords` mean for the command at `index` of the row. */
function meant({ ids }: KeyRow, chords: readonly Chord[], index: number): readonly Chord[] {
  if (ids.length === 1) return chords;
  return digitChords(chords).map((chord) => `${chord.slice(0, -1)}${BOOKMARKS[index]}`);
}

function digitChords(chords: readonly Chord[]): readonly Chord[] {
  return chords.filter((chord) => /(?:^|\+)[1-9]$/u.test(chord));
}
