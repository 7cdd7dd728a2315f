import { useState } from 'react';
import type { KeyboardEvent } from 'react';

import { useApp } from './app-context.ts';
import { onMac } from './browser.ts';
import { commandAt, withKeys } from './commands/bindings.ts';
import { chordLabel, chordsOf, isSingleKey, strokeOf, whyNot } from './commands/chord.ts';
import type { Chord } from './commands/chord.ts';
import { COMMAND_GROUPS } from './commands/command.ts';
import { keysOf } from './commands/keys-in-force.ts';
import { COMMANDS } from './commands/table.ts';
import type { CommandId } from './commands/table.ts';
import { useSettings } from './commands/use-key-hint.ts';

type Command = (typeof COMMANDS)[number];

/** A key that is being given to a command. */
interface Recording {
  readonly id: CommandId;
  /** What was pressed, first its main meaning; empty while it is waited for. */
  readonly chords: readonly Chord[];
  /** What has that key now. */
  readonly other: Command | undefined;
  readonly problem: string | null;
}

/** Every command under its heading; with `changing` keys can be given, taken and reset. */
export function KeyRows({ changing }: { readonly changing: boolean }) {
  const [recording, setRecording] = useState<Recording | null>(null);
  const { keys } = useSettings();
  const shown = changing ? COMMANDS : COMMANDS.filter((command) => isTold(command, keys));
  return (
    <div className="key-groups">
      {COMMAND_GROUPS.map((group) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <dl className="keys">
            {shown
              .filter((command) => command.group === group)
              .map((command) => (
                <Row
                  key={command.id}
                  command={command}
                  changing={changing}
                  recording={recording?.id === command.id ? recording : null}
                  onRecord={setRecording}
                />
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** Is `command` worth a row where nothing is changed? Bookmark 1 stands for all nine as they come. */
function isTold(command: Command, keys: Parameters<typeof keysOf>[1]): boolean {
  const stoodFor = /bookmark-[2-9]$/u.test(command.id) && !Object.hasOwn(keys, command.id);
  return keysOf(command, keys).length > 0 && !stoodFor;
}

interface RowProps {
  readonly command: Command;
  readonly changing: boolean;
  readonly recording: Recording | null;
  readonly onRecord: (recording: Recording | null) => void;
}

function Row({ command, changing, recording, onRecord }: RowProps) {
  const { keys, singleKeys } = useSettings();
  const chords = keysOf(command, keys);
  const nine =
    !changing && command.id.endsWith('bookmark-1') && chords.some((chord) => chord.endsWith('1'));
  return (
    <div>
      <dt>
        {chords.map((chord) => (
          <kbd key={chord} className={!singleKeys && isSingleKey(chord) ? 'off' : undefined}>
            {chordLabel(chord, onMac)}
            {nine && ' … 9'}
          </kbd>
        ))}
        {chords.length === 0 && <span className="quiet">none</span>}
      </dt>
      <dd>
        {nine ? command.title.replace('1', '1 … 9') : command.title}
        {changing && <Tools command={command} recording={recording} onRecord={onRecord} />}
      </dd>
    </div>
  );
}

/** Give another key, take all, reset. */
function Tools({ command, recording, onRecord }: Omit<RowProps, 'changing'>) {
  const { settings } = useApp();
  const { keys } = useSettings();
  const { id, title } = command;
  const give = (chords: readonly Chord[]): void => {
    settings.set({ keys: withKeys(keys, { id, keys: chords.slice(0, 1), taken: chords }) });
    onRecord(null);
  };
  const set = (next: readonly Chord[] | undefined): void =>
    settings.set({ keys: withKeys(keys, { id, keys: next }) });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (recording === null) return;
    const pressed = pressedOn(event, command, keys);
    if (pressed === undefined) return;
    event.preventDefault();
    if (pressed === null) onRecord(null);
    else if (pressed.other === undefined && pressed.problem === null) give(pressed.chords);
    else onRecord(pressed);
  };
  const empty = { id, chords: [], other: undefined, problem: null };
  return (
    <span className="key-tools">
      <button
        type="button"
        className="text-button"
        aria-label={recording === null ? `Change the key of “${title}”` : 'Press the new key'}
        aria-pressed={recording !== null}
        onClick={() => onRecord(recording === null ? empty : null)}
        onBlur={() => recording?.chords.length === 0 && onRecord(null)}
        onKeyDown={onKeyDown}
      >
        {recording === null ? 'Change' : 'Press a key …'}
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={`Take the keys of “${title}” away`}
        disabled={keysOf(command, keys).length === 0}
        onClick={() => set([])}
      >
        Clear
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={`Reset the keys of “${title}”`}
        disabled={!Object.hasOwn(keys, id)}
        onClick={() => set(undefined)}
      >
        Reset
      </button>
      {recording !== null && <Conflict recording={recording} onGive={give} />}
    </span>
  );
}

/** What a press means for the recording: `null` ends it, `undefined` leaves the key to the page. */
function pressedOn(
  event: KeyboardEvent,
  { id }: Command,
  keys: Parameters<typeof commandAt>[1],
): Recording | null | undefined {
  if (event.key === 'Escape') return null;
  const chords = chordsOf(strokeOf(event.nativeEvent));
  const [chord] = chords;
  if (chord === undefined || event.key === 'Tab') return undefined;
  const others = chords.map((one) => commandAt(one, keys));
  const other = others.find((one) => one !== undefined && one.id !== id);
  return { id, chords, other, problem: whyNot(chord) };
}

interface ConflictProps {
  readonly recording: Recording;
  readonly onGive: (chords: readonly Chord[]) => void;
}

/** Names the command that has the key already, and offers to take it. */
function Conflict({ recording: { chords, other, problem }, onGive }: ConflictProps) {
  const [chord] = chords;
  const label = chord === undefined ? '' : chordLabel(chord, onMac);
  return (
    <output className="key-conflict">
      {chord === undefined && 'Esc leaves it as it is.'}
      {problem !== null && `${label} cannot be used. ${problem}`}
      {problem === null && other !== undefined && (
        <>
          <kbd>{label}</kbd> is the key of “{other.title}”.{' '}
          <button type="button" className="text-button" onClick={() => onGive(chords)}>
            Use it here instead
          </button>
        </>
      )}
    </output>
  );
}
