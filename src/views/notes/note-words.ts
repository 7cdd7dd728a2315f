import type { Note } from '../../scenario/note.ts';
import type { HeldRun } from '../../store/held.ts';
import { timeText } from '../transport/position-text.ts';

/** What a note is called where its text is missing or too long for a name. */
export function noteName({ text, bookmark }: Note): string {
  const [line = ''] = text.split('\n');
  if (line !== '') return line;
  return bookmark === null ? 'Note' : `Bookmark ${bookmark}`;
}

/** `Bookmark 2 at 2 964.114 µs: R2 is awaited`. */
export function noteSentence(note: Note, run: HeldRun): string {
  const what = note.bookmark === null ? 'Note' : `Bookmark ${note.bookmark}`;
  const text = note.text === '' ? '' : `: ${note.text}`;
  return `${what} at ${timeText(run, note.time)}${text}`;
}
