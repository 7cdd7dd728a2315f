import UFuzzy from '@leeoniya/ufuzzy';

import { msg, t } from '../../base/language.ts';
import type { PaletteItem } from './item.ts';

/**
 * One letter may be wrong, missing, too much or swapped in each word; words may come in any order.
 * Letters are those of all languages that Watchmen speaks.
 */
const fuzzy = new UFuzzy({ intraMode: 1, intraIns: 1, alpha: 'a-zäöüß' });
const ANY_ORDER = 1;
/** Most lines that a search shows. */
const MOST_LINES = 40;

/** A line that was found, with the stretches of its title that matched: start, end, start, end, … */
export interface Ranked {
  readonly item: PaletteItem;
  readonly marks: readonly number[];
}

/** The items that `text` means, the likeliest first. */
export function rankItems(items: readonly PaletteItem[], text: string): readonly Ranked[] {
  const needle = text.trim();
  if (needle === '') return items.map((item) => ({ item, marks: [] }));
  const titles = items.map(({ title }) => title);
  const [found, info, order] = fuzzy.search(titles, needle, ANY_ORDER);
  if (found === null) return [];
  const ranked = order === null || info === null ? null : order.map((place) => info.idx[place]);
  return (ranked ?? found).slice(0, MOST_LINES).flatMap((index, place) => {
    const item = items[index];
    if (item === undefined) return [];
    return [{ item, marks: info === null || order === null ? [] : info.ranges[order[place]] }];
  });
}

/** All items under their headings, with those chosen last before them. */
export function listItems(
  items: readonly PaletteItem[],
  recent: readonly string[],
): readonly PaletteItem[] {
  const last = recent
    .map((id) => items.find((item) => item.id === id))
    .filter((item) => item !== undefined)
    .map(({ id, title, keys, run }) => ({ id, title, keys, run, group: t(RECENT) }));
  const chosen = new Set(last.map(({ id }) => id));
  return [...last, ...items.filter(({ id }) => !chosen.has(id))];
}

/** Heading of what was chosen last. */
const RECENT = msg('Chosen last');
const MOST_RECENT = 5;

/** `recent` with `id` before the others. */
export function withRecent(recent: readonly string[], id: string): readonly string[] {
  return [id, ...recent.filter((one) => one !== id)].slice(0, MOST_RECENT);
}
