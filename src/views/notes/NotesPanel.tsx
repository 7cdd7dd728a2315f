import { useRef } from 'react';

import { msg, t } from '../../base/language.ts';
import type { Note } from '../../scenario/note.ts';
import { endOf } from '../../store/held.ts';
import type { HeldRun } from '../../store/held.ts';
import { eventIndexAt } from '../../run/instants.ts';
import { noteAt } from '../../store/notes.ts';
import { shownBranch } from '../../store/workspace.ts';
import { groupDigits } from '../../draw/format.ts';
import { openNote } from '../shell/commands/deeds.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';
import { Say } from '../shell/Say.tsx';
import { timeText } from '../transport/position-text.ts';
import { BookmarkFlag } from './BookmarkFlag.tsx';
import { noteName, noteSentence } from './note-words.ts';
import './notes.css';

/** Region "Notes": notes and bookmarks of the branch that is shown, in order of time; each leads to its instant. */
export function NotesPanel({ run }: { readonly run: HeldRun }) {
  const app = useApp();
  const notes = useAppState((state) => shownBranch(state).notes);
  const here = useAppState((state) => noteAt(shownBranch(state).notes, state.playhead));
  const hint = useKeyHint('note');
  const panel = useRef<HTMLElement>(null);
  const remove = (note: Note): void => {
    app.notes.remove(note);
    // The button that had the focus is gone.
    panel.current?.querySelector('button')?.focus();
  };
  return (
    <section className="notes" aria-label={t('Notes')} ref={panel}>
      <header className="notes-head">
        <h2>{t('Notes')}</h2>
        <span className="quiet">{t('of this branch; they go along in links')}</span>
        <button
          type="button"
          className="text-button"
          title={hint.title(here === undefined ? t('Write a note here') : t('Edit the note here'))}
          onClick={() => openNote(app)}
        >
          {here === undefined ? t('Note here') : t('Edit the note here')}
        </button>
      </header>
      {notes.length === 0 ? (
        <Empty />
      ) : (
        <ol className="note-rows">
          {notes.map((note) => (
            <Row
              key={`${note.time}.${note.step}`}
              note={note}
              run={run}
              current={note === here}
              onRemove={() => remove(note)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function Empty() {
  const note = useKeyHint('note').label;
  const set = useKeyHint('set-bookmark-1').label;
  const go = useKeyHint('bookmark-1').label;
  return (
    <p className="notes-empty">
      {note === null ? (
        t('There are no notes yet. “Note here” writes one at the playhead.')
      ) : (
        <Say
          message={msg('There are no notes yet. <key>{note}</key> writes one at the playhead.')}
          values={{ note }}
          parts={{ key: <kbd /> }}
        />
      )}
      {set !== null && go !== null && (
        <>
          {' '}
          <Say
            message={msg(
              '<key>{set}</key> sets bookmark 1 there, and <key>{go}</key> goes to it; there are 9.',
            )}
            values={{ set, go }}
            parts={{ key: <kbd /> }}
          />
        </>
      )}
    </p>
  );
}

interface RowProps {
  readonly note: Note;
  readonly run: HeldRun;
  readonly current: boolean;
  readonly onRemove: () => void;
}

function Row({ note, run, current, onRemove }: RowProps) {
  const app = useApp();
  const shownApp = useAppState((state) => state.app);
  const { time, step, text, bookmark } = note;
  const beyond = time > endOf(run);
  const name = noteName(note);
  const go = (): void => {
    const gone = app.notes.goTo(note);
    if (!gone.ok) app.notify('info', gone.error);
  };
  return (
    <li aria-current={current ? 'step' : undefined} className={beyond ? 'beyond' : undefined}>
      <button type="button" className="note-go" aria-label={noteSentence(note, run)} onClick={go}>
        <BookmarkFlag bookmark={bookmark} />
        <span className="note-when">
          <span className="num">{timeText(run, time)}</span>
          <span className="quiet">
            {beyond
              ? t('after the end of this run')
              : t('event {event}', { event: groupDigits(eventIndexAt(run, shownApp, time) + 1) })}
          </span>
        </span>
        <span className="note-text">{text}</span>
      </button>
      <button
        type="button"
        className="tool"
        aria-label={t('Edit “{name}”', { name })}
        title={t('Edit')}
        onClick={() => app.open({ kind: 'note', at: { time, step } })}
      >
        <Icon name="pencil" />
      </button>
      <button
        type="button"
        className="tool"
        aria-label={t('Delete “{name}”', { name })}
        title={t('Delete; Undo brings it back')}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
