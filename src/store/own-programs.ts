import { msg, t } from '../base/language.ts';
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
    return program.value === null
      ? err(t('It is not in this browser any more.'))
      : { ok: true, value: program.value };
  }

  async function put(program: OwnProgram): Promise<Result<OwnEntry, string>> {
    const kept = await own.put(program);
    await refresh();
    return kept.ok ? { ok: true, value: program.entry } : kept;
  }

  /** Says why something was not done, if it was not; `message` takes the reason in. */
  function complain(message: string, done: Result<unknown, string>): void {
    if (!done.ok) page.notify('problem', t(message, { why: done.error }));
  }

  return {
    refresh,
    read,
    add: put,
    async rename(id, name) {
      const next = name.trim().slice(0, MAX_PROGRAM_NAME);
      const program = await read(id);
      if (!program.ok) complain(NOT_RENAMED, program);
      else if (next !== '' && next !== program.value.entry.name) {
        complain(NOT_RENAMED, await put(renamed(program.value, next)));
      }
    },
    async remove(id) {
      const program = await read(id);
      const done = program.ok ? await own.remove(id) : program;
      complain(msg('The program was not deleted: {why}'), done);
      await refresh();
      if (!program.ok || !done.ok) return;
      const { name } = program.value.entry;
      const deleted = isInUse(page, id)
        ? t('{name} is deleted, though this work runs it: it cannot run again without it.', {
            name,
          })
        : t('{name} is deleted.', { name });
      page.notify('info', deleted, {
        label: t('Undo'),
        perform: () =>
          void put(program.value).then((back) =>
            complain(msg('It was not brought back: {why}'), back),
          ),
      });
    },
  };
}

const NOT_RENAMED = msg('The program was not renamed: {why}');

/** Does a branch run the program? */
function isInUse({ store }: Page, id: string): boolean {
  return store
    .getState()
    .branches.some(({ scenario }) =>
      scenario.apps.some(({ workload }) => workload.kind === 'profile' && workload.id === id),
    );
}
