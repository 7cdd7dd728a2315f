import { expect, it } from 'vitest';

import { createIdleFlag, whenPartsCame } from './idle.ts';
import { testApp } from './testing.ts';

function flagOf() {
  const frames: (() => void)[] = [];
  const published: boolean[] = [];
  const state = { busy: false };
  const note = createIdleFlag({
    busy: () => state.busy,
    afterPaint: (action) => void frames.push(action),
    publish: (idle) => void published.push(idle),
  });
  return { state, note, published, frames, paint: () => frames.splice(0).forEach((act) => act()) };
}

it('rises when a frame with the last change was painted, and says so once', () => {
  const { note, published, paint } = flagOf();
  note();
  note();
  expect(published).toEqual([false]);
  paint();
  // Something has changed since that wait began.
  expect(published).toEqual([false]);
  paint();
  expect(published).toEqual([false, true]);
  paint();
  expect(published).toEqual([false, true]);
});

it('asks for one frame however many changes come before it', () => {
  const { note, frames } = flagOf();
  for (let i = 0; i < 5; i++) note();
  expect(frames).toHaveLength(1);
});

it('stays down while anything is pending, also when that began after the change', () => {
  const { state, note, published, paint } = flagOf();
  note();
  state.busy = true;
  paint();
  note();
  paint();
  expect(published).toEqual([false]);
  state.busy = false;
  note();
  paint();
  expect(published).toEqual([false, true]);
});

it('falls at once with the next change', () => {
  const { note, published, paint } = flagOf();
  note();
  paint();
  note();
  expect(published).toEqual([false, true, false]);
});

it('waits for every part that was on its way when it was asked, and for those that these bring', () => {
  const { app } = testApp();
  const seen: string[] = [];
  whenPartsCame(app, () => seen.push('none is coming'));
  expect(seen).toEqual(['none is coming']);
  const first = app.awaitPart();
  whenPartsCame(app, () => seen.push('all are there'));
  const second = app.awaitPart();
  first();
  expect(seen).toHaveLength(1);
  second();
  app.awaitPart()();
  expect(seen).toEqual(['none is coming', 'all are there']);
});
