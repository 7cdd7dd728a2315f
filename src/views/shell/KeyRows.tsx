import { useState } from 'react';
import type { KeyboardEvent } from 'react';

import { msg, t } from '../../base/language.ts';
import { useApp } from './app-context.ts';
import { onMac } from './browser.ts';
import { chordLabel, chordsOf, isSingleKey, strokeOf } from './commands/chord.ts';
import type { Chord } from './commands/chord.ts';
import { COMMAND_GROUPS, commandTitle } from './commands/command.ts';
import type { Command } from './commands/command.ts';
import { keyRows, takenBy, whyNotFor, withPressed, withRow } from './commands/key-rows.ts';
import type { KeyRow } from './commands/key-rows.ts';
import type { CommandId } from './commands/table.ts';
import { Say } from './Say.tsx';
import { useSettings } from './commands/use-key-hint.ts';

/** A key that is being given to the commands of a row. */
interface Recording {
  /** The first of them. */
  readonly id: CommandId | undefined;
  /** What was pressed, first its main meaning; empty while it is waited for. */
  readonly chords: readonly Chord[];
  /** What has that key now. */
  readonly other: Pick<Command, 'title' | 'number'> | undefined;
  readonly problem: string | null;
}

/** Every command under its heading; with `changing` keys can be given, taken and reset. */
export function KeyRows({ changing }: { readonly changing: boolean }) {
  const [recording, setRecording] = useState<Recording | null>(null);
  const { keys } = useSettings();
  const rows = keyRows(keys);
  const shown = changing ? rows : rows.filter((row) => row.keys.length > 0);
  return (
    <div className="key-groups">
      {COMMAND_GROUPS.map((group) => (
        <section key={group} aria-label={t(group)}>
          <h3>{t(group)}</h3>
          <dl className="keys">
            {shown
              .filter((row) => row.group === group)
              .map((row) => (
                <Row
                  key={row.ids[0]}
                  row={row}
                  changing={changing}
                  recording={recording?.id === row.ids[0] ? recording : null}
                  onRecord={setRecording}
                />
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: KeyRow;
  readonly changing: boolean;
  readonly recording: Recording | null;
  readonly onRecord: (recording: Recording | null) => void;
}

function Row({ row, changing, recording, onRecord }: RowProps) {
  const { singleKeys } = useSettings();
  const { title, keys: chords, ids } = row;
  return (
    <div>
      <dt>
        {chords.map((chord) => (
          <kbd key={chord} className={!singleKeys && isSingleKey(chord) ? 'off' : undefined}>
            {chordLabel(chord, onMac)}
            {ids.length > 1 && ' … 9'}
          </kbd>
        ))}
        {chords.length === 0 && <span className="quiet">{t('none', {}, 'keys')}</span>}
      </dt>
      <dd>
        {title}
        {changing && <Tools row={row} recording={recording} onRecord={onRecord} />}
      </dd>
    </div>
  );
}

/** Give another key, take all, reset. */
function Tools({ row, recording, onRecord }: Omit<RowProps, 'changing'>) {
  const { settings } = useApp();
  const { keys } = useSettings();
  const { ids, title } = row;
  const give = (chords: readonly Chord[]): void => {
    settings.set({ keys: withPressed(keys, row, chords) });
    onRecord(null);
  };
  const set = (next: readonly [] | undefined): void =>
    settings.set({ keys: withRow(keys, row, next) });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (recording === null) return;
    const pressed = pressedOn(event, row, keys);
    if (pressed === undefined) return;
    event.preventDefault();
    if (pressed === null) onRecord(null);
    else if (pressed.other === undefined && pressed.problem === null) give(pressed.chords);
    else onRecord(pressed);
  };
  const empty = { id: ids[0], chords: [], other: undefined, problem: null };
  return (
    <span className="key-tools">
      <button
        type="button"
        className="text-button"
        aria-label={
          recording === null ? t('Change the key of “{title}”', { title }) : t('Press the new key')
        }
        aria-pressed={recording !== null}
        onClick={() => onRecord(recording === null ? empty : null)}
        onBlur={() => recording?.chords.length === 0 && onRecord(null)}
        onKeyDown={onKeyDown}
      >
        {recording === null ? t('Change') : t('Press a key …')}
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={t('Take the keys of “{title}” away', { title })}
        disabled={row.keys.length === 0}
        onClick={() => set([])}
      >
        {t('Clear')}
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={t('Reset the keys of “{title}”', { title })}
        disabled={!ids.some((id) => Object.hasOwn(keys, id))}
        onClick={() => set(undefined)}
      >
        {t('Reset')}
      </button>
      {recording !== null && <Conflict recording={recording} onGive={give} />}
    </span>
  );
}

/** What a press means for the recording: `null` ends it, `undefined` leaves the key to the page. */
function pressedOn(
  event: KeyboardEvent,
  row: KeyRow,
  keys: Parameters<typeof keyRows>[0],
): Recording | null | undefined {
  if (event.key === 'Escape') return null;
  const chords = chordsOf(strokeOf(event.nativeEvent));
  if (chords.length === 0 || event.key === 'Tab') return undefined;
  return {
    id: row.ids[0],
    chords,
    other: takenBy(row, chords, keys),
    problem: whyNotFor(row, chords),
  };
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
      {chord === undefined && t('Esc leaves it as it is.')}
      {problem !== null && t('{key} cannot be used. {problem}', { key: label, problem })}
      {problem === null && other !== undefined && (
        <>
          <Say
            message={msg('<key>{label}</key> is the key of “{title}”.')}
            values={{ label, title: commandTitle(other) }}
            parts={{ key: <kbd /> }}
          />{' '}
          <button type="button" className="text-button" onClick={() => onGive(chords)}>
            {t('Use it here instead')}
          </button>
        </>
      )}
    </output>
  );
}
