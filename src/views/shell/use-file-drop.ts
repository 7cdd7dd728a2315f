import { useEffect } from 'react';

import { t } from '../../base/language.ts';
import type { AppStore } from '../../store/app-store.ts';
import { useLoadExplore } from './load-explore.ts';
import type { LoadExplore } from './load-explore.ts';

/** What is dropped or pasted anywhere on the page is opened: a scenario, a program, a log of one, or results. */
export function useFileDrop(app: AppStore): void {
  const loadExplore = useLoadExplore();
  useEffect(() => {
    const open = (...files: readonly File[]): void => void openDropped({ app, loadExplore }, files);
    const stop = new AbortController();
    const { signal } = stop;
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      open(...files);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isField(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) open(...files);
      // One line is rather a link, or a word that was meant for a field.
      else if (text.trim().includes('\n')) {
        open(new File([text], t('pasted text'), { type: 'text/plain' }));
      } else return;
      event.preventDefault();
    };
    window.addEventListener('dragover', allow, { signal });
    window.addEventListener('drop', onDrop, { signal });
    window.addEventListener('paste', onPaste, { signal });
    return () => stop.abort();
  }, [app, loadExplore]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}

interface Page {
  readonly app: AppStore;
  readonly loadExplore: LoadExplore;
}

async function openDropped(page: Page, files: readonly File[]): Promise<void> {
  // Telling files apart and checking them takes code that the first picture does without.
  const { openFiles } = await import('../import/open-files.ts');
  await openFiles(page, files);
}
