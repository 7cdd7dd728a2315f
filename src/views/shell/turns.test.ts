import { expect, test } from 'vitest';

import { createTurns } from './turns.ts';

/** Turns, the names of those that have begun, and a frame that is painted when the test says so. */
function setUp() {
  const begun: string[] = [];
  const frames: (() => void)[] = [];
  const turns = createTurns((action) => frames.push(action));
  return {
    begun,
    take: (name: string) => turns.take(() => begun.push(name)),
    paint: () => {
      for (const action of frames.splice(0)) action();
    },
  };
}

test('the first begins at once, and the next once the one before it was painted', () => {
  const { begun, take, paint } = setUp();
  const ends = ['a', 'b', 'c'].map(take);
  expect(begun).toEqual(['a']);
  paint();
  expect(begun).toEqual(['a']);
  ends[0]?.();
  expect(begun).toEqual(['a']);
  paint();
  expect(begun).toEqual(['a', 'b']);
  ends[1]?.();
  paint();
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('who leaves before its turn never begins', () => {
  const { begun, take, paint } = setUp();
  const [a, b] = ['a', 'b', 'c'].map(take);
  b?.();
  a?.();
  paint();
  expect(begun).toEqual(['a', 'c']);
});

test('a turn ends once, and who comes when all have ended begins at once', () => {
  const { begun, take, paint } = setUp();
  const [a, b] = ['a', 'b'].map(take);
  a?.();
  a?.();
  paint();
  paint();
  expect(begun).toEqual(['a', 'b']);
  b?.();
  take('c');
  expect(begun).toEqual(['a', 'b']);
  paint();
  expect(begun).toEqual(['a', 'b', 'c']);
  a?.();
  paint();
  expect(begun).toEqual(['a', 'b', 'c']);
});
