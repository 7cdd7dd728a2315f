import { t } from '../base/language.ts';

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  const before = items.slice(0, -1).join(', ');
  return t('{before} and {last}', { before, last: items.at(-1) ?? '' });
}

/** A phrase within a sentence: in English its article is no capital; in German nouns keep theirs. */
export function inSentence(phrase: string): string {
  return phrase.replace(/^The /u, 'the ');
}
