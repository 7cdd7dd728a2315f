import { t } from '../base/language.ts';
import { equalData } from '../base/equal.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { MAX_NOTE, MAX_NOTES } from '../scenario/note.ts';
import type { Note } from '../scenario/note.ts';
import { playheadOfLink } from '../run/instants.ts';
import type { Core } from './core.ts';
import { endOf } from './held.ts';
import type { History } from './history.ts';
import type { Navigation } from './navigation.ts';
import type { Playhead, TimeWindow } from './state.ts';
import { changeBranch, shownBranch } from './workspace.ts';

/** Numbers that a bookmark may have, each a key. */
export const BOOKMARKS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** What a note says; it stands on an instant, at most one on each. */
export type NoteContent = Pick<Note, 'text' | 'bookmark'>;

/** Notes of the branch that is shown; all but going there are edits that can be undone. Errors are sentences. */
export interface Notes {
  /** Makes `content` the note at `at`; with neither text nor number there is none then. */
  readonly write: (at: Playhead, content: NoteContent) => Result<null, string>;
  readonly remove: (at: Playhead) => void;
  /** Puts bookmark `number` on the playhead; it leaves the instant where it was. */
  readonly setBookmark: (number: number) => Result<null, string>;
  /** A deliberate jump to bookmark `number`. */
  readonly goToBookmark: (number: number) => Result<Note, string>;
  /** A deliberate jump to `note`. */
  readonly goTo: (note: Note) => Result<Note, string>;
}

/** Notes of `core.store`, remembered by `history`. */
export function createNotes(
  { store, held }: Core,
  history: History,
  navigation: Navigation,
): Notes {
  const all = (): readonly Note[] => shownBranch(store.getState()).notes;
  const commit = (notes: readonly Note[]): void => {
    const state = store.getState();
    history.commit(changeBranch(state, state.branch, { notes }));
  };

  const write: Notes['write'] = (at, content) => {
    const before = all();
    const next = withNote(before, at, content);
    if (next.length > MAX_NOTES) {
      return err(
        t('A run has at most {most} notes. Delete one of them before you write another.', {
          most: MAX_NOTES,
        }),
      );
    }
    if (!equalData(before, next)) commit(next);
    return ok(null);
  };
  const goTo: Notes['goTo'] = (note) => {
    const { run } = held;
    if (run === null) return err(t('There is no run yet.'));
    const playhead = note.time > endOf(run) ? undefined : playheadOfLink(run, note);
    if (playhead === undefined) {
      return err(t('This note lies after the end of this run: the scenario was changed since.'));
    }
    navigation.jumpTo(playhead);
    return ok(note);
  };

  return {
    write,
    goTo,
    remove(at) {
      const before = all();
      const next = before.filter((note) => !isAt(note, at));
      if (next.length < before.length) commit(next);
    },
    setBookmark(bookmark) {
      if (held.run === null) return err(t('There is no run yet.'));
      const { playhead } = store.getState();
      const text = noteAt(all(), playhead)?.text ?? '';
      return write(playhead, { text, bookmark });
    },
    goToBookmark(number) {
      const note = all().find(({ bookmark }) => bookmark === number);
      return note === undefined ? err(t('Bookmark {number} is not set.', { number })) : goTo(note);
    },
  };
}

/** The note at exactly this instant. */
export function noteAt(notes: readonly Note[], at: Playhead): Note | undefined {
  return notes.find((note) => isAt(note, at));
}

/** Share of what the timeline shows within which a note counts as here. */
const NEAR = 1 / 60;

/** The note that the playhead stands on or, within a hair's breadth of the timeline, beside. */
export function noteNear(
  notes: readonly Note[],
  playhead: Playhead,
  [from, to]: TimeWindow,
): Note | undefined {
  const here = noteAt(notes, playhead);
  if (here !== undefined) return here;
  let nearest: Note | undefined;
  let least = (to - from) * NEAR;
  for (const note of notes) {
    const distance = Math.abs(note.time - playhead.time);
    if (distance <= least) {
      least = distance;
      nearest = note;
    }
  }
  return nearest;
}

/** `notes` with `content` at `at`; a number that another note has goes over to this one. */
function withNote(
  notes: readonly Note[],
  { time, step }: Playhead,
  { text, bookmark }: NoteContent,
): readonly Note[] {
  const others = notes
    .filter((note) => !isAt(note, { time, step }))
    .map((note) => (note.bookmark === bookmark ? withoutNumber(note) : note));
  const note = { time, step, text: text.trim().slice(0, MAX_NOTE), bookmark };
  return [...others, note].filter(saysSomething).toSorted(inOrder);
}

function withoutNumber(note: Note): Note {
  return { ...note, bookmark: null };
}

function saysSomething({ text, bookmark }: Note): boolean {
  return text !== '' || bookmark !== null;
}

function inOrder(one: Note, other: Note): number {
  return one.time - other.time || one.step - other.step;
}

function isAt(note: Note, at: Playhead): boolean {
  return note.time === at.time && note.step === at.step;
}
