import { createDigest, digestHex, mixWord } from '../../base/hash.ts';

/** Mixes a text into a digest, unit by unit, and its length. */
export function mixText(digest: ReturnType<typeof createDigest>, text: string): void {
  for (let i = 0; i < text.length; i++) mixWord(digest, text.charCodeAt(i));
  mixWord(digest, text.length);
}

/** 16 hexadecimal digits, the same for two JSON values exactly when they are the same, whatever the order of their fields. */
export function jsonDigest(value: object): string {
  const digest = createDigest();
  mixText(digest, JSON.stringify(value, sortedFields));
  return digestHex(digest);
}

function sortedFields(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
