import { decodeText } from './bytes.ts';

/** Most different names; further ones share the last number. Below the limit of a workload. */
export const MAX_IMPORTED_NAMES = 4000;
/** Longest name of a trap in bytes. */
const MAX_NAME_BYTES = 60;

/** Numbers names that stand in bytes, without making a text of each. */
export interface NameTable {
  /** The number of the name in bytes `from` to `to`. */
  idOf(bytes: Uint8Array, from: number, to: number): number;
  /** The number of a name given as text. */
  idOfText(name: string): number;
  /** The names by number. */
  readonly names: readonly string[];
}

/** A table that calls `onNew` with each name's number and text when it is first seen. */
export function createNameTable(onNew: (id: number, name: string) => void): NameTable {
  const names: string[] = [];
  const byText = new Map<string, number>();
  /** By hash: a number and the bytes it stands for; a clash of hashes goes the slow way. */
  const byHash = new Map<number, { readonly id: number; readonly bytes: Uint8Array }>();

  function idOfText(text: string): number {
    const name = text.slice(0, MAX_NAME_BYTES);
    const known = byText.get(name);
    if (known !== undefined) return known;
    const full = names.length >= MAX_IMPORTED_NAMES;
    if (full) return idOfText('other');
    const id = names.push(name) - 1;
    byText.set(name, id);
    onNew(id, name);
    return id;
  }
  // Taken up first, so that there is room for it when the table is full.
  idOfText('other');

  return {
    names,
    idOfText,
    idOf(bytes, from, to) {
      let hash = to - from;
      for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + bytes[i]) | 0;
      const known = byHash.get(hash);
      if (known !== undefined && same(known.bytes, bytes, from, to)) return known.id;
      const id = idOfText(decodeText(bytes, from, Math.min(to, from + MAX_NAME_BYTES)));
      if (known === undefined && byHash.size < MAX_IMPORTED_NAMES) {
        byHash.set(hash, { id, bytes: bytes.slice(from, to) });
      }
      return id;
    },
  };
}

function same(name: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[from + i]) return false;
  return true;
}
