import { createDigest, digestHex, mixWord } from '../../base/hash.ts';
import type { CampaignSpec } from './campaign.ts';

/** 16 hexadecimal digits of a text. */
function textDigest(text: string): string {
  const digest = createDigest();
  mixText(digest, text);
  return digestHex(digest);
}

/** Mixes a text into a digest, unit by unit, and its length. */
export function mixText(digest: ReturnType<typeof createDigest>, text: string): void {
  for (let i = 0; i < text.length; i++) mixWord(digest, text.charCodeAt(i));
  mixWord(digest, text.length);
}

/** The same for two campaigns exactly when they are the same, whatever the order of fields in their scenarios. */
export function specDigest(spec: CampaignSpec): string {
  return textDigest(JSON.stringify(spec, sortedFields));
}

function sortedFields(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
