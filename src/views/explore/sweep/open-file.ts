import type { AppStore } from '../../../store/app-store.ts';
import { draftOfSweep } from '../../../store/draft-of-sweep.ts';
import type { Sweeps } from '../../../store/sweeps.ts';

/** What a file is opened for. */
interface OpenDeps {
  readonly app: AppStore;
  readonly sweeps: Sweeps;
}

/**
 * Shows the sweep in a file that the page or the command line has written. A file that is none, or
 * is damaged before its first point, changes nothing and says so.
 */
export async function openSweepFile(file: File, { app, sweeps }: OpenDeps): Promise<void> {
  const { runner, form } = sweeps;
  const { mergeSweepFiles } = await import('../../../analysis/sweep/sweep-file.ts');
  const { ok } = await import('../../../base/result.ts');
  const text = await file.text();
  const lines = text.split('\n').filter((line) => line !== '');
  const merged = mergeSweepFiles([{ name: file.name, open: () => ok(lines) }]);
  if (!merged.ok) {
    app.notify(
      'problem',
      `${file.name} was not opened; nothing has changed. ${sentence(merged.error)}`,
    );
    return;
  }
  const { table, missing, notes } = merged.value;
  if (table.done === 0) {
    app.notify(
      'problem',
      `${file.name} was not opened; nothing has changed. It holds no whole point.`,
    );
    return;
  }
  runner.open(table);
  const { draft, scenario } = draftOfSweep(table.layout.spec, app.store.getState().scenario);
  form.setState({ draft });
  if (scenario !== null) app.edits.load(scenario);
  const lab = scenario === null ? '' : ' Its scenario is in the Lab; undo brings yours back.';
  const rest = missing.length === 0 ? '' : ' Points are missing; other shards hold them.';
  app.notify(
    'info',
    [`The sweep in ${file.name} is shown.${lab}${rest}`, ...notes.map(sentence)].join(' '),
  );
}

/** A part of a sentence as one. */
function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return first.endsWith('.') ? first : `${first}.`;
}

/** Is this the beginning of a sweep file, or of one that means to be? */
export async function looksLikeSweep(file: File): Promise<boolean> {
  const start = await file.slice(0, 400).text();
  return start.includes('"watchmen-sweep"') || /\.(?:ndjson|jsonl)$/u.test(file.name);
}
