import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { MAX_NOTE, MAX_NOTES } from '../scenario/note.ts';
import type { AppStore } from './app-store.ts';
import { BOOKMARKS, noteAt, noteNear } from './notes.ts';
import type { Playhead } from './state.ts';
import { startedApp } from './testing.ts';
import { shownBranch } from './workspace.ts';

let app: AppStore;

beforeEach(() => {
  ({ app } = startedApp({ reducedMotion: () => true }));
});

const state = () => app.store.getState();
const notes = () => shownBranch(state()).notes;
const write = (at: Playhead, text: string, bookmark: number | null = null) =>
  app.notes.write(at, { text, bookmark });

describe('a note', () => {
  it('stands on its instant, is changed there, and can be undone', () => {
    const at = state().playhead;
    write(at, 'R2 is awaited');
    expect(noteAt(notes(), at)?.text).toBe('R2 is awaited');
    write(at, '  its CALL is in flight ');
    expect(notes()).toEqual([{ ...at, text: 'its CALL is in flight', bookmark: null }]);
    app.history.undo();
    app.history.undo();
    expect(notes()).toEqual([]);
    app.history.redo();
    expect(notes()).toHaveLength(1);
  });

  it('that says nothing and has no number is none, and what changes nothing is no step to undo', () => {
    const at = state().playhead;
    const before = state().past.length;
    write(at, '   ');
    app.notes.remove(at);
    expect(notes()).toEqual([]);
    expect(state().past).toHaveLength(before);
  });

  it('is cut to the longest text, and refused beyond the most notes', () => {
    write({ time: 0, step: 0 }, 'x'.repeat(MAX_NOTE + 5));
    expect(notes()[0]?.text).toHaveLength(MAX_NOTE);
    for (let time = 1; time < MAX_NOTES; time++) write({ time, step: 0 }, 'here');
    const refused = write({ time: MAX_NOTES, step: 0 }, 'one too many');
    expect(refused.ok ? '' : refused.error).toContain(`${MAX_NOTES} notes`);
    expect(notes()).toHaveLength(MAX_NOTES);
    expect(write({ time: 5, step: 0 }, 'changed').ok).toBe(true);
  });

  it('leads to its instant, which is an entry in the browser’s history', () => {
    const at = state().playhead;
    write(at, 'here');
    app.navigation.toStart();
    const { jumps } = state();
    expect(app.notes.goTo(notes()[0] ?? { ...at, text: '', bookmark: null }).ok).toBe(true);
    expect(state().playhead).toEqual(at);
    expect(state().jumps).toBe(jumps + 1);
  });

  it('beyond the end of the run leads nowhere and says so', () => {
    const before = state().playhead;
    const gone = app.notes.goTo({ time: 1e12, step: 5, text: 'later', bookmark: null });
    expect(gone.ok ? '' : gone.error).toContain('after the end');
    expect(state().playhead).toEqual(before);
  });

  it('of a step that is no longer there leads to its time', () => {
    const { time } = state().playhead;
    app.notes.goTo({ time, step: 999_999, text: '', bookmark: 1 });
    expect(state().playhead.time).toBe(time);
    expect(state().playhead.step).toBeLessThan(999_999);
  });

  it('stays with its branch; one that departs later takes it along', () => {
    write({ time: 10, step: 0 }, 'early');
    write({ time: 1e6, step: 3 }, 'late');
    app.edits.branchOff({ name: 'other', at: 1000 }, (draft) => void (draft.title = 'other'));
    expect(notes().map(({ text }) => text)).toEqual(['early']);
    write({ time: 20, step: 0 }, 'mine');
    app.branches.show(0);
    expect(notes().map(({ text }) => text)).toEqual(['early', 'late']);
  });
});

describe('a bookmark', () => {
  it('is set at the playhead, moves when set again, and is gone to', () => {
    const first = state().playhead;
    app.notes.setBookmark(3);
    app.navigation.toStart();
    expect(app.notes.goToBookmark(3).ok).toBe(true);
    expect(state().playhead).toEqual(first);
    app.navigation.toEnd();
    app.notes.setBookmark(3);
    expect(notes()).toEqual([{ ...state().playhead, text: '', bookmark: 3 }]);
  });

  it('leaves the text where it was, and takes that of where it comes', () => {
    const first = state().playhead;
    write(first, 'first', 2);
    app.navigation.toEnd();
    write(state().playhead, 'last');
    app.notes.setBookmark(2);
    expect(notes()).toEqual([
      { ...first, text: 'first', bookmark: null },
      { ...state().playhead, text: 'last', bookmark: 2 },
    ]);
  });

  it('that is not set leads nowhere and says so', () => {
    expect(app.notes.goToBookmark(9)).toEqual({ ok: false, error: 'Bookmark 9 is not set.' });
  });
});

describe('notes', () => {
  it('stay in order, one on an instant, each number once, whatever is written', () => {
    const instant = fc.record({ time: fc.nat(40), step: fc.nat(2) });
    const deed = fc.record({
      at: instant,
      text: fc.string({ maxLength: 3 }),
      bookmark: fc.option(fc.constantFrom(...BOOKMARKS)),
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        const before = state().past.length;
        for (const { at, text, bookmark } of deeds) write(at, text, bookmark);
        const all = notes();
        const keys = all.map(({ time, step }) => time * 10 + step);
        expect(keys).toEqual([...new Set(keys)].toSorted((a, b) => a - b));
        const numbers = all.map(({ bookmark }) => bookmark).filter((one) => one !== null);
        expect(new Set(numbers).size).toBe(numbers.length);
        while (state().past.length > before) app.history.undo();
        expect(notes()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are near within a hair’s breadth of what the timeline shows, the exact one first', () => {
    const near = { time: 100, step: 1, text: 'near', bookmark: null };
    const exact = { time: 101, step: 2, text: 'exact', bookmark: null };
    const all = [near, exact];
    expect(noteNear(all, { time: 101, step: 2 }, [0, 600])).toBe(exact);
    expect(noteNear(all, { time: 95, step: 1 }, [0, 600])).toBe(near);
    expect(noteNear(all, { time: 80, step: 1 }, [0, 600])).toBeUndefined();
    expect(noteNear(all, { time: 95, step: 1 }, [90, 110])).toBeUndefined();
  });
});
