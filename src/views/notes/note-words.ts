import { t } from '../../base/language.ts';
import type { Note } from '../../scenario/note.ts';
import type { HeldRun } from '../../store/held.ts';
import { timeText } from '../transport/position-text.ts';

/** What a note is called where its text is missing or too long for a name. */
export function noteName({ text, bookmark }: Note): string {
  const [line = ''] = text.split('\n');
  if (line !== '') return line;
  return bookmark === null ? t('Note') : t('Bookmark {bookmark}', { bookmark });
}

/** `Bookmark 2 at 2 964.114 µs: R2 is awaited`. */
export function noteSentence(note: Note, run: HeldRun): string {
  const { bookmark } = note;
  const time = timeText(run, note.time);
  const what =
    bookmark === null
      ? t('Note at {time}', { time })
      : t('Bookmark {bookmark} at {time}', { bookmark, time });
  return note.text === '' ? what : `${what}: ${note.text}`;
}
