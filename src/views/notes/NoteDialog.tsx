import { useState } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';

import { msg, t } from '../../base/language.ts';
import { MAX_NOTE } from '../../scenario/note.ts';
import { endOf } from '../../store/held.ts';
import type { HeldRun } from '../../store/held.ts';
import { eventIndexAt } from '../../run/instants.ts';
import { BOOKMARKS, noteAt } from '../../store/notes.ts';
import type { Playhead } from '../../store/state.ts';
import { shownBranch } from '../../store/workspace.ts';
import { groupDigits } from '../../draw/format.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { Say } from '../shell/Say.tsx';
import { useModal } from '../shell/use-modal.ts';
import { timeText } from '../transport/position-text.ts';
import './notes.css';

/** Writes or changes the note at an instant, above the playhead; Enter saves, Escape leaves it as it was. */
export function NoteDialog({ at }: { readonly at: Playhead }) {
  const run = useHeldRun();
  return run === null ? null : <Editor at={at} run={run} />;
}

interface Props {
  readonly at: Playhead;
  readonly run: HeldRun;
}

function Editor({ at, run }: Props) {
  const app = useApp();
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      className="note-dialog"
      aria-labelledby="note-title"
      closedby="any"
      style={{ '--share': at.time / Math.max(endOf(run), 1) } as CSSProperties}
      onClose={() => app.close('note')}
    >
      <h2 id="note-title">
        <Say
          message={msg('Note at <time>{time}</time> <event>event {event}</event>')}
          values={{
            time: timeText(run, at.time),
            event: groupDigits(eventIndexAt(run, 0, at.time) + 1),
          }}
          parts={{ time: <span className="num" />, event: <span className="quiet" /> }}
        />
      </h2>
      {/* Closing gives the focus back, which taking the dialog away would not. */}
      <NoteForm at={at} onDone={() => dialog.current?.close()} />
    </dialog>
  );
}

interface FormProps {
  readonly at: Playhead;
  readonly onDone: () => void;
}

function NoteForm({ at, onDone }: FormProps) {
  const app = useApp();
  const notes = useAppState((state) => shownBranch(state).notes);
  const [before] = useState(() => noteAt(notes, at));
  const [text, setText] = useState(before?.text ?? '');
  const [bookmark, setBookmark] = useState(before?.bookmark ?? null);
  const [problem, setProblem] = useState('');
  const save = (): void => {
    const written = app.notes.write(at, { text, bookmark });
    if (written.ok) onDone();
    else setProblem(written.error);
  };
  const remove = (): void => {
    app.notes.remove(at);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <form action={save}>
      <textarea
        aria-label={t('Text of the note')}
        rows={3}
        maxLength={MAX_NOTE}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="note-more">
        <BookmarkField notes={notes} at={at} value={bookmark} onChange={setBookmark} />
        <span className="quiet num">
          {t('{length} of {max}', { length: text.length, max: MAX_NOTE })}
        </span>
      </p>
      {problem !== '' && (
        <p role="alert" className="field-problem">
          {problem}
        </p>
      )}
      <Buttons onCancel={onDone} onDelete={before === undefined ? undefined : remove} />
    </form>
  );
}

interface ButtonsProps {
  readonly onCancel: () => void;
  /** Absent where there is nothing to delete. */
  readonly onDelete: (() => void) | undefined;
}

function Buttons({ onCancel, onDelete }: ButtonsProps) {
  return (
    <div className="note-buttons">
      <button type="submit" className="text-button primary">
        {t('Save')} <kbd aria-hidden="true">{t('Enter', {}, 'key')}</kbd>
      </button>
      <button type="button" className="text-button" onClick={onCancel}>
        {t('Cancel')}
      </button>
      {onDelete !== undefined && (
        <button type="button" className="text-button" onClick={onDelete}>
          {t('Delete')}
        </button>
      )}
    </div>
  );
}

interface BookmarkProps {
  readonly notes: ReturnType<typeof shownBranch>['notes'];
  readonly at: Playhead;
  readonly value: number | null;
  readonly onChange: (bookmark: number | null) => void;
}

/** Number under which a key goes to the note; one that is taken moves here. */
function BookmarkField({ notes, at, value, onChange }: BookmarkProps) {
  const mine = noteAt(notes, at);
  const taken = new Set(notes.filter((note) => note !== mine).map(({ bookmark }) => bookmark));
  return (
    <label className="field">
      <span className="field-name">{t('Bookmark')}</span>
      <select
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
      >
        <option value="">{t('none')}</option>
        {BOOKMARKS.map((number) => (
          <option key={number} value={number}>
            {taken.has(number) ? t('{number}, moves here', { number }) : number}
          </option>
        ))}
      </select>
    </label>
  );
}
