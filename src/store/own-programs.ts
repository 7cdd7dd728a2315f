import type { Result } from '../base/result.ts';
import { err } from '../base/result.ts';
import type { OwnEntry, OwnProfiles, OwnProgram } from '../worker/own-profiles.ts';
import { renamed } from '../worker/own-profiles.ts';
import type { AppStore } from './app-store.ts';

/** What the programs of a person's own need of the page. */
type Page = Pick<AppStore, 'store' | 'setOwnWorkloads' | 'notify'>;

/** The programs that a person has imported, as the page lists them. */
export interface OwnPrograms {
  /** Lists what is kept now. */
  readonly refresh: () => Promise<void>;
  readonly add: (program: OwnProgram) => Promise<Result<OwnEntry, string>>;
  /** Changes nothing when the name is empty. */
  readonly rename: (id: string, name: string) => Promise<void>;
  /** Deletes it and offers to bring it back. */
  readonly remove: (id: string) => Promise<void>;
  readonly read: (id: string) => Promise<Result<OwnProgram, string>>;
}

/** Longest name of a program. */
export const MAX_PROGRAM_NAME = 60;

const GONE = 'It is not in this browser any more.';

/** The programs in `own`, listed in `page`. */
export function createOwnPrograms(page: Page, own: OwnProfiles): OwnPrograms {
  async function refresh(): Promise<void> {
    const entries = await own.list();
    // Where nothing may be kept there is nothing to list, and no need to say so.
    page.setOwnWorkloads(entries.ok ? entries.value : []);
  }

  async function read(id: string): Promise<Result<OwnProgram, string>> {
    const program = await own.read(id);
    if (!program.ok) return program;
    return program.value === null ? err(GONE) : { ok: true, value: program.value };
  }

  async function put(program: OwnProgram): Promise<Result<OwnEntry, string>> {
    const kept = await own.put(program);
    await refresh();
    return kept.ok ? { ok: true, value: program.entry } : kept;
  }

  /** Says why something was not done, if it was not. */
  function complain(what: string, done: Result<unknown, string>): void {
    if (!done.ok) page.notify('problem', `${what}: ${done.error}`);
  }

  return {
    refresh,
    read,
    add: put,
    async rename(id, name) {
      const next = name.trim().slice(0, MAX_PROGRAM_NAME);
      const program = await read(id);
      if (!program.ok) complain('The program was not renamed', program);
      else if (next !== '' && next !== program.value.entry.name) {
        complain('The program was not renamed', await put(renamed(program.value, next)));
      }
    },
    async remove(id) {
      const program = await read(id);
      const done = program.ok ? await own.remove(id) : program;
      complain('The program was not deleted', done);
      await refresh();
      if (!program.ok || !done.ok) return;
      const { name } = program.value.entry;
      page.notify('info', `${name} is deleted${inUse(page, id)}.`, {
        label: 'Undo',
        perform: () =>
          void put(program.value).then((back) => complain('It was not brought back', back)),
      });
    },
  };
}

/** What deleting a program means where a branch runs it. */
function inUse({ store }: Page, id: string): string {
  const uses = store
    .getState()
    .branches.some(({ scenario }) =>
      scenario.apps.some(({ workload }) => workload.kind === 'profile' && workload.id === id),
    );
  return uses ? ', though this work runs it: it cannot run again without it' : '';
}
