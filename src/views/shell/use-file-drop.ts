import { useEffect } from 'react';

import type { AppStore } from '../../store/app-store.ts';

/** A scenario file dropped anywhere on the page is opened; one with an error changes nothing. */
export function useFileDrop(app: AppStore): void {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined || event.defaultPrevented) return;
      event.preventDefault();
      void openDropped(app, file);
    };
    window.addEventListener('dragover', allow, { signal });
    window.addEventListener('drop', onDrop, { signal });
    return () => stop.abort();
  }, [app]);
}

/** Opens a file that was dropped as a scenario; one with an error changes nothing. */
export async function openDropped(app: AppStore, file: File): Promise<void> {
  // Checking files takes the schema, which the first picture does without.
  const { readScenario } = await import('../scenario/read-file.ts');
  const read = await readScenario(file);
  if (read.ok) {
    app.edits.load(read.value);
    app.notify('info', `The scenario in ${file.name} is loaded. Undo brings the one before back.`);
    return;
  }
  const first = read.error[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  const more = read.error.length > 1 ? ` (and ${read.error.length - 1} more)` : '';
  const why = first === undefined ? '' : ` ${where}${first.message}${more}`;
  app.notify('problem', `${file.name} was not opened; nothing has changed.${why}`);
}
