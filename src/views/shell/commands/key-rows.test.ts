import { describe, expect, it } from 'vitest';

import { keyRows, takenBy, whyNotFor, withPressed, withRow } from './key-rows.ts';
import type { KeyRow } from './key-rows.ts';

type Keys = Parameters<typeof keyRows>[0];

const bookmarkRows = (keys: Keys): readonly KeyRow[] =>
  keyRows(keys).filter(({ ids }) => ids[0]?.includes('bookmark'));

function rowOf(title: string, keys: Keys = {}): KeyRow {
  const row = keyRows(keys).find((one) => one.title === title);
  if (row === undefined) throw new Error(`no row ${title}`);
  return row;
}

const GO = 'Go to bookmark 1 … 9';
const SET = 'Set bookmark 1 … 9 here';

describe('the rows of the list of keys', () => {
  it('hold the nine bookmarks in one row each for going and setting', () => {
    expect(bookmarkRows({}).map(({ title, keys }) => [title, keys])).toEqual([
      [GO, ['1']],
      [SET, ['Shift+1']],
    ]);
    expect(rowOf(GO).ids.at(-1)).toBe('bookmark-9');
  });

  it('give the nine a key by any digit, and take it from whatever has it', () => {
    const keys = withPressed({}, rowOf(GO), ['Alt+4']);
    expect(rowOf(GO, keys).keys).toEqual(['Alt+1']);
    expect(keys['bookmark-9']).toEqual(['Alt+9']);
    expect(takenBy(rowOf(GO), ['#', 'Shift+3'], {})?.id).toBe('set-bookmark-1');
    const taken = withPressed({}, rowOf(GO), ['#', 'Shift+3']);
    expect(rowOf(GO, taken).keys).toEqual(['Shift+1']);
    expect(rowOf(SET, taken).keys).toEqual([]);
  });

  it('take only digits for the nine', () => {
    expect(whyNotFor(rowOf(GO), ['Q', 'KeyQ'])).toMatch(/^Press a digit/u);
    expect(whyNotFor(rowOf(GO), ['0'])).toMatch(/^Press a digit/u);
    expect(whyNotFor(rowOf(GO), ['Mod+2'])).toBeNull();
    expect(whyNotFor(rowOf('Undo'), ['Q'])).toBeNull();
  });

  it('are cleared and reset for all nine at once', () => {
    const none = withRow({}, rowOf(SET), []);
    expect(rowOf(SET, none).keys).toEqual([]);
    expect(none['set-bookmark-5']).toBeNull();
    expect(withRow(none, rowOf(SET, none), undefined)).toEqual({});
  });

  it('come apart where one of the nine has a key of its own', () => {
    const keys = { 'bookmark-3': ['Q'] };
    expect(bookmarkRows(keys).map(({ title }) => title)).toEqual([
      'Go to bookmark 1',
      'Go to bookmark 2',
      'Go to bookmark 3',
      'Go to bookmark 4',
      'Go to bookmark 5',
      'Go to bookmark 6',
      'Go to bookmark 7',
      'Go to bookmark 8',
      'Go to bookmark 9',
      SET,
    ]);
  });
});
