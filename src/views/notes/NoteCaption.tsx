import { t } from '../../base/language.ts';
import { noteNear } from '../../store/notes.ts';
import { shownBranch } from '../../store/workspace.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { BookmarkFlag } from './BookmarkFlag.tsx';
import { noteName, noteSentence } from './note-words.ts';
import './notes.css';

/** The note that the playhead stands on or beside, in its own words; pressing it edits it. */
export function NoteCaption() {
  const app = useApp();
  const near = useAppState((state) =>
    noteNear(shownBranch(state).notes, state.playhead, state.window),
  );
  const run = useHeldRun();
  const inLab = useAppState((state) => state.screen === 'lab');
  // While playing nothing is spoken.
  const playing = useAppState((state) => state.playing);
  return (
    <div className="note-caption" aria-live={playing ? 'off' : 'polite'}>
      {near !== undefined && run !== null && inLab && (
        <button
          type="button"
          title={t('Edit this note: {note}', { note: noteSentence(near, run) })}
          onClick={() => app.open({ kind: 'note', at: { time: near.time, step: near.step } })}
        >
          <BookmarkFlag bookmark={near.bookmark} />
          <span>{near.text === '' ? noteName(near) : near.text}</span>
        </button>
      )}
    </div>
  );
}
