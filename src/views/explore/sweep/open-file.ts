import type { AppStore } from '../../../store/app-store.ts';
import type { SweepRunner } from '../../../store/sweep.ts';

/** What a file is opened for. */
interface OpenDeps {
  readonly app: AppStore;
  readonly runner: SweepRunner;
}

/**
 * Shows the sweep in a file that the page or the command line has written. A file that is none, or
 * is damaged before its first point, changes nothing and says so.
 */
export async function openSweepFile(file: File, { app, runner }: OpenDeps): Promise<void> {
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
  const rest = missing.length === 0 ? '' : ' Points are missing; other shards hold them.';
  app.notify(
    'info',
    [`The sweep in ${file.name} is shown.${rest}`, ...notes.map(sentence)].join(' '),
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
