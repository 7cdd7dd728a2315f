import { useEffect } from 'react';

import { useLessons } from './lessons-context.ts';

/** Page Up and Page Down, the keys of a presenter's remote, go through the steps. */
export function useLessonKeys(): void {
  const { go, store } = useLessons();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
      if (takesPages(event.target)) return;
      event.preventDefault();
      go(store.getState().step + (event.key === 'PageDown' ? 1 : -1));
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [go, store]);
}

const OWN = ['textarea', 'select', 'dialog', '[role="grid"]'];

/** Does what has the focus use these keys itself? */
function takesPages(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type);
  return OWN.some((selector) => target.closest(selector) !== null);
}
