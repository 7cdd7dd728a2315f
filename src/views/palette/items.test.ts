import { beforeEach, describe, expect, it } from 'vitest';

import { DEFAULT_APP } from '../../scenario/default-scenario.ts';
import type { AppStore } from '../../store/app-store.ts';
import { testApp } from '../../store/testing.ts';
import type { TestApp } from '../../store/testing.ts';
import { goToItems, paletteItems } from './items.ts';

let app: AppStore;
let begin: TestApp['begin'];

beforeEach(() => {
  ({ app, begin } = testApp({ reducedMotion: () => true }));
});

const titles = (): string[] => paletteItems(app).map(({ title }) => title);
const choose = (title: string): void => {
  const item = paletteItems(app).find((one) => one.title === title);
  if (item === undefined) throw new Error(`there is no "${title}"`);
  item.run();
};
const spec = () => app.store.getState().scenario.apps[0];

describe('the palette', () => {
  it('offers what needs a run only with one, and what the Lab shows only there', () => {
    expect(titles()).not.toContain('Play or pause');
    expect(titles()).toContain('Keys');
    begin();
    expect(titles()).toContain('Play or pause');
    app.setScreen('explore');
    expect(titles()).not.toContain('Play or pause');
    expect(titles()).toContain('Go to the Lab');
  });

  it('names each line once', () => {
    begin();
    app.notes.setBookmark(1);
    const ids = paletteItems(app).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('changes the scenario in ways that can be undone', () => {
    begin();
    choose('Signalling: shared memory polling');
    choose('Redundancy: two replicas (DMR)');
    expect(spec()).toMatchObject({ signalling: 'polling', redundancy: 2 });
    expect(titles()).not.toContain('Redundancy: two replicas (DMR)');
    app.history.undo();
    app.history.undo();
    expect(spec()).toMatchObject({ signalling: 'ipc', redundancy: 3 });
  });

  it('gives a listed placement up where the number of replicas no longer fits it', () => {
    app.edits.edit((draft) => void Object.assign(draft.apps[0] ?? {}, { placement: [1, 2, 3] }));
    choose('Redundancy: two replicas (DMR)');
    expect(spec()?.placement).toBe('same-socket');
  });

  it('lists notes and bookmarks by their words, and leads to them', () => {
    begin();
    const at = app.store.getState().playhead;
    app.notes.write(at, { text: 'R2 is awaited', bookmark: 4 });
    app.navigation.toStart();
    expect(titles()).not.toContain('Go to bookmark 5');
    const item = paletteItems(app).find(({ title }) => title === 'Go to bookmark 4: R2 is awaited');
    expect(item?.keys).toEqual(['4']);
    item?.run();
    expect(app.store.getState().playhead).toEqual(at);
  });

  it('lists the other branches, and shows the one that is chosen', () => {
    begin();
    app.edits.branchOff({ name: 'by hand', at: null }, (draft) => void (draft.title = 'x'));
    choose('Show branch: Original');
    expect(app.store.getState().branch).toBe(0);
  });

  it('says which application it changes where there are several', () => {
    const { scenario } = app.store.getState();
    app.edits.load({ ...scenario, apps: [...scenario.apps, { ...DEFAULT_APP, name: 'driver' }] });
    choose('Show application 2: driver');
    choose('Redundancy of driver: two replicas (DMR)');
    const { apps } = app.store.getState().scenario;
    expect(apps.map(({ redundancy }) => redundancy)).toEqual([3, 2]);
  });

  it('runs until a condition', () => {
    begin();
    app.navigation.toStart();
    choose('Run until 10 more events');
    expect(app.store.getState().halt).toMatchObject({ met: true, condition: { kind: 'events' } });
    expect(app.store.getState().playhead.step).toBeGreaterThan(0);
  });
});

const lines = (text: string): string[] => goToItems(app, text).map(({ title }) => title);

describe('an instant that is typed', () => {
  it('is offered as it is meant; a bare number in all its meanings', () => {
    begin();
    expect(lines('+20us')).toEqual(['Go to +20us']);
    expect(lines('event 3')).toEqual(['Go to event 3']);
    expect(lines('7')).toEqual(['Go to event 7', 'Go to 7 µs', 'Go to step 7']);
    expect(lines('polling')).toEqual([]);
  });

  it('is gone to, or refused with a sentence', () => {
    begin();
    expect(goToItems(app, 'step 40')[0]?.run().ok).toBe(true);
    expect(app.store.getState().playhead.step).toBe(40);
    expect(goToItems(app, 'event 99')[0]?.run()).toEqual({
      ok: false,
      error: 'Events go from 1 to 13.',
    });
  });

  it('means nothing without a run', () => {
    expect(lines('event 3')).toEqual([]);
  });
});
