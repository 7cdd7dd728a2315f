import { describe, expect, it } from 'vitest';

import { ok } from '../../base/result.ts';
import type { PaletteItem } from './item.ts';
import { listItems, rankItems, withRecent } from './rank.ts';

const item = (title: string, group = 'Move'): PaletteItem => ({
  id: title,
  title,
  group,
  keys: [],
  run: () => ok(null),
});
const ITEMS = [
  'Next rendezvous',
  'Previous rendezvous',
  'Signalling: shared memory polling',
  'Signalling: migration',
  'Open preset: CRC32, TMR, migration',
  'Open preset: Two applications queue for one Res core',
].map((title) => item(title));

const found = (text: string): string[] =>
  rankItems(ITEMS, text).map(({ item: { title } }) => title);

describe('a search of the palette', () => {
  it('finds by parts of words, in any order', () => {
    expect(found('rend')).toEqual(['Next rendezvous', 'Previous rendezvous']);
    expect(found('rend prev')).toEqual(['Previous rendezvous']);
    expect(found('migr tmr')).toEqual(['Open preset: CRC32, TMR, migration']);
  });

  it('forgives one wrong letter in a word', () => {
    expect(found('poling')).toContain('Signalling: shared memory polling');
    expect(found('rendesvous')).toContain('Next rendezvous');
    expect(found('migraiton')).toContain('Signalling: migration');
  });

  it('takes the letters of German for letters', () => {
    const german = ['Vorlage öffnen: CRC32', 'Größere Spuren'].map((title) => item(title));
    const [first] = rankItems(german, 'öffn');
    const [from = 0, to = 0] = first?.marks ?? [];
    expect(first?.item.title.slice(from, to)).toBe('öffn');
    expect(rankItems(german, 'größ').map(({ item: { title } }) => title)).toEqual([
      'Größere Spuren',
    ]);
  });

  it('finds nothing for what is not there, and everything for nothing', () => {
    expect(found('qqqzz')).toEqual([]);
    expect(found('  ')).toHaveLength(ITEMS.length);
  });

  it('marks what matched', () => {
    const [first] = rankItems(ITEMS, 'poll');
    const [from = 0, to = 0] = first?.marks ?? [];
    expect(first?.item.title.slice(from, to)).toBe('poll');
  });
});

describe('what was chosen last', () => {
  it('stands before the rest, once', () => {
    const recent = withRecent(withRecent([], 'Next rendezvous'), 'Signalling: migration');
    const list = listItems(ITEMS, [...recent, 'a branch that is gone']);
    expect(list.map(({ id }) => id)).toEqual([
      'Signalling: migration',
      'Next rendezvous',
      'Previous rendezvous',
      'Signalling: shared memory polling',
      'Open preset: CRC32, TMR, migration',
      'Open preset: Two applications queue for one Res core',
    ]);
    expect(list[0]?.group).toBe('Chosen last');
  });

  it('is kept once each, five at most', () => {
    let recent: readonly string[] = [];
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'd']) recent = withRecent(recent, id);
    expect(recent).toEqual(['d', 'f', 'e', 'c', 'b']);
  });
});
