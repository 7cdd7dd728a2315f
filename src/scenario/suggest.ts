import { t } from '../base/language.ts';

/** The candidates nearest to `word` by edit distance, nearest first; those that share little, and `word` itself, are left out. */
export function nearest(word: string, candidates: readonly string[], most = 3): string[] {
  const limit = Math.max(2, Math.ceil(word.length / 3));
  return [...new Set(candidates)]
    .filter((candidate) => candidate !== word)
    .map((candidate) => ({ candidate, distance: distanceOf(word, candidate) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** A sentence part such as `; did you mean "csum"?`, or '' when nothing is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates).map((candidate) => `"${candidate}"`);
  if (near.length === 0) return '';
  const names = near.reduce((before, name) => t('{before} or {name}', { before, name }));
  return t('; did you mean {names}?', { names });
}

/** Edit distance; a candidate that continues or contains the word counts as near. */
function distanceOf(word: string, candidate: string): number {
  const a = word.toLowerCase().slice(0, 80);
  const b = candidate.toLowerCase();
  if (a.length >= 3 && b.includes(a)) return 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(substituted, previous[j] + 1, current[j - 1] + 1);
    }
    previous = current;
  }
  return previous[b.length];
}
