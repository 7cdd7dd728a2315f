import { msg, t } from '../base/language.ts';
import { readWorkHeader, WORK_VERSION } from '../scenario/saved-work.ts';
import type { SavedWork, WorkHeader } from '../scenario/saved-work.ts';
import type { LinkCodec } from '../worker/link-client.ts';
import type { Memory } from './memory.ts';

/** Before the name of a tab: where that tab's work lies. */
export const WORK_PREFIX = 'watchmen.work.';
/** The same for work that could not be read. */
export const UNREADABLE_PREFIX = 'watchmen.unreadable.';

/** Works that are kept at most; of more, the oldest goes. */
export const MOST_WORKS = 8;

const NEWER = msg(
  'Your last work was saved by a newer version of Watchmen. It is left as it is; reload the page to get that version.',
);

/** Work that lies in the memory, not read yet. */
export interface KeptWork {
  readonly key: string;
  readonly header: WorkHeader;
}

/** Where works lie, who reads them, and how the person is told of trouble. */
export interface Shelf {
  readonly memory: Memory;
  readonly codec: Pick<LinkCodec, 'readWork'>;
  readonly report: (sentence: string) => void;
}

/** Works that may be opened: that under `own` first, then the newest first. What cannot be read is put aside. */
export function findWorks(shelf: Shelf, own: string): readonly KeptWork[] {
  const { memory, report } = shelf;
  const works: KeptWork[] = [];
  for (const key of keysOf(memory)) {
    const header = readWorkHeader(memory.read(key) ?? '');
    if (header === null) putAside(shelf, key, t('it is cut off or altered'));
    else works.push({ key, header });
  }
  const rank = ({ key, header }: KeptWork): number => (key === own ? Infinity : header.savedAt);
  const all = works.toSorted((a, b) => rank(b) - rank(a));
  const [first] = all;
  if (first !== undefined && first.header.version > WORK_VERSION) report(t(NEWER));
  return all.filter(({ header }) => header.version <= WORK_VERSION);
}

/** `null` when it cannot be read: then it is put aside, and the person is told. */
export async function readKeptWork(shelf: Shelf, { key }: KeptWork): Promise<SavedWork | null> {
  const work = await shelf.codec.readWork(shelf.memory.read(key) ?? '');
  if (work.ok) return work.value;
  putAside(shelf, key, work.error);
  return null;
}

function putAside({ memory, report }: Shelf, key: string, why: string): void {
  const aside = UNREADABLE_PREFIX + key.slice(WORK_PREFIX.length);
  const moved = memory.write(aside, memory.read(key) ?? '') === 'kept';
  if (moved) memory.remove(key);
  const where = moved ? aside : key;
  report(
    t('Your last work could not be read: {why}. It stays in this browser under “{where}”.', {
      why,
      where,
    }),
  );
}

/** Removes the oldest works beyond `MOST_WORKS`, but never `own` and nothing of a newer version. */
export function pruneWorks(memory: Memory, own: string): void {
  const others = keysOf(memory).flatMap((key) => {
    const header = key === own ? null : readWorkHeader(memory.read(key) ?? '');
    return header === null || header.version > WORK_VERSION ? [] : { key, at: header.savedAt };
  });
  const newestFirst = others.toSorted((a, b) => b.at - a.at);
  for (const { key } of newestFirst.slice(MOST_WORKS - 1)) memory.remove(key);
}

function keysOf(memory: Memory): readonly string[] {
  return memory.keys().filter((key) => key.startsWith(WORK_PREFIX));
}
