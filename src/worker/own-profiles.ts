import { msg, t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { ProfileIndexEntry } from '../workload/profile-index.ts';

/** A program of one's own, as lists show it. */
export interface OwnEntry extends ProfileIndexEntry {
  readonly own: true;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

/** A program of one's own: its entry, and its profile as a file has it, which `parseProfile` reads. */
export interface OwnProgram {
  readonly entry: OwnEntry;
  readonly file: unknown;
}

/** Values under keys that outlast the page; what cannot be done rejects. */
export interface Keep {
  readonly keys: () => Promise<readonly string[]>;
  readonly get: (keys: readonly string[]) => Promise<readonly unknown[]>;
  /** All of them or none. */
  readonly set: (values: readonly (readonly [key: string, value: unknown])[]) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
}

/** The programs that a person has imported; errors are sentences. */
export interface OwnProfiles {
  /** Last added first. */
  readonly list: () => Promise<Result<readonly OwnEntry[], string>>;
  /** `null` = there is none of that id. */
  readonly read: (id: string) => Promise<Result<OwnProgram | null, string>>;
  readonly put: (program: OwnProgram) => Promise<Result<void, string>>;
  readonly remove: (id: string) => Promise<Result<void, string>>;
}

/** `program` under another name, in lists and in its file. */
export function renamed({ entry, file }: OwnProgram, name: string): OwnProgram {
  return { entry: { ...entry, name }, file: { ...(file as object), name } };
}

// The entries lie beside the files, which may be long, so that a list reads little.
const ENTRY = 'entry ';
const FILE = 'file ';

/** The programs in `keep`; `changed` is called whenever there are others. */
export function createOwnProfiles(keep: Keep, changed: () => void = () => {}): OwnProfiles {
  return {
    list: () =>
      attempt(async () => {
        const keys = (await keep.keys()).filter((key) => key.startsWith(ENTRY));
        const entries = (await keep.get(keys)).filter(isEntry);
        return entries.toSorted((a, b) => b.addedAt - a.addedAt);
      }),
    read: (id) =>
      attempt(async () => {
        const [entry, file] = await keep.get([ENTRY + id, FILE + id]);
        return isEntry(entry) && file !== undefined ? { entry, file } : null;
      }),
    put: ({ entry, file }) =>
      attempt(async () => {
        await keep.set([
          [ENTRY + entry.id, entry],
          [FILE + entry.id, file],
        ]);
        changed();
      }),
    remove: (id) =>
      attempt(async () => {
        await keep.remove([ENTRY + id, FILE + id]);
        changed();
      }),
  };
}

function isEntry(value: unknown): value is OwnEntry {
  return typeof value === 'object' && value !== null && 'own' in value && 'id' in value;
}

const FULL = msg(
  'This browser has no more room for programs of yours. Delete one, or save the profile as a file.',
);
const BLOCKED = msg(
  'This browser lets this page keep no programs: private windows and some settings forbid it.',
);

async function attempt<T>(action: () => Promise<T>): Promise<Result<T, string>> {
  try {
    return ok(await action());
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    return err(t(full ? FULL : BLOCKED));
  }
}

/** Where pages and workers tell each other that there are other programs. */
const CHANNEL = 'watchmen.programs';

/** The programs that this browser keeps for the page. */
export async function openOwnProfiles(): Promise<OwnProfiles> {
  const idb = await import('idb-keyval');
  const store = idb.createStore('watchmen', 'programs');
  const keep: Keep = {
    keys: () => idb.keys<string>(store),
    get: (keys) => idb.getMany<unknown>([...keys], store),
    set: (values) =>
      idb.setMany(
        values.map(([key, value]) => [key, value]),
        store,
      ),
    remove: (keys) => idb.delMany([...keys], store),
  };
  return createOwnProfiles(keep, () => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('changed');
    channel.close();
  });
}

/** Calls back whenever a page or worker of this browser has changed the programs; the answer ends that. */
export function onOwnProfiles(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', listener);
  return () => channel.close();
}
