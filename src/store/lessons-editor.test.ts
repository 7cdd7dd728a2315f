import { describe, expect, it } from 'vitest';

import { ok } from '../base/result.ts';
import { lessonFindings } from '../lessons/answers.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { createLessons } from './lessons.ts';
import { createMemory } from './memory.ts';
import type { Memory } from './memory.ts';
import { startedApp } from './testing.ts';

function writing(memory: Memory = createMemory()) {
  const made = startedApp();
  const lessons = createLessons(made.app, {
    memory,
    ask: () => new Promise(() => {}),
    prefetch: () => {},
    writing: {
      timers: made.timers,
      ask: (lesson) => Promise.resolve(ok(lessonFindings(lesson, null, new Map()))),
      language: () => 'en',
    },
  });
  const { editor } = lessons;
  const now = () => editor.store.getState();
  const draft = (): Lesson => {
    const { draft: open } = now();
    if (open === null) throw new Error('nothing is written on');
    return open;
  };
  const settle = async (): Promise<void> => {
    made.timers.pass();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { ...made, memory, lessons, editor, now, draft, settle };
}

/** A new lesson with everything written that must be. */
function written(memory?: Memory) {
  const made = writing(memory);
  made.editor.create();
  made.editor.change('title', (draft) => void (draft.title = { en: 'Mine' }));
  made.editor.change('caption', (draft) => {
    for (const step of draft.steps) step.caption = { en: 'Look.' };
  });
  return made;
}

describe('a new lesson', () => {
  it('begins where the Lab is, and lacks its texts alone', () => {
    const { app, editor, now, draft } = writing();
    const { playhead, scenario } = app.store.getState();
    expect(editor.create().ok).toBe(true);
    expect(draft().steps[0]?.stop).toEqual({ kind: 'instant', ...playhead });
    expect(Object.values(draft().scenes)).toHaveLength(1);
    expect(now().problems.map(({ path }) => path)).toEqual(['title.en', 'steps[0].caption.en']);
    expect(editor.labMoment()?.scenario).toEqual(scenario);
  });

  it('can be played when it is finished, and says what is missing before', () => {
    const { lessons, editor, app, complete } = writing();
    editor.create();
    const { drafts, all, shipped } = lessons.store.getState();
    expect(drafts).toHaveLength(1);
    expect(all).toHaveLength(shipped);
    app.store.setState({ lesson: 'lesson=own-lesson' });
    expect(app.store.getState().notices.at(-1)?.text).toContain('not finished');
    editor.change('title', (draft) => void (draft.title = { en: 'Mine' }));
    editor.change('caption', ({ steps }) => {
      for (const step of steps) step.caption = { en: 'Look.' };
    });
    const mine = lessons.store.getState().all.at(-1);
    expect(mine?.title).toEqual({ en: 'Mine' });
    if (mine !== undefined) lessons.open(mine, 0);
    complete();
    expect(lessons.isInPlace()).toBe(true);
  });

  it('comes from the notes of the Lab, or says that there are none', () => {
    const { app, editor, draft } = writing();
    expect(editor.createFromNotes()).toMatchObject({ ok: false });
    app.notes.write(app.store.getState().playhead, { text: 'R2 is awaited', bookmark: null });
    app.notes.setBookmark(3);
    expect(editor.createFromNotes().ok).toBe(true);
    expect(draft().steps[0]?.caption).toEqual({ en: 'R2 is awaited' });
  });

  it('is a copy under an id of its own', () => {
    const { lessons, editor, draft, now } = writing();
    const [cast] = lessons.store.getState().all;
    if (cast === undefined) throw new Error('there is no lesson');
    editor.copy(cast);
    expect(draft().id).toBe('own-cast');
    expect(now().problems).toEqual([]);
    editor.change('title', (copy) => void (copy.title.en = 'Another'));
    editor.copy(cast);
    expect(draft().id).toBe('own-cast-2');
    expect(lessons.store.getState().all[0]).toBe(cast);
  });
});

describe('what is written', () => {
  it('outlasts the page, and is gone on with', () => {
    const memory = createMemory();
    const before = written(memory);
    before.editor.change('closing', (draft) => void (draft.closing = { en: '' }));
    const again = writing(memory);
    expect(again.draft()).toEqual(before.draft());
    again.editor.close();
    expect(writing(memory).now().draft).toBeNull();
    expect(writing(memory).lessons.store.getState().drafts).toHaveLength(1);
  });

  it('is undone and done again, letters of one text together', () => {
    const { editor, draft, now } = written();
    for (const title of ['M', 'My', 'My own']) {
      editor.change('title', (lesson) => void (lesson.title = { en: title }));
    }
    editor.undo();
    expect(draft().title).toEqual({ en: 'Mine' });
    editor.redo();
    expect(draft().title).toEqual({ en: 'My own' });
    for (let i = 0; i < 9; i++) editor.undo();
    expect(draft().title).toEqual({ en: '' });
    expect(now().past).toEqual([]);
  });

  it('is answered by the kernel at once, and the latest alone', async () => {
    const { editor, now, settle, lessons } = writing();
    lessons.openText(JSON.stringify(SMALL_LESSON));
    editor.edit('own-small');
    expect(now().asking).toBe(true);
    editor.change('title', (draft) => void (draft.title = { en: '' }));
    await settle();
    const { findings, asking, failure } = now();
    expect(findings?.steps[0]?.answer).toMatchObject({ right: 0 });
    expect({ asking, failure }).toEqual({ asking: false, failure: '' });
  });

  it('is deleted, and comes back when that is undone', () => {
    const { app, editor, lessons, memory, draft } = written();
    const mine = draft();
    editor.remove(mine.id);
    expect(lessons.store.getState().drafts).toEqual([]);
    expect(memory.keys().filter((key) => key.includes('own-lesson'))).toEqual([]);
    app.store.getState().notices.at(-1)?.action?.perform();
    expect(lessons.store.getState().drafts).toEqual([mine]);
  });

  it('is said to be lost with the page where nothing can be kept', () => {
    const { app } = written(createMemory(200));
    expect(app.store.getState().notices.at(-1)?.text).toContain('Save the lesson as a file');
  });

  it('is played as it is now after it was changed', () => {
    const { editor, lessons, complete, draft } = written();
    const open = (): void => {
      const mine = lessons.store.getState().all.at(-1);
      if (mine !== undefined) lessons.open(mine, 0);
    };
    open();
    complete();
    editor.edit(draft().id);
    editor.change('title', (lesson) => void (lesson.title = { en: 'Changed' }));
    open();
    expect(lessons.store.getState().lesson?.title).toEqual({ en: 'Changed' });
  });
});

describe('lessons that an earlier version kept together', () => {
  it('are taken over', () => {
    const memory = createMemory();
    memory.write('watchmen.own-lessons', JSON.stringify([{ ...SMALL_LESSON, id: 'own-small' }]));
    expect(writing(memory).lessons.store.getState().all.at(-1)?.id).toBe('own-small');
    expect(writing(memory).lessons.store.getState().drafts).toHaveLength(1);
    expect(memory.read('watchmen.own-lessons')).toBeNull();
  });
});
