import { useEffect } from 'react';

/**
 * A frame that the page scrolls past must not catch its wheel or finger: until it has the focus, by a
 * click or by Tab, nothing in it scrolls, and only Ctrl + wheel zooms. What does not scroll then is for
 * the style sheet, which asks `<html data-engaged>`.
 */
export function useQuiet(): void {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const page = document.documentElement;
    const engage = (): void => void (page.dataset['engaged'] = '');
    const calm = (): void => void delete page.dataset['engaged'];
    const onWheel = (event: WheelEvent): void => {
      const zooms = event.ctrlKey || event.metaKey;
      if (!zooms && page.dataset['engaged'] === undefined) event.stopImmediatePropagation();
    };
    if (document.hasFocus()) engage();
    window.addEventListener('focus', engage, { signal });
    window.addEventListener('pointerdown', engage, { signal, capture: true });
    window.addEventListener('blur', calm, { signal });
    window.addEventListener('wheel', onWheel, { signal, capture: true, passive: true });
    return () => {
      stop.abort();
      calm();
    };
  }, []);
}

/** Files that are dropped on a frame would take its place; they are for the whole page alone. */
export function useNoDrop(): void {
  useEffect(() => {
    const stop = new AbortController();
    const refuse = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse, { signal: stop.signal });
    window.addEventListener('drop', refuse, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}
