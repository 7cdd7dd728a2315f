import type { Stroke } from './chord.ts';

/** A stroke on `key`, with nothing held but what `more` says. */
export function stroke(key: string, more: Partial<Stroke> = {}): Stroke {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false };
  return { key, code: '', ...none, ...more };
}
