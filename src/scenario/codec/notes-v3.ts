import type { Note } from '../note.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/*
 * Notes in version 3, column by column, as equal kinds of numbers side by side compress best.
 */

/** Writes notes; an instant that is no whole number is rounded. */
export function writeNotes(out: ByteWriter, notes: readonly Note[]): void {
  out.varint(notes.length);
  for (const { time } of notes) out.varint(Math.round(time));
  for (const { step } of notes) out.varint(step);
  for (const { bookmark } of notes) out.varint(bookmark ?? 0);
  for (const { text } of notes) out.text(text);
}

/** Reads them, not yet validated. */
export function readNotes(from: ByteReader): unknown {
  const times = Array.from({ length: from.count() }, () => from.varint());
  const steps = times.map(() => from.varint());
  const bookmarks = times.map(() => from.varint() || null);
  return times.map((time, i) => ({
    time,
    step: steps[i],
    bookmark: bookmarks[i],
    text: from.text(),
  }));
}
