import { t } from '../../../base/language.ts';
import type { AppStore } from '../../../store/app-store.ts';
import { draftOfSweep } from '../../../store/draft-of-sweep.ts';
import type { Explore } from '../../../store/explore.ts';
import { showPart } from '../show-part.ts';
import { capital, listed } from '../words.ts';

/** What a file is opened for. */
interface OpenDeps {
  readonly app: AppStore;
  readonly explore: Pick<Explore, 'part' | 'sweeps'>;
}

/**
 * Shows the sweep in files that the page or the command line has written, of which each may hold a
 * shard. What is none, or is damaged before its first point, changes nothing and says so.
 */
export async function openSweepFiles(
  files: readonly File[],
  { app, explore }: OpenDeps,
): Promise<void> {
  const { runner, form } = explore.sweeps;
  const { mergeSweepFiles } = await import('../../../analysis/sweep/sweep-file.ts');
  const { ok } = await import('../../../base/result.ts');
  const inputs = await Promise.all(
    files.map(async (file) => {
      const lines = (await file.text()).split('\n').filter((line) => line !== '');
      return { name: file.name, open: () => ok(lines) };
    }),
  );
  const name = namesOf(files);
  const refuse = (why: string): void => {
    const said = { name, why };
    const text =
      files.length === 1
        ? t('{name} was not opened; nothing has changed. {why}', said)
        : t('{name} were not opened; nothing has changed. {why}', said);
    app.notify('problem', text);
  };
  const merged = mergeSweepFiles(inputs);
  if (!merged.ok) {
    refuse(sentence(merged.error));
    return;
  }
  const { table, missing, notes } = merged.value;
  if (table.done === 0) {
    refuse(files.length === 1 ? t('It holds no whole point.') : t('They hold no whole point.'));
    return;
  }
  runner.open(table);
  const { draft, scenario } = draftOfSweep(table.layout.spec, app.store.getState().scenario);
  form.setState({ draft });
  if (scenario !== null) app.edits.load(scenario);
  showPart(app, explore, 'sweep');
  const said = [
    t('The sweep in {name} is shown.', { name }),
    scenario === null ? '' : t('Its scenario is in the Lab; undo brings yours back.'),
    missing.length === 0 ? '' : t('Points are missing; other shards hold them.'),
    ...notes.map(sentence),
  ];
  app.notify('info', said.filter((one) => one !== '').join(' '));
}

/** Several files in short. */
function namesOf(files: readonly File[]): string {
  const names = files.map((file) => file.name);
  if (names.length <= 3) return listed(names);
  return t('{name} and {count} other files', { name: names[0] ?? '', count: names.length - 1 });
}

/** A part of a sentence as one. */
function sentence(text: string): string {
  const first = capital(text);
  return first.endsWith('.') ? first : `${first}.`;
}
