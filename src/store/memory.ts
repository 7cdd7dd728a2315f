/** What became of a text that was to be kept. */
export type Kept =
  | 'kept'
  /** There is no room for it. */
  | 'full'
  /** The browser allows no page to keep anything, or not this one. */
  | 'blocked';

/** Texts under keys that outlast the page: the browser's local storage, or a test's own. */
export interface Memory {
  /** `null` when there is none, or none may be read. */
  readonly read: (key: string) => string | null;
  readonly write: (key: string, text: string) => Kept;
  readonly remove: (key: string) => void;
  /** All keys, in no order. */
  readonly keys: () => readonly string[];
}

/** A memory that ends with the page; holds at most `capacity` characters, keys included. */
export function createMemory(capacity = Infinity): Memory {
  const texts = new Map<string, string>();
  const others = (key: string): number =>
    [...texts].reduce((sum, [k, text]) => (k === key ? sum : sum + k.length + text.length), 0);
  return {
    read: (key) => texts.get(key) ?? null,
    write(key, text) {
      if (others(key) + key.length + text.length > capacity) return 'full';
      texts.set(key, text);
      return 'kept';
    },
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  };
}
