import { useEffect } from 'react';

import type { AppStore } from '../../store/app-store.ts';

/** What is dropped or pasted anywhere on the page is opened: a scenario, a program, or a log of one. */
export function useFileDrop(app: AppStore): void {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      void openDropped(app, ...files);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isField(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) void openDropped(app, ...files);
      // One line is rather a link, or a word that was meant for a field.
      else if (text.trim().includes('\n')) {
        void openDropped(app, new File([text], 'pasted text', { type: 'text/plain' }));
      } else return;
      event.preventDefault();
    };
    window.addEventListener('dragover', allow, { signal });
    window.addEventListener('drop', onDrop, { signal });
    window.addEventListener('paste', onPaste, { signal });
    return () => stop.abort();
  }, [app]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}

/** Opens files that were dropped, whatever they are; one with an error changes nothing. */
export async function openDropped(app: AppStore, ...files: readonly File[]): Promise<void> {
  // Telling files apart and checking them takes code that the first picture does without.
  const { openFiles } = await import('../import/open-files.ts');
  await openFiles(app, files);
}
